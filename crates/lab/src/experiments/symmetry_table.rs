//! Which start tells hidden units apart: 27 starts, three activations, two kinds of labels.

use backprop_suite::data::{Data, planar_flower};
use contract::{Text, say};
use init::Parameters;
use ndarray::Array2;
use rand::rngs::StdRng;
use solution_symmetry::{breaks_symmetry, unit_classes};
use symmetry::Start;

use super::parts::{cell, same};
use crate::training::deep::{Layer, Network, Output};
use crate::training::hidden::Hidden;
use crate::training::runs::in_parallel;
use crate::training::starts::{generator, normal};
use crate::{Error, Experiment, Listener, Numbers, Observations, Settings, Table};
use plot::{Figure, Grid, GridCell, Ink, Panel};

pub(super) const EXPERIMENT: Experiment = Experiment {
    name: "symmetry-table",
    about: Text::fixed(
        "Which of w1, b1 and w2 must start at random so that hidden units become different?",
        "은닉 유닛이 서로 달라지려면 w1, b1, w2 중 무엇이 무작위로 시작해야 하는가?",
    ),
    run,
};

const N_H: usize = 4;
const HIDDEN: [Hidden; 3] = [Hidden::TANH, Hidden::SIGMOID, Hidden::RELU];

/// One of the 162 cells.
#[derive(Clone, Copy)]
struct Case {
    hidden: Hidden,
    balanced: bool,
    start: [Start; 3],
}

/// The state of a case after training.
struct After {
    classes: usize,
    moved: f64,
    accuracy: f64,
}

fn run(settings: &Settings, listener: &dyn Listener) -> Result<Observations, Error> {
    let steps = if settings.quick { 200 } else { 2_000 };
    let data = [half_and_half(), three_to_one()];
    let cases = cases();
    let results = in_parallel(listener, &cases, |case| {
        let mut rng = generator(settings.seed, 0);
        train(*case, &data[usize::from(!case.balanced)], &mut rng, steps)
    });
    let numbers = numbers(&cases, &results);
    let [right, all] = ["cells_as_predicted", "cells"].map(|name| numbers[name]);
    Ok(Observations {
        finding: say!(
            "One random group among w1, b1 and w2 is enough: so it is in {right} of {all} cells; \
             ReLU at exactly 0 makes the others",
            "w1, b1, w2 중 하나만 무작위여도 충분하다. {all}칸 중 {right}칸이 그렇고, 나머지는 \
             정확히 0에 있는 ReLU다"
        ),
        table: table(&cases, &results),
        figure: figure(&cases, &results, steps),
        numbers,
    })
}

fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for hidden in HIDDEN {
        for balanced in [true, false] {
            for w1 in Start::ALL {
                for b1 in Start::ALL {
                    cases.extend(Start::ALL.map(|w2| Case {
                        hidden,
                        balanced,
                        start: [w1, b1, w2],
                    }));
                }
            }
        }
    }
    cases
}

/// Every fifth point of the flower: 40 of each class.
fn half_and_half() -> Data {
    planar_flower().select(&(0..400).step_by(5).collect::<Vec<_>>())
}

/// 60 points of one class, 20 of the other.
fn three_to_one() -> Data {
    let few = (200..400).step_by(10);
    planar_flower().select(&(0..180).step_by(3).chain(few).collect::<Vec<_>>())
}

fn group(start: Start, rng: &mut StdRng, rows: usize, columns: usize) -> Array2<f64> {
    match start {
        Start::Zero => Array2::zeros((rows, columns)),
        Start::Constant => Array2::from_elem((rows, columns), 0.5),
        Start::Random => 0.5 * normal(rng, rows, columns),
    }
}

fn train(case: Case, data: &Data, rng: &mut StdRng, steps: usize) -> After {
    let [w1, b1, w2] = case.start;
    let hidden = Layer { w: group(w1, rng, N_H, 2), b: group(b1, rng, N_H, 1) };
    let output = Layer { w: group(w2, rng, 1, N_H), b: Array2::zeros((1, 1)) };
    let start = vec![hidden, output];
    let mut network =
        Network { layers: start.clone(), hidden: case.hidden, output: Output::Sigmoid };
    network.train(&data.x, &data.y, 0.5, steps);
    let moved = (0..2).map(|i| largest(&(&network.layers[i].w - &start[i].w)));
    After {
        classes: different_units(&network),
        moved: moved.fold(0.0, f64::max),
        accuracy: 100.0 * data.accuracy(network.forward(&data.x).output()),
    }
}

fn largest(a: &Array2<f64>) -> f64 {
    a.iter().map(|a| a.abs()).fold(0.0, f64::max)
}

/// How many different functions of the input the hidden units compute: their weights out do not
/// count.
fn different_units(network: &Network) -> usize {
    let Layer { w, b } = network.layers[0].clone();
    let (w2, b2) = (Array2::zeros((1, N_H)), Array2::zeros((1, 1)));
    unit_classes(&Parameters { w1: w, b1: b, w2, b2 }, 1e-9)
}

fn numbers(cases: &[Case], results: &[After]) -> Numbers {
    let pairs = || cases.iter().zip(results);
    let count = |holds: &dyn Fn(&Case, &After) -> bool| {
        pairs().filter(|(case, result)| holds(case, result)).count() as f64
    };
    let is_zero = |case: &Case| case.start[0] == Start::Zero && case.start[2] == Start::Zero;
    let zero_b = |case: &Case| is_zero(case) && case.start[1] == Start::Zero;
    let stuck = |hidden: Hidden| {
        pairs()
            .filter(|(case, _)| case.hidden == hidden && zero_b(case))
            .map(|(_, result)| result.moved)
            .fold(0.0, f64::max)
    };
    let random_bias_only = pairs().find(|(case, _)| {
        case.hidden == Hidden::TANH
            && !case.balanced
            && is_zero(case)
            && case.start[1] == Start::Random
    });
    Numbers::from([
        ("cells", cases.len() as f64),
        ("cells_as_predicted", count(&|case, result| as_predicted(case, result))),
        (
            "relu_cells_off",
            count(&|case, result| case.hidden == Hidden::RELU && !as_predicted(case, result)),
        ),
        ("random_only_in_b1_classes", random_bias_only.map_or(0.0, |(_, r)| r.classes as f64)),
        ("random_only_in_b1_accuracy", random_bias_only.map_or(0.0, |(_, r)| r.accuracy)),
        ("zero_start_moves_tanh", stuck(Hidden::TANH)),
        ("zero_start_moves_relu", stuck(Hidden::RELU)),
        ("zero_start_moves_sigmoid", stuck(Hidden::SIGMOID)),
        (
            "parted_without_random",
            count(&|case, result| !case.start.contains(&Start::Random) && result.classes > 1),
        ),
        (
            "zero_biases_parted",
            count(&|case, result| {
                case.start[1] == Start::Zero
                    && case.start[0] == Start::Random
                    && result.classes == N_H
            }),
        ),
        (
            "zero_biases_cells",
            count(&|case, _| case.start[1] == Start::Zero && case.start[0] == Start::Random),
        ),
    ])
}

fn as_predicted(case: &Case, result: &After) -> bool {
    let [w1, b1, w2] = case.start;
    breaks_symmetry(w1, b1, w2) == (result.classes > 1)
}

fn table(cases: &[Case], results: &[After]) -> Table {
    let mut table = Table::new(&[
        "hidden",
        "labels",
        "w1",
        "b1",
        "w2",
        "different_units",
        "largest_move",
        "percent_right",
    ]);
    for (case, result) in cases.iter().zip(results) {
        let [w1, b1, w2] = case.start.map(|start| word(start).en);
        let labels = if case.balanced { "half and half" } else { "three to one" };
        table.push(vec![
            case.hidden.name().into(),
            labels.into(),
            w1.into(),
            b1.into(),
            w2.into(),
            result.classes.into(),
            result.moved.into(),
            result.accuracy.into(),
        ]);
    }
    table
}

fn word(start: Start) -> Text {
    match start {
        Start::Zero => say!("zero", "영"),
        Start::Constant => say!("constant", "상수"),
        Start::Random => say!("random", "무작위"),
    }
}

fn figure(cases: &[Case], results: &[After], steps: usize) -> Figure {
    let is_shown = |case: &Case, hidden: Hidden| case.hidden == hidden && !case.balanced;
    let panels = HIDDEN.map(|hidden| {
        let shown: Vec<&After> = cases
            .iter()
            .zip(results)
            .filter(|(case, _)| is_shown(case, hidden))
            .map(|(_, result)| result)
            .collect();
        Panel::Grid(grid(hidden, &shown))
    });
    let note = say!(
        "How many different hidden units there are after {steps} steps, of {N_H}; 80 points of the \
         flower, three quarters of one class.",
        "{steps}단계 뒤 서로 다른 은닉 유닛의 수 ({N_H}개 중). 꽃 데이터의 점 80개, 한 부류가 4분의 3."
    );
    Figure { panels: panels.into(), columns: 1, note: Some(note) }
}

fn grid(hidden: Hidden, results: &[&After]) -> Grid {
    let column = |b1: Start, w2: Start| {
        let (b1, w2) = (word(b1), word(w2));
        Text::new(format!("{}, {}", b1.en, w2.en), format!("{}, {}", b1.ko, w2.ko))
    };
    let of = |result: &&After| -> GridCell {
        let ink = if result.classes > 1 { Ink::Sky } else { Ink::Red };
        cell(same(&result.classes.to_string()), Some(ink))
    };
    Grid {
        title: Some(same(&hidden.name())),
        across: say!("b1, w2", "b1, w2"),
        down: say!("w1", "w1"),
        columns: Start::ALL.iter().flat_map(|b1| Start::ALL.map(|w2| column(*b1, w2))).collect(),
        rows: Start::ALL.map(word).into(),
        cells: results.chunks(9).map(|row| row.iter().map(of).collect()).collect(),
    }
}

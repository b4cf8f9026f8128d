//! Hidden units that start equal, and hidden units that start at random.

use backprop_suite::data::{Data, planar_flower};
use contract::{Text, say};
use init::Parameters;
use ndarray::{Array2, array};

use super::parts::{line, none, plots};
use crate::training::runs::in_parallel;
use crate::training::shallow;
use crate::training::starts::{generator, normal};
use crate::training::summary::median_steps;
use crate::{Error, Estimate, Experiment, Listener, Numbers, Observations, Settings, Table};
use plot::{Axis, Figure, Ink, Mark, Plot};

pub(super) const EXPERIMENT: Experiment = Experiment {
    name: "symmetry",
    about: Text::fixed(
        "Do hidden units that start out equal ever part?",
        "똑같이 시작한 은닉 유닛은 언젠가 달라지는가?",
    ),
    run,
};

const N_H: usize = 4;
const RATE: f64 = 1.2;
const INKS: [Ink; N_H] = [Ink::Blue, Ink::Orange, Ink::Green, Ink::Purple];

/// Parameters after every step.
type History = Vec<Parameters>;

fn run(settings: &Settings, listener: &dyn Listener) -> Result<Observations, Error> {
    let steps = if settings.quick { 600 } else { 2_000 };
    let flower = planar_flower();
    let equal = history(equal_start(N_H), &flower, steps);
    let random = shallow::start(&mut generator(settings.seed, 0), 2, N_H, 1, 0.01);
    let random = history(random, &flower, steps);
    let single = history(equal_start(1), &flower, steps);
    let numbers = numbers(settings, listener, &flower, [&equal, &random, &single]);
    let (alike, drawn) = (numbers["equal_accuracy"], numbers["random_accuracy"]);
    Ok(Observations {
        finding: say!(
            "Four units that start equal stay one unit ({alike:.1} % right); four that start at \
             random part ({drawn:.1} %)",
            "똑같이 시작한 유닛 넷은 끝까지 하나이고({alike:.1} % 정답), 무작위로 시작한 넷은 \
             갈라진다({drawn:.1} %)"
        ),
        table: table(&equal, &random),
        figure: figure(&equal, &random),
        numbers,
    })
}

/// Every unit alike: weights (0.3, -0.2) in, 0.1 out, no bias.
fn equal_start(n_h: usize) -> Parameters {
    Parameters {
        w1: Array2::from_shape_fn((n_h, 2), |(_, j)| [0.3, -0.2][j]),
        b1: Array2::zeros((n_h, 1)),
        w2: Array2::from_elem((1, n_h), 0.1),
        b2: array![[0.0]],
    }
}

fn history(mut parameters: Parameters, flower: &Data, steps: usize) -> History {
    let mut all = vec![parameters.clone()];
    for _ in 0..steps {
        shallow::step(&mut parameters, flower, RATE);
        all.push(parameters.clone());
    }
    all
}

/// The largest difference of any hidden unit from the first, in its weights in and its bias.
fn gap(parameters: &Parameters) -> f64 {
    let mut largest = 0.0_f64;
    for unit in 1..parameters.w1.nrows() {
        let weights = parameters.w1.row(unit).into_iter().zip(parameters.w1.row(0));
        let biases = parameters.b1.row(unit).into_iter().zip(parameters.b1.row(0));
        largest = weights.chain(biases).map(|(a, b)| (a - b).abs()).fold(largest, f64::max);
    }
    largest
}

fn numbers(
    settings: &Settings,
    listener: &dyn Listener,
    flower: &Data,
    [equal, random, single]: [&History; 3],
) -> Numbers {
    let last = |run: &History| run[run.len() - 1].clone();
    let steps = random.len() - 1;
    let runs: Vec<u64> = (0..if settings.quick { 6 } else { 15 }).collect();
    let drawn = in_parallel(listener, &runs, |run| {
        let mut parameters = shallow::start(&mut generator(settings.seed, *run), 2, N_H, 1, 0.01);
        for _ in 0..steps {
            shallow::step(&mut parameters, flower, RATE);
        }
        (shallow::percent_right(&parameters, flower), escape_step(settings, *run, flower))
    });
    let (accuracies, escapes): (Vec<f64>, Vec<Option<usize>>) = drawn.into_iter().unzip();
    let mut numbers = Numbers::from([
        ("equal_gap", equal.iter().map(gap).fold(0.0, f64::max)),
        ("random_gap", gap(&last(random))),
        ("equal_accuracy", shallow::percent_right(&last(equal), flower)),
        ("single_accuracy", shallow::percent_right(&last(single), flower)),
        ("equal_gap_of_layers", (last(equal).w1[(0, 0)] - last(equal).w2[(0, 0)]).abs()),
    ]);
    numbers.insert("random_accuracy", Estimate::median(&accuracies));
    numbers.insert("escape_step", median_steps(&escapes));
    numbers
}

/// The step at which units that start equal but for noise of size `1e-9` differ by 0.1.
fn escape_step(settings: &Settings, run: u64, flower: &Data) -> Option<usize> {
    let most = if settings.quick { 3_000 } else { 6_000 };
    let mut parameters = equal_start(N_H);
    parameters.w1 += &(1e-9 * normal(&mut generator(settings.seed, run), N_H, 2));
    (0..most).find(|_| {
        let has_parted = gap(&parameters) > 0.1;
        shallow::step(&mut parameters, flower, RATE);
        has_parted
    })
}

fn table(equal: &History, random: &History) -> Table {
    let mut table = Table::new(&["start", "step", "unit", "w1_1", "w1_2"]);
    for (name, run) in [("equal", equal), ("random", random)] {
        for (t, parameters) in run.iter().enumerate().step_by(50) {
            for unit in 0..N_H {
                let [from_x1, from_x2] = [0, 1].map(|input| parameters.w1[(unit, input)]);
                table.push(vec![
                    name.into(),
                    t.into(),
                    unit.into(),
                    from_x1.into(),
                    from_x2.into(),
                ]);
            }
        }
    }
    table
}

fn figure(equal: &History, random: &History) -> Figure {
    let panels = [
        (say!("Equal start: one path", "같은 시작: 길이 하나"), equal),
        (say!("Random start: four paths", "무작위 시작: 길이 넷"), random),
    ];
    let panels = panels.map(|(title, run)| {
        let mut marks = Vec::new();
        for (unit, ink) in INKS.into_iter().enumerate() {
            let path =
                |parameters: &Parameters| (parameters.w1[(unit, 0)], parameters.w1[(unit, 1)]);
            let points: Vec<_> = run.iter().step_by(5).map(path).collect();
            marks.push(line(none(), ink, points));
            let number = unit + 1;
            let end = path(&run[run.len() - 1]);
            let label = if gap(&run[run.len() - 1]) < 1e-9 {
                say!("units 1 to {N_H}", "유닛 1~{N_H}")
            } else {
                say!("unit {number}", "유닛 {number}")
            };
            let is_new = unit == 0 || gap(&run[run.len() - 1]) > 1e-9;
            let label = if is_new { label } else { none() };
            marks.push(Mark::Dots { label, ink, points: vec![end] });
        }
        let weight = |j: usize| say!("weight from x{j}", "x{j}의 가중치");
        Plot::new(Axis::linear(weight(1)), Axis::linear(weight(2)), marks).titled(title)
    });
    plots(
        2,
        panels.into(),
        say!(
            "Flower, 2-4-1, learning rate {RATE}: the weights into each hidden unit over the steps; \
             the dot is the end.",
            "꽃 데이터, 2-4-1, 학습률 {RATE}: 단계에 따른 각 은닉 유닛의 입력 가중치. 점은 끝."
        ),
    )
}

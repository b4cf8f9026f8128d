//! ReLU at the output of a network that predicts prices.

use backprop_suite::data::Data;
use contract::{Text, say};
use ndarray::{Array2, Axis as Along};

use super::parts::{line, plots};
use crate::training::data::{ames, houses};
use crate::training::deep::{Layer, Network, Output};
use crate::training::hidden::Hidden;
use crate::training::legacy::Legacy;
use crate::training::runs::{in_parallel, pairs};
use crate::training::starts::{fitting, generator, times_randn};
use crate::training::summary::share;
use crate::{Error, Estimate, Experiment, Listener, Numbers, Observations, Settings, Table};
use plot::{Axis, Figure, Ink, Mark, Plot};

pub(super) const EXPERIMENT: Experiment = Experiment {
    name: "dead-output",
    about: Text::fixed(
        "Does ReLU work at the output, because prices are positive?",
        "집값은 양수이므로 출력층의 ReLU가 잘 동작하는가?",
    ),
    run,
};

/// How the output is made: its kind, its bias at the start, its words.
type Kind = (Output, f64, &'static str);
const KINDS: [Kind; 3] = [
    (Output::Relu, 0.0, "ReLU"),
    (Output::Relu, 1.0, "ReLU, b2 = 1"),
    (Output::Linear, 0.0, "linear"),
];
const INKS: [Ink; 3] = [Ink::Red, Ink::Green, Ink::Blue];
const RATE: f64 = 0.05;

/// One run on the made-up houses.
struct Run {
    dead_at_start: bool,
    moved: bool,
    least_output: f64,
    errors: Vec<f64>,
}

fn run(settings: &Settings, listener: &dyn Listener) -> Result<Observations, Error> {
    let (seeds, steps) = if settings.quick { (50, 200) } else { (50, 1_000) };
    let seeds: Vec<u32> = (0..seeds).collect();
    let houses = houses()?;
    let runs = in_parallel(listener, &pairs(&KINDS, &seeds), |(kind, seed)| {
        train(start(*kind, *seed), &houses, steps)
    });
    let groups: Vec<&[Run]> = runs.chunks(seeds.len()).collect();
    let mut numbers = numbers(&groups, &houses);
    numbers.extend(on_ames(settings)?);
    let (dead, all) = (numbers["dead_runs"], numbers["dead_runs_of"]);
    Ok(Observations {
        finding: say!(
            "With ReLU at the output {dead} of {all} starts are dead and never move; a linear \
             output, or a bias of 1, mends them all",
            "출력층이 ReLU이면 시작 {all}개 중 {dead}개가 죽어 전혀 움직이지 않는다. 선형 출력이나 \
             편향 1이면 모두 살아난다"
        ),
        table: table(&groups),
        figure: figure(&groups),
        numbers,
    })
}

/// 3-8-1 with ReLU in the hidden layer, weights `0.01 * randn` of `NumPy` with this seed.
fn start((output, bias, _): Kind, seed: u32) -> Network {
    let mut rng = Legacy::seed(seed);
    let hidden = Layer { w: rng.normal(0.01, 8, 3), b: Array2::zeros((8, 1)) };
    let last = Layer { w: rng.normal(0.01, 1, 8), b: Array2::from_elem((1, 1), bias) };
    Network { layers: vec![hidden, last], hidden: Hidden::RELU, output }
}

/// Whether every price before the output's activation is 0 or below.
fn is_dead(network: &Network, x: &Array2<f64>) -> bool {
    network.forward(x).z[network.layers.len() - 1].iter().all(|z| *z <= 0.0)
}

fn train(mut network: Network, houses: &Data, steps: usize) -> Run {
    let start = network.clone();
    let errors = network.train(&houses.x, &houses.y, RATE, steps);
    let output = network.forward(&houses.x).output().clone();
    Run {
        dead_at_start: is_dead(&start, &houses.x),
        moved: network != start,
        least_output: output.iter().copied().fold(f64::INFINITY, f64::min),
        errors,
    }
}

fn last(run: &Run) -> f64 {
    run.errors[run.errors.len() - 1]
}

fn numbers(groups: &[&[Run]], houses: &Data) -> Numbers {
    let relu = groups[0];
    let dead: Vec<&Run> = relu.iter().filter(|run| run.dead_at_start).collect();
    let stuck = |i: usize| groups[i].iter().filter(|run| !run.moved).count();
    let stuck_share = |i: usize| Estimate::share(stuck(i), groups[i].len());
    let alive =
        |i: usize| -> Vec<f64> { groups[i].iter().filter(|run| run.moved).map(last).collect() };
    let mut numbers = Numbers::measured([
        ("dead_share", stuck_share(0)),
        ("dead_share_linear", stuck_share(2)),
        ("median_error_relu", Estimate::median(&alive(0))),
        ("median_error_linear", Estimate::median(&alive(2))),
    ]);
    numbers.extend(Numbers::from([
        ("dead_runs", stuck(0) as f64),
        ("dead_runs_of", relu.len() as f64),
        ("dead_at_start_move", share(&dead, |run| run.moved)),
        ("dead_runs_linear", stuck(2) as f64),
        ("error_of_the_dead", dead.iter().map(|run| last(run)).fold(0.0, f64::max)),
        ("mean_square_of_prices", houses.y.iter().map(|y| y * y).sum::<f64>() / 300.0),
        (
            "least_relu_output",
            relu.iter().map(|run| run.least_output).fold(f64::INFINITY, f64::min),
        ),
    ]));
    numbers
}

/// Real houses: how well either output predicts those held back, and how many starts are dead.
fn on_ames(settings: &Settings) -> Result<Numbers, Error> {
    let (steps, rate) = if settings.quick { (100, 0.1) } else { (600, 0.1) };
    let ames = ames()?;
    let (seen, back) = ames.hold_back_every(5);
    let (x, held) = (seen.standardized_like(&seen).x, back.standardized_like(&seen).x);
    let trained = |output: Output| {
        let layers = fitting(&mut generator(settings.seed, 0), &[12, 16, 1], Hidden::RELU);
        let mut network = Network { layers, hidden: Hidden::RELU, output };
        network.layers[1].b.fill(1.0);
        network.train(&x, &seen.y, rate, steps);
        network.forward(&held).output().clone()
    };
    let outputs = [Output::Relu, Output::Linear].map(trained);
    let dead = |run: u64| {
        let layers = times_randn(&mut generator(settings.seed, run), &[12, 16, 1], 0.01);
        is_dead(&Network { layers, hidden: Hidden::RELU, output: Output::Relu }, &x)
    };
    let dead: Vec<bool> = (0..50).map(dead).collect();
    Ok(Numbers::from([
        ("ames_r2_relu", r2(&outputs[0], &back.y)),
        ("ames_r2_linear_output", r2(&outputs[1], &back.y)),
        ("ames_negative_prices_linear", outputs[1].iter().filter(|a| **a < 0.0).count() as f64),
        ("ames_dead_share", share(&dead, |dead| *dead)),
    ]))
}

/// The share of the prices' variance that the predictions explain.
fn r2(predicted: &Array2<f64>, y: &Array2<f64>) -> f64 {
    let mean = y.mean_axis(Along(1)).map_or(0.0, |mean| mean[0]);
    let square = |a: &mut dyn Iterator<Item = f64>| a.map(|gap| gap * gap).sum::<f64>();
    let missed = square(&mut predicted.iter().zip(y).map(|(a, y)| a - y));
    1.0 - missed / square(&mut y.iter().map(|y| y - mean))
}

fn table(groups: &[&[Run]]) -> Table {
    let mut table = Table::new(&["output", "seed", "dead_at_start", "moved", "mean_squared_error"]);
    for ((_, _, words), group) in KINDS.iter().zip(groups) {
        for (seed, run) in group.iter().enumerate() {
            let flag = |holds: bool| if holds { "yes" } else { "no" };
            table.push(vec![
                (*words).into(),
                seed.into(),
                flag(run.dead_at_start).into(),
                flag(run.moved).into(),
                last(run).into(),
            ]);
        }
    }
    table
}

fn words(i: usize) -> Text {
    [
        say!("ReLU at the output", "출력층 ReLU"),
        say!("ReLU, bias starts at 1", "ReLU, 편향 1에서 시작"),
        say!("linear at the output", "출력층 선형"),
    ][i]
        .clone()
}

fn figure(groups: &[&[Run]]) -> Figure {
    let panels = groups.iter().enumerate().map(|(i, group)| {
        let curve = |run: &Run| {
            let ink = if run.moved { INKS[2] } else { INKS[0] };
            // The first steps tell the most: they are drawn one by one.
            let points = run.errors.iter().enumerate().step_by(if run.moved { 4 } else { 50 });
            line(super::parts::none(), ink, points.map(|(t, e)| (t as f64, *e)).collect())
        };
        let mut marks: Vec<Mark> = group.iter().map(curve).collect();
        let dead = group.iter().filter(|run| !run.moved).count();
        if dead > 0 {
            let all = group.len();
            let (middle, error) = (group[0].errors.len() as f64 / 4.0, 5.5);
            let text = say!("{dead} of {all} never move", "{all}개 중 {dead}개는 움직이지 않음");
            marks.push(Mark::Words { at: (middle, error), text, ink: Ink::Red });
        }
        Plot::new(
            Axis::linear(say!("step", "단계")),
            Axis::log(say!("mean squared error", "평균 제곱 오차")).from_to(0.01, 10.0),
            marks,
        )
        .titled(words(i))
    });
    let runs = groups[0].len();
    plots(
        3,
        panels.collect(),
        say!(
            "Made-up houses, 3-8-1 with ReLU, learning rate {RATE}; NumPy's seeds 0 to {runs}, \
             exclusive, whatever the lab's seed.",
            "가상의 집 데이터, ReLU 3-8-1, 학습률 {RATE}; 랩의 시드와 상관없이 NumPy 시드 0부터 {runs} \
             미만."
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dead_starts_are_those_of_the_course() {
        let houses = houses().unwrap();
        let dead = |seed: &u32| is_dead(&start(KINDS[0], *seed), &houses.x);
        let dead: Vec<u32> = (0..50).filter(dead).collect();
        assert_eq!(dead, [12, 14, 16, 20, 30, 33, 34, 35, 42, 44]);
    }

    #[test]
    fn the_errors_after_3000_steps_are_those_of_the_course() {
        let houses = houses().unwrap();
        let want = [0.014_008_164_357_547_068, 0.014_502_605_143_065_367];
        for (seed, want) in (0..).zip(want) {
            let mut network = start(KINDS[0], seed);
            network.train(&houses.x, &houses.y, RATE, 3_000);
            let got = network.cost(&network.forward(&houses.x), &houses.y);
            assert!((got - want).abs() < 1e-9, "seed {seed}: {got} instead of {want}");
        }
    }
}

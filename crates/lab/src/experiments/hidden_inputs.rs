//! Whether the `z` of hidden units are positive.

use backprop_suite::data::{Data, planar_flower};
use contract::{Text, say};

use super::parts::{none, plots};
use crate::training::deep::{Network, Output};
use crate::training::hidden::Hidden;
use crate::training::runs::in_parallel;
use crate::training::starts::{fitting, generator};
use crate::training::summary::share;
use crate::{Error, Estimate, Experiment, Listener, Numbers, Observations, Settings, Table};
use plot::{Axis, Figure, Ink, Mark, Plot};

pub(super) const EXPERIMENT: Experiment = Experiment {
    name: "hidden-inputs",
    about: Text::fixed("Are the z of hidden units greater than 0?", "은닉 유닛의 z는 0보다 큰가?"),
    run,
};

/// All `z` of the hidden layer, before and after training.
type Run = [Vec<f64>; 2];

fn run(settings: &Settings, listener: &dyn Listener) -> Result<Observations, Error> {
    let (seeds, steps) = if settings.quick { (6, 200) } else { (20, 1_000) };
    let seeds: Vec<u64> = (0..seeds).collect();
    let flower = planar_flower();
    let runs: Vec<Run> =
        in_parallel(listener, &seeds, |run| train(settings.seed, *run, &flower, steps));
    let positive =
        |i: usize| -> Vec<f64> { runs.iter().map(|run| share(&run[i], |z| *z > 0.0)).collect() };
    let numbers = Numbers::measured([
        ("positive_share_at_start", Estimate::median(&positive(0))),
        ("positive_share_after_training", Estimate::median(&positive(1))),
    ]);
    let [before, after] = ["positive_share_at_start", "positive_share_after_training"]
        .map(|name| 100.0 * numbers[name]);
    let mut table =
        Table::new(&["run", "positive_share_at_start", "positive_share_after_training"]);
    for (i, (start, end)) in positive(0).iter().zip(positive(1)).enumerate() {
        table.push(vec![i.into(), (*start).into(), end.into()]);
    }
    Ok(Observations {
        finding: say!(
            "About half of the z in the hidden layer are negative: {before:.0} % are positive at \
             the start, {after:.0} % after training",
            "은닉층의 z는 절반쯤이 음수다. 시작할 때 {before:.0} %, 학습 뒤 {after:.0} %만 양수다"
        ),
        table,
        figure: figure(&runs, steps),
        numbers,
    })
}

fn train(seed: u64, run: u64, flower: &Data, steps: usize) -> Run {
    let layers = fitting(&mut generator(seed, run), &[2, 8, 1], Hidden::RELU);
    let mut network = Network { layers, hidden: Hidden::RELU, output: Output::Sigmoid };
    let z = |network: &Network| network.forward(&flower.x).z[0].iter().copied().collect();
    let before = z(&network);
    network.train(&flower.x, &flower.y, 0.3, steps);
    [before, z(&network)]
}

fn figure(runs: &[Run], steps: usize) -> Figure {
    let titles = [say!("At the start", "시작할 때"), say!("After {steps} steps", "{steps}단계 뒤")];
    let panels = titles.into_iter().enumerate().map(|(i, title)| {
        let all: Vec<f64> = runs.iter().flat_map(|run| run[i].iter().copied()).collect();
        Plot::new(
            Axis::linear(say!("z of hidden units", "은닉 유닛의 z")),
            Axis::linear(say!("share, %", "비율, %")),
            vec![
                bars(&all, Ink::Grey, |left| left < 0.0),
                bars(&all, Ink::Green, |left| left >= 0.0),
                Mark::At { x: 0.0, text: none() },
            ],
        )
        .titled(title)
    });
    let seeds = runs.len();
    plots(
        2,
        panels.collect(),
        say!(
            "Flower, 2-8-1 with ReLU, He's start; all units, examples and {seeds} seeds.",
            "꽃 데이터, ReLU 2-8-1, He 시작; 모든 유닛과 샘플, 시드 {seeds}개."
        ),
    )
}

fn bars(z: &[f64], ink: Ink, is_shown: impl Fn(f64) -> bool) -> Mark {
    let lefts = (-24..24).map(|bin| f64::from(bin) * 0.5).filter(|left| is_shown(*left));
    let bar = |left: f64| (left + 0.25, 100.0 * share(z, |z| (left..left + 0.5).contains(z)));
    Mark::Bars { label: none(), ink, bars: lefts.map(bar).collect(), width: 0.46 }
}

//! Leaky ReLU with other slopes than 0.01.

use backprop_suite::data::planar_flower;
use contract::{Text, say};

use super::parts::{plots, same};
use crate::training::deep::{Network, Output};
use crate::training::hidden::Hidden;
use crate::training::runs::{in_parallel, pairs};
use crate::training::starts::{fitting, generator};
use crate::training::summary::{difference, median, quartiles};
use crate::{Error, Estimate, Experiment, Listener, Numbers, Observations, Settings, Table};
use plot::{Axis, Figure, Ink, Mark, Plot};

pub(super) const EXPERIMENT: Experiment = Experiment {
    name: "leaky-slope",
    about: Text::fixed(
        "Does leaky ReLU get much worse with another slope than 0.01?",
        "leaky ReLU의 계수를 0.01이 아닌 다른 값으로 하면 급격히 나빠지는가?",
    ),
    run,
};

const SLOPES: [f64; 9] = [0.0, 0.001, 0.01, 0.05, 0.1, 0.2, 0.3, 0.5, 1.0];
const RATE: f64 = 0.3;

/// Accuracy in percent, and cost.
type Run = (f64, f64);

fn run(settings: &Settings, listener: &dyn Listener) -> Result<Observations, Error> {
    let (seeds, steps) = if settings.quick { (6, 400) } else { (25, 2_000) };
    let seeds: Vec<u64> = (0..seeds).collect();
    let flower = planar_flower();
    let runs: Vec<Run> = in_parallel(listener, &pairs(&SLOPES, &seeds), |(slope, run)| {
        let hidden = Hidden::Leaky { negative_slope: *slope };
        let layers = fitting(&mut generator(settings.seed, *run), &[2, 8, 1], hidden);
        let mut network = Network { layers, hidden, output: Output::Sigmoid };
        let costs = network.train(&flower.x, &flower.y, RATE, steps);
        let accuracy = flower.accuracy(network.forward(&flower.x).output());
        (100.0 * accuracy, costs[costs.len() - 1])
    });
    let groups: Vec<&[Run]> = runs.chunks(seeds.len()).collect();
    let numbers = numbers(&groups);
    let [usual, fall, third, linear] =
        ["accuracy_at_0_01", "largest_fall_up_to_0_1", "accuracy_at_0_3", "accuracy_at_1"]
            .map(|name| numbers[name]);
    let fall = fall.max(0.0);
    Ok(Observations {
        finding: say!(
            "From slope 0 to 0.1 the accuracy ({usual:.1} % at 0.01) falls by at most {fall:.1} points; \
             it is {third:.1} % at 0.3 and {linear:.1} % at 1, where the network is linear",
            "기울기 0에서 0.1까지 정확도(0.01에서 {usual:.1} %)는 많아야 {fall:.1}점 떨어진다. 0.3에서 \
             {third:.1} %, 선형이 되는 1에서 {linear:.1} %"
        ),
        table: table(&groups),
        figure: figure(&groups, steps),
        numbers,
    })
}

fn accuracies(group: &[Run]) -> Vec<f64> {
    group.iter().map(|run| run.0).collect()
}

fn costs(group: &[Run]) -> Vec<f64> {
    group.iter().map(|run| run.1).collect()
}

fn numbers(groups: &[&[Run]]) -> Numbers {
    let accuracy = |i: usize| Estimate::median(&accuracies(groups[i]));
    // How many points a slope costs against 0.01, run by run.
    let fall = |i: usize| difference(&accuracies(groups[2]), &accuracies(groups[i]));
    let largest_fall = fall(0).max(fall(1)).max(fall(3)).max(fall(4));
    Numbers::measured([
        ("accuracy_at_0", accuracy(0)),
        ("accuracy_at_0_01", accuracy(2)),
        ("accuracy_at_0_1", accuracy(4)),
        ("accuracy_at_0_3", accuracy(6)),
        ("accuracy_at_1", accuracy(8)),
        ("leaky_minus_relu", fall(0)),
        ("leaky_minus_relu_in_cost", difference(&costs(groups[2]), &costs(groups[0]))),
        ("largest_fall_up_to_0_1", largest_fall),
        ("fall_at_1", fall(8)),
    ])
}

fn table(groups: &[&[Run]]) -> Table {
    let mut table = Table::new(&[
        "negative_slope",
        "median_percent_right",
        "lower_quartile",
        "upper_quartile",
        "median_cost",
    ]);
    for (slope, group) in SLOPES.iter().zip(groups) {
        let (low, high) = quartiles(&accuracies(group));
        let cost = median(&costs(group));
        let middle = median(&accuracies(group));
        table.push(vec![(*slope).into(), middle.into(), low.into(), high.into(), cost.into()]);
    }
    table
}

fn figure(groups: &[&[Run]], steps: usize) -> Figure {
    let at = |i: usize| i as f64;
    let band = |(i, group): (usize, &&[Run])| {
        let (low, high) = quartiles(&accuracies(group));
        (at(i), low, high)
    };
    let medians: Vec<(f64, f64)> =
        groups.iter().enumerate().map(|(i, group)| (at(i), median(&accuracies(group)))).collect();
    let marks = vec![
        Mark::Band { ink: Ink::Purple, points: groups.iter().enumerate().map(band).collect() },
        super::parts::line(super::parts::none(), Ink::Purple, medians.clone()),
        Mark::Dots { label: same("leaky ReLU"), ink: Ink::Purple, points: medians },
    ];
    let names = SLOPES.iter().map(|slope| same(&slope.to_string())).collect();
    let plot = Plot::new(
        Axis::groups(say!("slope for negative z", "음수 z의 기울기"), names),
        Axis::linear(say!("right, %", "정답, %")).from_to(40.0, 100.0),
        marks,
    );
    let seeds = groups[0].len();
    plots(
        1,
        vec![plot],
        say!(
            "Flower, 2-8-1, {steps} steps at {RATE}; median and quartiles of {seeds} seeds.",
            "꽃 데이터, 2-8-1, 학습률 {RATE}, {steps}단계; 시드 {seeds}개의 중앙값과 사분위수."
        ),
    )
}

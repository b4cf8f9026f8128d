//! The flower with tanh and with the sigmoid in the hidden layer.

use backprop_suite::data::planar_flower;
use contract::{Text, say};

use super::parts::{by_step, count, ink, line, plots, same};
use crate::training::deep::{Network, Output};
use crate::training::hidden::Hidden;
use crate::training::runs::{in_parallel, pairs};
use crate::training::starts::{generator, times_randn};
use crate::training::summary::{median, median_steps, quartiles, ratio_of_steps};
use crate::{Error, Experiment, Listener, Numbers, Observations, Settings, Table};
use plot::{Axis, Mark, Plot};

pub(super) const EXPERIMENT: Experiment = Experiment {
    name: "tanh-sigmoid",
    about: Text::fixed(
        "On the flower, does tanh learn faster than the sigmoid in the hidden layer?",
        "꽃 데이터에서 은닉층의 tanh가 시그모이드보다 빨리 배우는가?",
    ),
    run,
};

const HIDDEN: [Hidden; 2] = [Hidden::SIGMOID, Hidden::TANH];
const RATE: f64 = 1.2;
const TARGET: f64 = 0.3;

fn run(settings: &Settings, listener: &dyn Listener) -> Result<Observations, Error> {
    let (seeds, steps) = if settings.quick { (6, 2_000) } else { (15, 3_000) };
    let seeds: Vec<u64> = (0..seeds).collect();
    let flower = planar_flower();
    let costs = in_parallel(listener, &pairs(&HIDDEN, &seeds), |(hidden, run)| {
        let layers = times_randn(&mut generator(settings.seed, *run), &[2, 8, 1], 0.01);
        let mut network = Network { layers, hidden: *hidden, output: Output::Sigmoid };
        network.train(&flower.x, &flower.y, RATE, steps)
    });
    let groups: Vec<&[Vec<f64>]> = costs.chunks(seeds.len()).collect();
    let numbers = numbers(&groups);
    let [sigmoid, tanh] = ["sigmoid_steps", "tanh_steps"].map(|name| count(numbers[name]));
    Ok(Observations {
        finding: say!(
            "On the flower tanh is below cost {TARGET} after {tanh} steps, the sigmoid after \
             {sigmoid}",
            "꽃 데이터에서 비용 {TARGET} 아래까지 tanh는 {tanh}단계, 시그모이드는 {sigmoid}단계 \
             걸린다"
        ),
        table: table(&groups),
        figure: plots(1, vec![plot(&groups)], note(seeds.len())),
        numbers,
    })
}

fn steps_to_target(costs: &[f64]) -> Option<usize> {
    costs.iter().position(|cost| *cost < TARGET)
}

fn numbers(groups: &[&[Vec<f64>]]) -> Numbers {
    let arrivals = |i: usize| -> Vec<Option<usize>> {
        groups[i].iter().map(|costs| steps_to_target(costs)).collect()
    };
    let [sigmoid, tanh] = [0, 1].map(arrivals);
    Numbers::measured([
        ("sigmoid_steps", median_steps(&sigmoid)),
        ("tanh_steps", median_steps(&tanh)),
        ("tanh_over_sigmoid_steps", ratio_of_steps(&tanh, &sigmoid, groups[0][0].len())),
    ])
}

/// The costs of all runs at step `t`.
fn at(group: &[Vec<f64>], t: usize) -> Vec<f64> {
    group.iter().map(|costs| costs[t]).collect()
}

fn table(groups: &[&[Vec<f64>]]) -> Table {
    let mut table =
        Table::new(&["hidden", "step", "median_cost", "lower_quartile", "upper_quartile"]);
    for (hidden, group) in HIDDEN.iter().zip(groups) {
        for t in (0..group[0].len()).step_by(50) {
            let (low, high) = quartiles(&at(group, t));
            let middle = median(&at(group, t));
            table.push(vec![
                hidden.name().into(),
                t.into(),
                middle.into(),
                low.into(),
                high.into(),
            ]);
        }
    }
    table
}

fn plot(groups: &[&[Vec<f64>]]) -> Plot {
    let mut marks = vec![Mark::Level { y: TARGET, text: say!("target", "목표") }];
    for (hidden, group) in HIDDEN.iter().zip(groups) {
        let medians: Vec<f64> = (0..group[0].len()).map(|t| median(&at(group, t))).collect();
        let band = |&(t, _): &(f64, f64)| {
            // A step is a whole number.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let (low, high) = quartiles(&at(group, t as usize));
            (t, low, high)
        };
        let points = by_step(&medians, 250);
        marks.push(Mark::Band { ink: ink(*hidden), points: points.iter().map(band).collect() });
        marks.push(line(same(&hidden.name()), ink(*hidden), points));
    }
    Plot::new(
        Axis::linear(say!("step", "단계")),
        Axis::linear(say!("cost", "비용")).from_to(0.15, 0.75),
        marks,
    )
}

fn note(seeds: usize) -> Text {
    say!(
        "Flower, 2-8-1, start 0.01 randn, learning rate {RATE}; median and quartiles of {seeds} \
         seeds.",
        "꽃 데이터, 2-8-1, 시작 0.01 randn, 학습률 {RATE}; 시드 {seeds}개의 중앙값과 사분위수."
    )
}

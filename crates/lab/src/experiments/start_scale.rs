//! The scale of the start: saturated units, slopes and costs from `1e-12` to `1e3`.

use activations::Activation;
use backprop_suite::data::{Data, planar_flower};
use contract::{Text, say};
use init::Parameters;
use ndarray::Array2;
use solution_backprop::{backward, forward};
use solution_init::saturated_fraction;

use super::parts::{by_step, count, line, plots, same};
use crate::training::runs::{in_parallel, pairs};
use crate::training::shallow;
use crate::training::starts::generator;
use crate::training::summary::{median, median_steps, ratio_of_steps, share};
use crate::{Error, Estimate, Experiment, Field, Listener, Numbers, Observations, Settings, Table};
use plot::ticks::scientific;
use plot::{Axis, Figure, Ink, Plot};

pub(super) const EXPERIMENT: Experiment = Experiment {
    name: "start-scale",
    about: Text::fixed(
        "How small, and how large, may the random start be?",
        "무작위 시작값은 얼마나 작아도, 얼마나 커도 되는가?",
    ),
    run,
};

const SCALES: [f64; 10] = [1e-12, 1e-9, 1e-6, 1e-4, 1e-2, 0.1, 1.0, 10.0, 100.0, 1000.0];
const N_H: usize = 4;
const RATE: f64 = 1.2;
const TARGET: f64 = 0.3;
/// A slope of tanh below this counts as flat.
const FLAT: f64 = 0.01;

/// The observations of a single run.
struct Run {
    flat: f64,
    largest_z: f64,
    largest_a: f64,
    gradient: f64,
    costs: Vec<f64>,
}

fn run(settings: &Settings, listener: &dyn Listener) -> Result<Observations, Error> {
    let (seeds, steps) = if settings.quick { (6, 900) } else { (21, 1_500) };
    let seeds: Vec<u64> = (0..seeds).collect();
    let flower = planar_flower();
    let runs = in_parallel(listener, &pairs(&SCALES, &seeds), |(scale, run)| {
        let start = shallow::start(&mut generator(settings.seed, *run), 2, N_H, 1, *scale);
        train(start, &flower, steps)
    });
    let groups: Vec<&[Run]> = runs.chunks(seeds.len()).collect();
    let mut numbers = numbers(&groups);
    let large = if settings.quick { (21, 6, 500) } else { (101, 15, 5_000) };
    numbers.extend(large_w1(settings, listener, &flower, large));
    let percent = |name: &str| 100.0 * numbers[name];
    let (small, ten) = (percent("least_reached_share_up_to_1"), percent("reached_share_at_10"));
    let (flat, most) = (percent("flat_share_at_10"), percent("reached_share_at_1000"));
    Ok(Observations {
        finding: say!(
            "From 10⁻¹² to 1, {small:.0} % of the runs or more arrive; at 10, where {flat:.0} % \
             of the slopes are flat, {ten:.0} %, and at 1000 {most:.0} %",
            "10⁻¹²부터 1까지는 {small:.0} % 이상이 목표에 닿는다. 기울기의 {flat:.0} %가 평평한 \
             10에서는 {ten:.0} %, 1000에서는 {most:.0} %"
        ),
        table: table(&groups),
        figure: figure(&groups),
        numbers,
    })
}

fn train(mut parameters: Parameters, flower: &Data, steps: usize) -> Run {
    let cache = forward(&parameters, &flower.x);
    Run {
        flat: saturated_fraction(Activation::Tanh, &cache.z1, FLAT),
        largest_z: largest(&cache.z1),
        largest_a: largest(&cache.a1),
        gradient: norm(&backward(&parameters, &cache, &flower.x, &flower.y).dw1),
        costs: (0..steps).map(|_| shallow::step(&mut parameters, flower, RATE)).collect(),
    }
}

fn largest(a: &Array2<f64>) -> f64 {
    a.iter().map(|a| a.abs()).fold(0.0, f64::max)
}

fn norm(a: &Array2<f64>) -> f64 {
    a.iter().map(|a| a * a).sum::<f64>().sqrt()
}

fn steps_of(group: &[Run]) -> Vec<Option<usize>> {
    group.iter().map(|run| run.costs.iter().position(|cost| *cost < TARGET)).collect()
}

fn median_by(group: &[Run], what: impl Fn(&Run) -> f64) -> f64 {
    median(&group.iter().map(what).collect::<Vec<f64>>())
}

fn numbers(groups: &[&[Run]]) -> Numbers {
    let reached = |i: usize| {
        let arrived = steps_of(groups[i]).iter().filter(|steps| steps.is_some()).count();
        Estimate::share(arrived, groups[i].len())
    };
    let least = (0..=6).map(reached).min_by(|a, b| a.value.total_cmp(&b.value));
    let estimate = |i: usize, what: fn(&Run) -> f64| {
        Estimate::median(&groups[i].iter().map(what).collect::<Vec<f64>>())
    };
    let steps = |i: usize| steps_of(groups[i]);
    let most = groups[0][0].costs.len();
    Numbers::measured([
        ("steps_at_1e_12", median_steps(&steps(0))),
        ("steps_at_0_01", median_steps(&steps(4))),
        ("steps_at_1", median_steps(&steps(6))),
        ("steps_at_1_over_0_01", ratio_of_steps(&steps(6), &steps(4), most)),
        ("least_reached_share_up_to_1", least.unwrap_or(Estimate::exact(f64::NAN))),
        ("reached_share_at_10", reached(7)),
        ("reached_share_at_100", reached(8)),
        ("reached_share_at_1000", reached(9)),
        ("flat_share_at_1", estimate(6, |run| run.flat)),
        ("flat_share_at_10", estimate(7, |run| run.flat)),
        ("largest_z_at_1000", estimate(9, |run| run.largest_z)),
        (
            "largest_a_at_1000",
            Estimate::exact(groups[9].iter().map(|run| run.largest_a).fold(0.0, f64::max)),
        ),
        ("gradient_at_0_01", estimate(4, |run| run.gradient)),
    ])
}

/// Where only `w1` is large, so that nothing makes up for flat slopes: its gradient, and the steps to cost 0.5.
fn large_w1(
    settings: &Settings,
    listener: &dyn Listener,
    flower: &Data,
    (gradients, runs, most): (u64, u64, usize),
) -> Numbers {
    let usual = |run: u64| shallow::start(&mut generator(settings.seed, run), 2, N_H, 1, 0.01);
    let large = |run: u64| {
        let mut start = usual(run);
        start.w1 *= 1000.0 / 0.01;
        start
    };
    let gradient = |start: &Parameters| {
        let cache = forward(start, &flower.x);
        norm(&backward(start, &cache, &flower.x, &flower.y).dw1)
    };
    // Powers of ten, so that a difference is a ratio.
    let shrinking: Vec<f64> = (0..gradients)
        .map(|run| gradient(&large(run)).log10() - gradient(&usual(run)).log10())
        .collect();
    let with_large: Vec<f64> = (0..gradients).map(|run| gradient(&large(run))).collect();
    let starts: Vec<(bool, u64)> = pairs(&[false, true], &(0..runs).collect::<Vec<_>>());
    let steps = in_parallel(listener, &starts, |(is_large, run)| {
        let start = if *is_large { large(*run) } else { usual(*run) };
        shallow::steps_to(&start, flower, RATE, 0.5, most)
    });
    let (usual_steps, large_steps) = steps.split_at(steps.len() / 2);
    Numbers::measured([
        ("gradient_with_large_w1", Estimate::median(&with_large)),
        ("powers_of_ten_by_large_w1", Estimate::median(&shrinking)),
        ("steps_to_half", median_steps(usual_steps)),
        ("steps_to_half_with_large_w1", median_steps(large_steps)),
        ("steps_to_half_at_most", Estimate::exact(most as f64)),
    ])
}

fn table(groups: &[&[Run]]) -> Table {
    let mut table = Table::new(&[
        "scale",
        "flat_share",
        "largest_z",
        "largest_a",
        "gradient_of_w1",
        "reached_share",
        "median_steps",
    ]);
    for (scale, group) in SCALES.iter().zip(groups) {
        let steps = median_steps(&steps_of(group)).value;
        table.push(vec![
            (*scale).into(),
            median_by(group, |run| run.flat).into(),
            median_by(group, |run| run.largest_z).into(),
            median_by(group, |run| run.largest_a).into(),
            median_by(group, |run| run.gradient).into(),
            share(&steps_of(group), Option::is_some).into(),
            if steps.is_finite() { Field::Number(steps) } else { Field::Missing },
        ]);
    }
    table
}

fn figure(groups: &[&[Run]]) -> Figure {
    let shown = [(0, Ink::Sky), (4, Ink::Blue), (6, Ink::Green), (7, Ink::Orange), (9, Ink::Red)];
    let curves = shown.map(|(i, ink)| {
        let costs = |t: usize| median_by(groups[i], |run| run.costs[t]);
        let costs: Vec<f64> = (0..groups[i][0].costs.len()).step_by(5).map(costs).collect();
        let points = by_step(&costs, 300).into_iter().map(|(t, cost)| (5.0 * t, cost)).collect();
        line(name_of(SCALES[i]), ink, points)
    });
    let by_scale = |what: fn(&Run) -> f64| {
        SCALES.iter().zip(groups).map(|(s, group)| (*s, median_by(group, what))).collect()
    };
    let flat = line(say!("flat", "평평함"), Ink::Red, by_scale(|run| 100.0 * run.flat));
    let reached = SCALES.iter().zip(groups);
    let reached = reached.map(|(s, group)| (*s, 100.0 * share(&steps_of(group), Option::is_some)));
    let reached = line(say!("arrived", "도달"), Ink::Blue, reached.collect());
    let cost = Plot::new(
        Axis::linear(say!("step", "단계")),
        Axis::log(say!("median cost", "비용의 중앙값")),
        curves.into(),
    );
    let saturation = Plot::new(
        Axis::log(say!("scale of the start", "시작값의 크기")),
        Axis::linear(say!("%", "%")).from_to(0.0, 100.0),
        vec![flat, reached],
    );
    plots(
        2,
        vec![
            cost.titled(say!("Cost by scale", "크기별 비용")),
            saturation
                .titled(say!("Flat slopes, runs that arrive", "평평한 기울기와 목표에 닿은 실행")),
        ],
        note(groups[0].len()),
    )
}

fn name_of(scale: f64) -> Text {
    if scale < 1e-3 {
        return same(&scientific(scale).replace("1.0×", ""));
    }
    same(&if scale < 1.0 { scale.to_string() } else { count(scale) })
}

fn note(seeds: usize) -> Text {
    say!(
        "Flower, 2-4-1, start scale \u{00d7} randn, learning rate {RATE}; medians of {seeds} seeds. \
         Flat: tanh' < {FLAT} at the start; arrived: cost < {TARGET}.",
        "꽃 데이터, 2-4-1, 시작 크기 \u{00d7} randn, 학습률 {RATE}; 시드 {seeds}개의 중앙값. 평평함: \
         시작에서 tanh' < {FLAT}. 도달: 비용 < {TARGET}."
    )
}

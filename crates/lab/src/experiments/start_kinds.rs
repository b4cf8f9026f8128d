//! randn, rand, randint and starts without any randomness.

use backprop_suite::data::{Data, planar_flower};
use contract::{Text, say};
use init::Parameters;
use rand::rngs::StdRng;
use solution_init::{initialize_zeros, rand, randint, randn};

use super::parts::{cell, none, plots, same, steps};
use crate::training::runs::{in_parallel, pairs};
use crate::training::shallow;
use crate::training::starts::generator;
use crate::training::summary::{median, median_steps, share};
use crate::{Error, Estimate, Experiment, Field, Listener, Numbers, Observations, Settings, Table};
use plot::{Axis, Figure, Grid, Ink, Mark, Panel, Plot};

pub(super) const EXPERIMENT: Experiment = Experiment {
    name: "start-kinds",
    about: Text::fixed(
        "Does it matter whether a start is drawn with randn, rand or randint?",
        "시작값을 randn, rand, randint 중 무엇으로 뽑는지가 중요한가?",
    ),
    run,
};

const RATE: f64 = 1.2;
const TARGET: f64 = 0.3;
const N_H: usize = 4;

/// Draws one weight.
type Draw = fn(&mut StdRng) -> f64;

/// A kind of start: its words, the names of its two numbers, and its draw.
type Kind = (&'static str, [&'static str; 2], Draw);

const KINDS: [Kind; 6] = [
    ("0.01 randn", ["randn_share", "randn_accuracy"], |rng| 0.01 * randn(rng, 1)[0]),
    ("0.01 rand", ["rand_share", "rand_accuracy"], |rng| 0.01 * rand(rng, 1)[0]),
    ("0.01 (rand \u{2212} 0.5)", ["centred_rand_share", "centred_rand_accuracy"], |rng| {
        0.01 * (rand(rng, 1)[0] - 0.5)
    }),
    ("randint(100)", ["randint_share", "randint_accuracy"], |rng| f64::from(randint(rng, 100))),
    ("0.01", ["constant_share", "constant_accuracy"], |_| 0.01),
    ("0", ["zero_share", "zero_accuracy"], |_| 0.0),
];

/// Steps to the target, and accuracy in percent after all steps.
type Run = (Option<usize>, f64);

fn run(settings: &Settings, listener: &dyn Listener) -> Result<Observations, Error> {
    let (seeds, most) = if settings.quick { (6, 1_000) } else { (20, 1_500) };
    let seeds: Vec<u64> = (0..seeds).collect();
    let flower = planar_flower();
    let runs: Vec<Run> = in_parallel(listener, &pairs(&KINDS, &seeds), |(kind, run)| {
        train(start(*kind, &mut generator(settings.seed, *run)), &flower, most)
    });
    let groups: Vec<&[Run]> = runs.chunks(seeds.len()).collect();
    let draws = draws(settings.seed);
    let numbers = numbers(&groups, &draws);
    let [normal, uniform, whole] =
        ["randn_share", "rand_share", "randint_share"].map(|name| 100.0 * numbers[name]);
    Ok(Observations {
        finding: say!(
            "Small starts from randn and rand arrive alike ({normal:.0} % and {uniform:.0} %); raw \
             randint(100) in {whole:.0} % of runs, constants never",
            "randn과 rand로 뽑은 작은 시작값은 비슷하게 목표에 닿는다({normal:.0} %, {uniform:.0} %). \
             randint(100) 그대로는 {whole:.0} %, 상수는 전혀 닿지 못한다"
        ),
        table: table(&groups),
        figure: figure(&groups, &draws, most),
        numbers,
    })
}

fn start((_, _, draw): Kind, rng: &mut StdRng) -> Parameters {
    let zeros = initialize_zeros(2, N_H, 1);
    Parameters { w1: zeros.w1.mapv(|_| draw(rng)), w2: zeros.w2.mapv(|_| draw(rng)), ..zeros }
}

fn train(mut parameters: Parameters, flower: &Data, most: usize) -> Run {
    let step = (0..most).find(|_| shallow::step(&mut parameters, flower, RATE) < TARGET);
    (step, shallow::percent_right(&parameters, flower))
}

/// 20,000 numbers from each of the three calls of the notes.
fn draws(seed: u64) -> [Vec<f64>; 3] {
    let mut rng = generator(seed, 0);
    let n = 20_000;
    let whole = (0..n).map(|_| f64::from(randint(&mut rng, 100))).collect();
    [randn(&mut rng, n).to_vec(), rand(&mut rng, n).to_vec(), whole]
}

fn numbers(groups: &[&[Run]], draws: &[Vec<f64>; 3]) -> Numbers {
    let mut numbers = Numbers::default();
    for ((_, [arrived, accuracy], _), group) in KINDS.iter().zip(groups) {
        let count = group.iter().filter(|run| run.0.is_some()).count();
        let accuracies: Vec<f64> = group.iter().map(|run| run.1).collect();
        // A start without any randomness is one start, however often it is run.
        let is_drawn = group.iter().any(|run| *run != group[0]);
        let (share, median) = if is_drawn {
            (Estimate::share(count, group.len()), Estimate::median(&accuracies))
        } else {
            (Estimate::exact(f64::from(count > 0)), Estimate::exact(accuracies[0]))
        };
        numbers.insert(arrived, share);
        numbers.insert(accuracy, median);
    }
    let [normal, uniform, whole] = draws;
    let least = |draws: &[f64]| draws.iter().copied().fold(f64::INFINITY, f64::min);
    let most = |draws: &[f64]| draws.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    numbers.extend(Numbers::from([
        ("randn_share_outside_0_1", share(normal, |z| !(0.0..1.0).contains(z))),
        ("rand_least", least(uniform)),
        ("rand_most", most(uniform)),
        ("randint_least", least(whole)),
        ("randint_most", most(whole)),
        ("randint_share_whole", share(whole, |z| z.fract() == 0.0)),
    ]));
    numbers
}

fn table(groups: &[&[Run]]) -> Table {
    let mut table = Table::new(&["start", "share_arrived", "median_steps", "median_percent_right"]);
    for ((words, _, _), group) in KINDS.iter().zip(groups) {
        let arrivals: Vec<Option<usize>> = group.iter().map(|run| run.0).collect();
        let steps = median_steps(&arrivals).value;
        table.push(vec![
            (*words).into(),
            share(&arrivals, Option::is_some).into(),
            if steps.is_finite() { Field::Number(steps) } else { Field::Missing },
            median(&group.iter().map(|run| run.1).collect::<Vec<_>>()).into(),
        ]);
    }
    table
}

fn figure(groups: &[&[Run]], draws: &[Vec<f64>; 3], most: usize) -> Figure {
    let histograms = vec![
        histogram("randn", &draws[0], (-4.0, 4.0), 32),
        histogram("rand", &draws[1], (-0.25, 1.25), 30),
        histogram("randint(100)", &draws[2], (-0.5, 99.5), 25),
    ];
    let seeds = groups[0].len();
    let mut figure = plots(
        2,
        histograms,
        say!(
            "Flower, 2-4-1, biases zero, learning rate {RATE}, to cost {TARGET}; {seeds} seeds.",
            "꽃 데이터, 2-4-1, 편향 0, 학습률 {RATE}, 비용 {TARGET}까지; 시드 {seeds}개."
        ),
    );
    figure.panels.push(Panel::Grid(grid(groups, most)));
    figure
}

fn grid(groups: &[&[Run]], most: usize) -> Grid {
    let row = |group: &&[Run]| {
        let arrivals: Vec<Option<usize>> = group.iter().map(|run| run.0).collect();
        let arrived = 100.0 * share(&arrivals, Option::is_some);
        let ink = if arrived > 50.0 { Ink::Sky } else { Ink::Red };
        vec![
            cell(same(&format!("{arrived:.0} %")), Some(ink)),
            cell(steps(median_steps(&arrivals).value, most), None),
        ]
    };
    Grid {
        title: Some(say!("What they lead to", "그 결과")),
        across: none(),
        down: say!("weights", "가중치"),
        columns: vec![say!("arrive", "도달"), say!("steps", "단계 수")],
        rows: KINDS.iter().map(|(words, _, _)| same(words)).collect(),
        cells: groups.iter().map(row).collect(),
    }
}

/// The share of `draws` in each of `bins` equal parts of the range.
fn histogram(name: &str, draws: &[f64], (from, to): (f64, f64), bins: usize) -> Plot {
    let width = (to - from) / bins as f64;
    let bar = |bin: usize| {
        let left = from + width * bin as f64;
        let inside = share(draws, |z| (left..left + width).contains(z));
        (left + width / 2.0, 100.0 * inside)
    };
    let bars = (0..bins).map(bar).collect();
    let title: Text = same(name);
    Plot::new(
        Axis::linear(say!("number drawn", "뽑힌 수")),
        Axis::linear(say!("share, %", "비율, %")),
        vec![Mark::Bars { label: none(), ink: Ink::Blue, bars, width: 0.92 * width }],
    )
    .titled(title)
}

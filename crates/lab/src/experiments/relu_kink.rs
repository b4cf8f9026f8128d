//! ReLU at exactly 0: how often it happens, and whether the slope there matters.

use backprop_suite::data::planar_flower;
use contract::{Text, say};
use ndarray::Array2;
use rand::rngs::StdRng;
use solution_init::randint;

use super::parts::{by_step, line, plots};
use crate::training::deep::{Layer, Network, Output};
use crate::training::hidden::Hidden;
use crate::training::starts::{fitting, generator, normal};
use crate::{Error, Experiment, Listener, Numbers, Observations, Settings, Table};
use plot::{Axis, Figure, Ink, Mark, Plot};

pub(super) const EXPERIMENT: Experiment = Experiment {
    name: "relu-kink",
    about: Text::fixed(
        "Is z ever exactly 0, and does it matter which slope ReLU has there?",
        "z가 정확히 0일 때가 있는가, 그때 ReLU의 기울기를 무엇으로 하든 상관없는가?",
    ),
    run,
};

const RATE: f64 = 0.5;
const SLOPES: [f64; 2] = [0.0, 1.0];

fn run(settings: &Settings, listener: &dyn Listener) -> Result<Observations, Error> {
    let (steps, networks) = if settings.quick { (300, 20) } else { (2_000, 100) };
    let flower = planar_flower();
    let start = w1_zero(&mut generator(settings.seed, 0));
    let runs = SLOPES.map(|slope| {
        let hidden = Hidden::ReluWithSlopeAtZero(slope);
        let mut network = Network { layers: start.clone(), hidden, output: Output::Sigmoid };
        let costs = network.train(&flower.x, &flower.y, RATE, steps);
        (costs, 100.0 * flower.accuracy(network.forward(&flower.x).output()))
    });
    listener.at(1, 2);
    let shares = zero_shares(settings.seed, networks, &flower.x);
    let accuracy = runs[1].1;
    let numbers = Numbers::from([
        ("stuck_cost", runs[0].0[steps - 1]),
        ("stuck_cost_change", (runs[0].0[0] - runs[0].0[steps - 1]).abs()),
        ("freed_cost", runs[1].0[steps - 1]),
        ("freed_accuracy", accuracy),
        ("zeros_in_continuous_data", shares[0].1),
        ("zeros_from_zero_start", shares[1].1),
        ("zeros_in_narrow_deep_nets", shares[2].1),
        ("zeros_in_whole_numbers", shares[3].1),
    ]);
    let (continuous, narrow) = (100.0 * shares[0].1, 100.0 * shares[2].1);
    Ok(Observations {
        finding: say!(
            "z is exactly 0 for {continuous:.0} % of continuous data in one layer and {narrow:.0} % in \
             the fourth of four narrow layers; from W1 = 0, slope 1 there reaches {accuracy:.0} %, \
             slope 0 stays at ln 2",
            "z가 정확히 0인 비율은 연속 데이터의 한 층에서 {continuous:.0} %, 좁은 네 층의 넷째 층에서 \
             {narrow:.0} %다. W1 = 0에서 기울기 1은 {accuracy:.0} %에 닿고 0은 ln 2에 머문다"
        ),
        table: table(&runs),
        figure: figure(&runs, &shares),
        numbers,
    })
}

/// 2-8-1 whose first layer is all zero, so that `z` is exactly 0 in every hidden unit.
fn w1_zero(rng: &mut StdRng) -> Vec<Layer> {
    let column = |rows| Array2::zeros((rows, 1));
    let hidden = Layer { w: Array2::zeros((8, 2)), b: column(8) };
    vec![hidden, Layer { w: 0.5 * normal(rng, 1, 8), b: column(1) }]
}

fn zeros(z: &[Array2<f64>]) -> f64 {
    let (zero, all) = z
        .iter()
        .flatten()
        .fold((0.0, 0.0), |(zero, all), z| (zero + f64::from(*z == 0.0), all + 1.0));
    zero / all
}

/// The share of hidden `z` that is exactly 0, in four situations.
fn zero_shares(seed: u64, networks: u64, x: &Array2<f64>) -> [(&'static str, f64); 4] {
    let share = |layers: Vec<Layer>, x: &Array2<f64>| {
        let network = Network { layers, hidden: Hidden::RELU, output: Output::Sigmoid };
        let trace = network.forward(x);
        zeros(&trace.z[..trace.z.len() - 1])
    };
    let last_share = |layers: Vec<Layer>| {
        let network = Network { layers, hidden: Hidden::RELU, output: Output::Sigmoid };
        let trace = network.forward(x);
        zeros(&trace.z[trace.z.len() - 2..trace.z.len() - 1])
    };
    let mean = |share: &dyn Fn(&mut StdRng) -> f64| {
        (0..networks).map(|run| share(&mut generator(seed, run))).sum::<f64>() / networks as f64
    };
    let sizes = [2, 4, 4, 4, 4, 1];
    [
        ("continuous", mean(&|rng| share(fitting(rng, &[2, 8, 1], Hidden::RELU), x))),
        ("zero start", share(w1_zero(&mut generator(seed, 0)), x)),
        ("deep, narrow", mean(&|rng| last_share(fitting(rng, &sizes, Hidden::RELU)))),
        (
            "whole numbers",
            mean(&|rng| {
                let mut whole = |rows, columns| {
                    Array2::from_shape_simple_fn((rows, columns), || {
                        f64::from(randint(rng, 7)) - 3.0
                    })
                };
                zeros(&[whole(8, 2).dot(&whole(2, 400))])
            }),
        ),
    ]
}

fn table(runs: &[(Vec<f64>, f64); 2]) -> Table {
    let mut table = Table::new(&["step", "cost_with_slope_0", "cost_with_slope_1"]);
    for t in (0..runs[0].0.len()).step_by(20) {
        table.push(vec![t.into(), runs[0].0[t].into(), runs[1].0[t].into()]);
    }
    table
}

fn figure(runs: &[(Vec<f64>, f64); 2], shares: &[(&str, f64); 4]) -> Figure {
    let costs = vec![
        line(say!("slope 0", "기울기 0"), Ink::Red, by_step(&runs[0].0, 300)),
        line(say!("slope 1", "기울기 1"), Ink::Green, by_step(&runs[1].0, 300)),
    ];
    let bars: Vec<(f64, f64)> =
        shares.iter().enumerate().map(|(i, (_, share))| (i as f64, 100.0 * share)).collect();
    let marks = vec![Mark::Bars { label: super::parts::none(), ink: Ink::Green, bars, width: 0.6 }];
    let names = vec![
        say!("continuous", "연속값"),
        say!("W1 = 0", "W1 = 0"),
        say!("4th layer of 4", "4유닛 4층째"),
        say!("integers", "정수"),
    ];
    let cost = Plot::new(
        Axis::linear(say!("step", "단계")),
        Axis::linear(say!("cost", "비용")).from_to(0.45, 0.75),
        costs,
    );
    let zeros = Plot::new(
        Axis::groups(say!("", ""), names),
        Axis::linear(say!("z exactly 0, %", "정확히 0인 z, %")).from_to(0.0, 110.0),
        marks,
    );
    plots(
        2,
        vec![
            cost.titled(say!(
                "W1 = 0: the slope at 0 decides",
                "W1 = 0: 0에서의 기울기가 결정한다"
            )),
            zeros.titled(say!("How often z is exactly 0", "z가 정확히 0인 비율")),
        ],
        say!(
            "Flower, 2-8-1, learning rate {RATE}; shares are means over random networks.",
            "꽃 데이터, 2-8-1, 학습률 {RATE}; 비율은 무작위 신경망들의 평균."
        ),
    )
}

//! The four activation functions and their slopes.

use activations::NEGATIVE_SLOPE;
use contract::{Text, say};
use solution_activations::{
    leaky_relu, leaky_relu_prime, relu, relu_prime, sigmoid, sigmoid_prime, tanh, tanh_prime,
};

use super::parts::{curve, dashed, line, plots, same};
use crate::training::summary::spaced;
use crate::{Error, Experiment, Listener, Numbers, Observations, Settings, Table};
use plot::{Axis, Figure, Ink, Plot};

pub(super) const EXPERIMENT: Experiment = Experiment {
    name: "curves",
    about: Text::fixed(
        "What do the four activation functions and their slopes look like?",
        "네 가지 활성화 함수와 그 기울기는 어떻게 생겼나?",
    ),
    run,
};

type Function = fn(f64) -> f64;

const FUNCTIONS: [(&str, Ink, Function, Function); 4] = [
    ("sigmoid", Ink::Blue, sigmoid, sigmoid_prime),
    ("tanh", Ink::Orange, tanh, tanh_prime),
    ("ReLU", Ink::Green, relu, relu_prime),
    (
        "leaky ReLU",
        Ink::Purple,
        |z| leaky_relu(z, NEGATIVE_SLOPE),
        |z| leaky_relu_prime(z, NEGATIVE_SLOPE),
    ),
];

fn run(_: &Settings, _: &dyn Listener) -> Result<Observations, Error> {
    let numbers = numbers();
    let ratio = numbers["tanh_peak"] / numbers["sigmoid_peak"];
    Ok(Observations {
        finding: say!(
            "tanh is {ratio} times as steep as the sigmoid at 0, and both go flat; ReLU does not \
             where z > 0",
            "0에서 tanh의 기울기는 시그모이드의 {ratio}배이고 둘 다 멀리서 평평해진다. z > 0에서 \
             ReLU는 그렇지 않다"
        ),
        table: table(),
        figure: figure(),
        numbers,
    })
}

fn numbers() -> Numbers {
    Numbers::from([
        ("sigmoid_peak", sigmoid_prime(0.0)),
        ("tanh_peak", tanh_prime(0.0)),
        ("sigmoid_slope_at_10", sigmoid_prime(10.0)),
        ("tanh_slope_at_10", tanh_prime(10.0)),
        ("relu_slope_at_1e308", relu_prime(1e308)),
        ("relu_slope_at_minus_1", relu_prime(-1.0)),
        ("leaky_slope_at_minus_1", leaky_relu_prime(-1.0, NEGATIVE_SLOPE)),
        ("relu_slope_at_0", relu_prime(0.0)),
        ("relu_gap_of_minus_1_and_minus_2", relu(-1.0) - relu(-2.0)),
        ("tanh_at_minus_10", tanh(-10.0)),
        ("tanh_at_20", tanh(20.0)),
        ("least_gap_from_additive", FUNCTIONS.iter().map(|row| gap(row.2)).fold(9.0, f64::min)),
    ])
}

/// How far `g(x + y)` is from `g(x) + g(y)`, at worst: 0 for a linear function.
fn gap(g: Function) -> f64 {
    let numbers = spaced(-2.0, 2.0, 9);
    let gaps = numbers.iter().flat_map(|x| numbers.iter().map(move |y| g(x + y) - g(*x) - g(*y)));
    gaps.map(f64::abs).fold(0.0, f64::max)
}

fn table() -> Table {
    let mut table = Table::new(&["function", "z", "value", "slope"]);
    for (name, _, g, slope) in FUNCTIONS {
        for z in spaced(-6.0, 6.0, 121) {
            table.push(vec![name.into(), z.into(), g(z).into(), slope(z).into()]);
        }
    }
    table
}

fn figure() -> Figure {
    let z = spaced(-4.0, 4.0, 801);
    let panels = FUNCTIONS.map(|(name, ink, g, slope)| {
        let marks = vec![
            dashed(say!("slope g'(z)", "기울기 g'(z)"), Ink::Grey, curve(&z, slope)),
            line(same("g(z)"), ink, curve(&z, g)),
        ];
        let value = Axis::linear(say!("a = g(z)", "a = g(z)")).from_to(-1.2, 2.0);
        Plot::new(Axis::linear(same("z")), value, marks).titled(same(name))
    });
    plots(
        2,
        panels.into(),
        say!(
            "Leaky ReLU with slope {NEGATIVE_SLOPE} for negative z; slopes at a kink are those of \
             the left side.",
            "leaky ReLU의 음수 쪽 기울기는 {NEGATIVE_SLOPE}. 꺾인 점의 기울기는 왼쪽 것을 쓴다."
        ),
    )
}

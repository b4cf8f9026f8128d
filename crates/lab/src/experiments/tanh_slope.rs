//! Where the slope of tanh is larger than that of the sigmoid.

use contract::{Text, say};
use solution_activations::{sigmoid_prime, tanh_prime};

use super::parts::{curve, line, plots, same};
use crate::training::summary::{bisect, spaced};
use crate::{Error, Experiment, Listener, Numbers, Observations, Settings, Table};
use plot::{Axis, Figure, Ink, Mark, Plot};

pub(super) const EXPERIMENT: Experiment = Experiment {
    name: "tanh-slope",
    about: Text::fixed(
        "Where is the slope of tanh larger than that of the sigmoid?",
        "tanh의 기울기가 시그모이드보다 큰 곳은 어디인가?",
    ),
    run,
};

/// Slopes that count as large enough, from the steepest down.
const THRESHOLDS: [f64; 6] = [0.2, 0.15, 0.125, 0.1, 0.05, 0.01];

fn run(_: &Settings, _: &dyn Listener) -> Result<Observations, Error> {
    let numbers = numbers();
    let end = numbers["slopes_cross_at"];
    Ok(Observations {
        finding: say!(
            "tanh is steeper only for |z| < {end:.3}; beyond, the sigmoid is",
            "tanh의 기울기는 |z| < {end:.3}에서만 더 크다. 그 밖에서는 시그모이드가 더 크다"
        ),
        table: table(),
        figure: figure(end),
        numbers,
    })
}

/// Where the slopes cross: `cosh(z/2) = (1 + sqrt(3)) / 2`.
fn closed_form() -> f64 {
    2.0 * f64::midpoint(1.0, 3.0_f64.sqrt()).acosh()
}

/// How wide the range of `z` is in which `slope` is above `threshold`; it falls away from 0.
fn width(slope: fn(f64) -> f64, threshold: f64) -> f64 {
    if slope(0.0) <= threshold {
        return 0.0;
    }
    2.0 * bisect(0.0, 40.0, |z| slope(z) - threshold)
}

fn numbers() -> Numbers {
    let end = closed_form();
    Numbers::from([
        ("slopes_cross_at", end),
        ("slopes_cross_by_bisection", bisect(1.0, 3.0, |z| sigmoid_prime(z) - tanh_prime(z))),
        ("slope_where_they_cross", tanh_prime(end)),
        ("tanh_width_above_0_1", width(tanh_prime, 0.1)),
        ("sigmoid_width_above_0_1", width(sigmoid_prime, 0.1)),
        ("tanh_width_above_0_01", width(tanh_prime, 0.01)),
        ("sigmoid_width_above_0_01", width(sigmoid_prime, 0.01)),
        ("tanh_width_above_half_its_peak", width(tanh_prime, 0.5)),
        ("sigmoid_width_above_half_its_peak", width(sigmoid_prime, 0.125)),
    ])
}

fn table() -> Table {
    let mut table = Table::new(&["slope_above", "tanh_width", "sigmoid_width"]);
    for threshold in THRESHOLDS {
        let (tanh, sigmoid) = (width(tanh_prime, threshold), width(sigmoid_prime, threshold));
        table.push(vec![threshold.into(), tanh.into(), sigmoid.into()]);
    }
    table
}

fn figure(end: f64) -> Figure {
    let z = spaced(-5.0, 5.0, 1001);
    let slopes = vec![
        Mark::At { x: -end, text: same(&format!("\u{2212}{end:.3}")) },
        Mark::At { x: end, text: same(&format!("{end:.3}")) },
        line(same("sigmoid"), Ink::Blue, curve(&z, sigmoid_prime)),
        line(same("tanh"), Ink::Orange, curve(&z, tanh_prime)),
    ];
    let thresholds = spaced(0.005, 0.3, 296);
    let widths = vec![
        line(same("sigmoid"), Ink::Blue, curve(&thresholds, |t| width(sigmoid_prime, t))),
        line(same("tanh"), Ink::Orange, curve(&thresholds, |t| width(tanh_prime, t))),
    ];
    let slope = Plot::new(
        Axis::linear(same("z")),
        Axis::linear(say!("slope g'(z)", "기울기 g'(z)")),
        slopes,
    );
    let width = Plot::new(
        Axis::linear(say!("slope that counts as large", "크다고 볼 기울기")),
        Axis::linear(say!("width of that range of z", "그런 z 범위의 너비")),
        widths,
    );
    plots(
        2,
        vec![
            slope.titled(say!("The slopes", "기울기")),
            width.titled(say!("How wide each is steep", "가파른 범위의 너비")),
        ],
        say!(
            "The ends are 2 arcosh((1 + \u{221a}3) / 2); bisection finds the same.",
            "끝점은 2 arcosh((1 + \u{221a}3) / 2)이고, 이분법으로도 같은 값이 나온다."
        ),
    )
}

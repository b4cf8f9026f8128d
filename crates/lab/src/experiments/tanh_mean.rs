//! The mean output of tanh and of the sigmoid, by where `z` lies.

use contract::{Text, say};
use solution_activations::{sigmoid, tanh, tanh_is_closer_to_zero};

use super::parts::{curve, line, plots, same};
use crate::training::summary::{bisect, spaced};
use crate::{Error, Experiment, Listener, Numbers, Observations, Settings, Table};
use plot::{Axis, Figure, Ink, Mark, Plot};

pub(super) const EXPERIMENT: Experiment = Experiment {
    name: "tanh-mean",
    about: Text::fixed(
        "Is the mean output of tanh nearer 0 than that of the sigmoid?",
        "tanh 출력의 평균이 시그모이드보다 0에 더 가까운가?",
    ),
    run,
};

fn run(_: &Settings, _: &dyn Listener) -> Result<Observations, Error> {
    let numbers = numbers();
    let end = numbers["means_equally_far_at"];
    let shown = -end;
    Ok(Observations {
        finding: say!(
            "tanh's mean output is nearer 0 while the mean of z is above \u{2212}{shown:.2}; where \
             z is mostly negative, the sigmoid's is",
            "z의 평균이 \u{2212}{shown:.2}보다 크면 tanh 출력의 평균이 0에 더 가깝다. z가 대부분 \
             음수이면 시그모이드 쪽이 더 가깝다"
        ),
        table: table(),
        figure: figure(end),
        numbers,
    })
}

/// The mean of `g(z)` where `z` is normal with mean `center` and deviation 1: the integral up to
/// 10 deviations, by the trapezoid rule, which is exact to rounding for such a smooth bell.
fn mean(g: fn(f64) -> f64, center: f64) -> f64 {
    let step = 0.02;
    let density = |t: f64| (-t * t / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt();
    (-500..=500).map(|i| step * f64::from(i)).map(|t| step * density(t) * g(center + t)).sum()
}

/// Where the values cross: on the right `t^2 - 2t - 1 = 0`, on the left `2 t^3 + t^2 - 1 = 0` with
/// `t = e^z`.
fn numbers() -> Numbers {
    let gap = |z: f64| tanh(z).abs() - sigmoid(z);
    let cubic = bisect(0.0, 1.0, |t| 2.0 * t.powi(3) + t.powi(2) - 1.0);
    let (left, right) = (cubic.ln(), (1.0 + 2.0_f64.sqrt()).ln());
    let agrees = spaced(-6.0, 6.0, 1201)
        .into_iter()
        .filter(|z| (z - left).abs() > 1e-3 && (z - right).abs() > 1e-3)
        .all(|z| tanh_is_closer_to_zero(z) == (gap(z) < 0.0));
    Numbers::from([
        ("closer_from", left),
        ("closer_to", right),
        ("closer_from_by_bisection", bisect(-2.0, 0.0, gap)),
        ("closer_to_by_bisection", bisect(0.0, 2.0, gap)),
        ("prediction_agrees", f64::from(agrees)),
        ("mean_tanh_at_0", mean(tanh, 0.0)),
        ("mean_sigmoid_at_0", mean(sigmoid, 0.0)),
        ("mean_tanh_at_minus_1", mean(tanh, -1.0)),
        ("mean_sigmoid_at_minus_1", mean(sigmoid, -1.0)),
        ("means_equally_far_at", bisect(-2.0, 0.0, |c| mean(tanh, c).abs() - mean(sigmoid, c))),
    ])
}

fn table() -> Table {
    let mut table = Table::new(&["mean_of_z", "mean_tanh", "mean_sigmoid"]);
    for center in spaced(-3.0, 3.0, 61) {
        let (tanh, sigmoid) = (mean(tanh, center), mean(sigmoid, center));
        table.push(vec![center.into(), tanh.into(), sigmoid.into()]);
    }
    table
}

fn figure(end: f64) -> Figure {
    let centers = spaced(-3.0, 3.0, 121);
    let marks = vec![
        Mark::At { x: end, text: say!("equally far", "같은 거리") },
        line(same("sigmoid"), Ink::Blue, curve(&centers, |c| mean(sigmoid, c))),
        line(same("tanh"), Ink::Orange, curve(&centers, |c| mean(tanh, c).abs())),
    ];
    let plot = Plot::new(
        Axis::linear(say!("mean of z", "z의 평균")),
        Axis::linear(say!("mean output, distance from 0", "평균 출력과 0 사이의 거리")),
        marks,
    );
    plots(
        1,
        vec![plot],
        say!(
            "z is normal with deviation 1 around its mean.",
            "z는 평균 주위에서 표준편차 1인 정규분포."
        ),
    )
}

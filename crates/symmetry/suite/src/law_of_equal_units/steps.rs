//! What a law of equal units is judged by: steps of gradient descent, right and wrong.

use backprop_suite::reference::{backward, forward, update};
use contract::{Text, contract};
use init::Parameters;
use ndarray::{Array2, Axis};
use testkit::{Mistake, Variant};

contract! {
    /// What the law is about.
    pub struct Steps {
        /// The network after one step on this data.
        fn step(parameters: &Parameters, x: &Array2<f64>, y: &Array2<f64>) -> Parameters;
    }
}

/// Right steps, at a learning rate of 0.25.
pub fn right() -> Steps {
    Steps { step: Box::new(|parameters, x, y| descent(parameters, x, y, 0.25)) }
}

fn descent(p: &Parameters, x: &Array2<f64>, y: &Array2<f64>, learning_rate: f64) -> Parameters {
    update(p, &backward(p, &forward(p, x), x, y), learning_rate)
}

/// A right step of which `wrong` changes something; it is given the old network and the new one.
fn changed(
    p: &Parameters,
    x: &Array2<f64>,
    y: &Array2<f64>,
    wrong: impl FnOnce(&Parameters, &mut Parameters),
) -> Parameters {
    let mut new = descent(p, x, y, 0.25);
    wrong(p, &mut new);
    new
}

/// Adds `by(unit)` times the step of each unit to it once more.
fn stretched(old: &Parameters, new: &mut Parameters, by: impl Fn(usize) -> f64) {
    for unit in 0..old.w1.nrows() {
        let by = by(unit);
        let step = &new.w1.row(unit) - &old.w1.row(unit);
        new.w1.row_mut(unit).scaled_add(by, &step);
        let step = &new.b1.row(unit) - &old.b1.row(unit);
        new.b1.row_mut(unit).scaled_add(by, &step);
        let step = &new.w2.column(unit) - &old.w2.column(unit);
        new.w2.column_mut(unit).scaled_add(by, &step);
    }
}

macro_rules! right {
    ($name:literal, $right:expr) => {
        Variant {
            name: $name,
            function: "step",
            code: stringify!($right),
            plant: |steps| steps.step = fill::step($right),
        }
    };
}

macro_rules! wrong {
    ($id:literal, $wrong:expr, $en:literal, $ko:literal) => {
        Mistake {
            id: $id,
            function: "step",
            code: stringify!($wrong),
            hint: Text::fixed($en, $ko),
            plant: |steps| steps.step = fill::step($wrong),
        }
    };
}

/// A law must accept each of these.
pub const VARIANTS: &[Variant<Steps>] = &[
    right!("a slow step", |p, x, y| descent(p, x, y, 0.05)),
    right!("a fast step", |p, x, y| descent(p, x, y, 0.5)),
    right!("whole matrices", |p, x, y| {
        let m = x.ncols() as f64;
        let a1 = (p.w1.dot(x) + &p.b1).mapv(f64::tanh);
        let a2 = (p.w2.dot(&a1) + &p.b2).mapv(|z| 1.0 / (1.0 + (-z).exp()));
        let dz2 = (a2 - y) / m;
        let dz1 = p.w2.t().dot(&dz2) * a1.mapv(|a| 1.0 - a * a);
        let column = |dz: &Array2<f64>| dz.sum_axis(Axis(1)).insert_axis(Axis(1));
        Parameters {
            w1: &p.w1 - 0.5 * dz1.dot(&x.t()),
            b1: &p.b1 - 0.5 * column(&dz1),
            w2: &p.w2 - 0.5 * dz2.dot(&a1.t()),
            b2: &p.b2 - 0.5 * column(&dz2),
        }
    }),
    right!(
        "every second unit adds its examples up backwards, which rounds otherwise",
        |p, x, y| {
            let back: Vec<usize> = (0..x.ncols()).rev().collect();
            let other = descent(p, &x.select(Axis(1), &back), &y.select(Axis(1), &back), 0.5);
            let mut new = descent(p, x, y, 0.5);
            for unit in (1..p.w1.nrows()).step_by(2) {
                new.w1.row_mut(unit).assign(&other.w1.row(unit));
                new.b1.row_mut(unit).assign(&other.b1.row(unit));
                new.w2.column_mut(unit).assign(&other.w2.column(unit));
            }
            new
        }
    ),
];

/// What a law is to notice.
pub const MISTAKES: &[Mistake<Steps>] = &[
    wrong!(
        "S150",
        |p, x, y| changed(p, x, y, |_, new| {
            for (i, w) in new.w1.iter_mut().enumerate() {
                *w += 0.01 * (7.0 * i as f64 + 1.0).sin();
            }
        }),
        "The step adds noise to the weights, and that alone tells the units apart.",
        "단계마다 가중치에 잡음을 더하며, 그것만으로 유닛이 서로 달라집니다."
    ),
    wrong!(
        "S151",
        |p, x, y| changed(p, x, y, |old, new| stretched(old, new, |unit| if unit == 0 {
            -1.0
        } else {
            0.0
        })),
        "The first hidden unit is left out of the step and stays where it was.",
        "첫 번째 은닉 유닛이 단계에서 빠져 제자리에 있습니다."
    ),
    wrong!(
        "S152",
        |p, x, y| changed(p, x, y, |old, new| stretched(old, new, |unit| unit as f64)),
        "The learning rate differs by unit.",
        "학습률이 유닛마다 다릅니다."
    ),
    wrong!(
        "S153",
        |p, x, y| changed(p, x, y, |old, new| {
            let first = new.b1[[0, 0]];
            new.b1.assign(&old.b1);
            new.b1[[0, 0]] = first;
        }),
        "Only the bias of the first unit moves.",
        "첫 번째 유닛의 편향만 움직입니다."
    ),
    wrong!(
        "S154",
        |p, x, y| changed(p, x, y, |old, new| stretched(old, new, |unit| if unit == 1 {
            -2.0
        } else {
            0.0
        })),
        "The second hidden unit moves up the gradient, the others down.",
        "두 번째 은닉 유닛은 그래디언트를 거슬러 올라가고 나머지는 내려갑니다."
    ),
    wrong!(
        "S155",
        |p, x, y| changed(p, x, y, |old, new| {
            for unit in 1..old.w1.nrows() {
                new.w2.column_mut(unit).assign(&old.w2.column(unit));
            }
        }),
        "Only the first column of w2 moves.",
        "w2의 첫 번째 열만 움직입니다."
    ),
    wrong!(
        "S156",
        |p, x, y| changed(p, x, y, |_, new| {
            let last = new.w1.nrows() - 1;
            new.w1.row_mut(last).fill(0.0);
        }),
        "The weights of the last unit are switched off, as dropout does.",
        "드롭아웃처럼 마지막 유닛의 가중치가 꺼집니다."
    ),
    wrong!(
        "S157",
        |p, x, y| changed(p, x, y, |_, new| {
            for (unit, mut row) in new.w1.rows_mut().into_iter().enumerate() {
                row.mapv_inplace(|w| w * (1.0 - 0.01 * unit as f64));
            }
        }),
        "The weights decay, those of later units faster.",
        "가중치가 줄어드는데, 뒤의 유닛일수록 빨리 줄어듭니다."
    ),
];

//! Right laws of the cost, of different kinds.

use ndarray::{Array2, Axis, concatenate, s};
use testkit::{Variant, variant};

use crate::Answers;

fn loss(a: f64, y: f64) -> f64 {
    -(if y > 0.5 { a } else { 1.0 - a }).ln()
}

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("agreement with a formula", cost_law, |cost, a2, y| {
        let terms = y * &a2.mapv(f64::ln) + (1.0 - y) * (1.0 - a2).mapv(f64::ln);
        (cost(a2, y) + terms.sum() / y.ncols() as f64).abs() <= 1e-5
    }),
    variant!("algebraic: the mean of the costs of single examples", cost_law, |cost, a2, y| {
        let m = y.ncols();
        let example = |a: &Array2<f64>, j: usize| a.slice(s![.., j..=j]).to_owned();
        let mean = (0..m).map(|j| cost(&example(a2, j), &example(y, j))).sum::<f64>() / m as f64;
        let want = a2.column(0).iter().zip(y.column(0)).map(|(a, y)| loss(*a, *y)).sum::<f64>();
        (cost(a2, y) - mean).abs() <= 1e-7
            && (cost(&example(a2, 0), &example(y, 0)) - want).abs() <= 1e-5
    }),
    variant!("metamorphic: one more example moves the mean", cost_law, |cost, a2, y| {
        let m = y.ncols() as f64;
        let (half, one) = (Array2::from_elem((y.nrows(), 1), 0.5), Array2::ones((y.nrows(), 1)));
        let longer = |a: &Array2<f64>, b: &Array2<f64>| {
            concatenate(Axis(1), &[a.view(), b.view()]).expect("the rows are the same")
        };
        let got = cost(&longer(a2, &half), &longer(y, &one));
        let want = (m * cost(a2, y) + y.nrows() as f64 * 2.0_f64.ln()) / (m + 1.0);
        let plain = a2.iter().zip(y).map(|(a, y)| loss(*a, *y)).sum::<f64>() / m;
        (got - want).abs() <= 1e-7 && (cost(a2, y) - plain).abs() <= 1e-6
    }),
    variant!(
        "a gradient check: the slope in an output is -y/a + (1-y)/(1-a)",
        cost_law,
        |cost, a2, y| {
            let m = y.ncols() as f64;
            // At one half everywhere the cost is ln 2 for each output.
            let half = Array2::from_elem(y.dim(), 0.5);
            let is_anchored = (cost(&half, y) - y.nrows() as f64 * 2.0_f64.ln()).abs() <= 1e-6;
            is_anchored
                && a2.indexed_iter().all(|(at, a)| {
                    let a = a.clamp(0.01, 0.99);
                    let moved = |by: f64| {
                        let mut point = half.clone();
                        point[at] = a + by;
                        cost(&point, y)
                    };
                    let rate = (moved(1e-5) - moved(-1e-5)) / 2e-5;
                    let want = if y[at] > 0.5 { -1.0 / a } else { 1.0 / (1.0 - a) } / m;
                    (rate - want).abs() <= 1e-4
                })
        }
    ),
];

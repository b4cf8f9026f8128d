//! Right ways to write `train`.

use activations_suite::reference::sigmoid;
use init::Parameters;
use ndarray::{Array2, Axis};
use testkit::{Variant, variant};

use crate::{Answers, reference};

/// What training gives.
type Trained = (Parameters, Vec<f64>);

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("all in one function, in place", train, in_place),
    variant!("with the cost from a2", train, |x, y, start, rate, steps| {
        let mut parameters = start.clone();
        let mut costs = vec![0.0; steps];
        for cost in &mut costs {
            let a2 = reference::logits(&parameters, x).mapv(sigmoid);
            let terms = y * &a2.ln() + (1.0 - y) * (1.0 - &a2).ln();
            *cost = -terms.sum() / y.ncols() as f64;
            let (_, gradients) = reference::cost_and_gradients(&parameters, x, y);
            parameters = reference::update(&parameters, &gradients, rate);
        }
        (parameters, costs)
    }),
    variant!("step by step, by iteration", train, |x, y, start, rate, steps| {
        let path: Vec<Parameters> = std::iter::successors(Some(start.clone()), |now| {
            let (_, gradients) = reference::cost_and_gradients(now, x, y);
            Some(reference::update(now, &gradients, rate))
        })
        .take(steps + 1)
        .collect();
        let cost = |p: &Parameters| reference::cost_from_logits(&reference::logits(p, x), y);
        (path[steps].clone(), path[..steps].iter().map(cost).collect())
    }),
    variant!("with the examples one after the other", train, |x, y, start, rate, steps| {
        let (mut now, mut costs) = (start.clone(), Vec::with_capacity(steps));
        let share = rate / x.ncols() as f64;
        for _ in 0..steps {
            let from = now.clone();
            costs.push(reference::cost_from_logits(&reference::logits(&from, x), y));
            for t in (0..x.ncols()).rev() {
                let (x, y) = (x.select(Axis(1), &[t]), y.select(Axis(1), &[t]));
                let gradients = reference::backward(&from, &reference::forward(&from, &x), &x, &y);
                now = reference::update(&now, &gradients, share);
            }
        }
        (now, costs)
    }),
];

fn in_place(
    x: &Array2<f64>,
    y: &Array2<f64>,
    start: &Parameters,
    learning_rate: f64,
    steps: usize,
) -> Trained {
    let Parameters { mut w1, mut b1, mut w2, mut b2 } = start.clone();
    let m = x.ncols() as f64;
    let mut costs = Vec::new();
    while costs.len() < steps {
        let a1 = (w1.dot(x) + &b1).mapv_into(f64::tanh);
        let z2 = w2.dot(&a1) + &b2;
        let losses = z2.mapv(|z| z.max(0.0) + (-z.abs()).exp().ln_1p()) - y * &z2;
        costs.push(losses.sum() / m);
        let dz2 = z2.mapv_into(|z| 1.0 / (1.0 + (-z).exp())) - y;
        let dz1 = w2.t().dot(&dz2) * (1.0 - &a1 * &a1);
        w2.scaled_add(-learning_rate / m, &dz2.dot(&a1.t()));
        w1.scaled_add(-learning_rate / m, &dz1.dot(&x.t()));
        b2 -= &(learning_rate * dz2.sum_axis(Axis(1)).insert_axis(Axis(1)) / m);
        b1 -= &(learning_rate * dz1.sum_axis(Axis(1)).insert_axis(Axis(1)) / m);
    }
    (Parameters { w1, b1, w2, b2 }, costs)
}

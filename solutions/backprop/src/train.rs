//! # Exercise 3.12: training
//!
//! Everything together: forward, cost, backward, update, and once more from the top. The exercises
//! before this one are yours to call: `use crate::{backward, forward, ..};`.

use crate::{backward, cost_from_logits, forward, update};
use init::Parameters;
use ndarray::Array2;

/// Trains the network on all examples at once, with `steps` steps of gradient descent from `start`:
/// the parameters after the last step, and the cost before each step.
///
/// The inputs are `x (n_x, m)`, the labels `y (n_y, m)` are 0 or 1. With 0 steps the parameters are
/// those of the start, and there are no costs.
///
/// ```
/// # use init::Parameters;
/// # use ndarray::array;
/// # use solution_backprop::train;
/// let start = Parameters {
///     w1: array![[0.0]],
///     b1: array![[0.0]],
///     w2: array![[2.0]],
///     b2: array![[0.0]],
/// };
/// let (x, y) = (array![[3.0]], array![[1.0]]);
/// let (parameters, costs) = train(&x, &y, &start, 0.1, 1);
/// // The output is 1/2, and the gradients are dw1 = -3, db1 = -1, dw2 = 0, db2 = -1/2.
/// assert!((costs[0] - 2_f64.ln()).abs() < 1e-15);
/// assert_eq!(costs.len(), 1);
/// assert!((parameters.w1[(0, 0)] - 0.3).abs() < 1e-15);
/// assert_eq!(parameters.w2, array![[2.0]]);
/// ```
pub fn train(
    x: &Array2<f64>,
    y: &Array2<f64>,
    start: &Parameters,
    learning_rate: f64,
    steps: usize,
) -> (Parameters, Vec<f64>) {
    let mut parameters = start.clone();
    let mut costs = Vec::new();
    for _ in 0..steps {
        let cache = forward(&parameters, x);
        costs.push(cost_from_logits(&cache.z2, y));
        let gradients = backward(&parameters, &cache, x, y);
        parameters = update(&parameters, &gradients, learning_rate);
    }
    (parameters, costs)
}

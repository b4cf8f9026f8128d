//! # Exercise 3.12: training
//!
//! Everything together: forward, cost, backward, update, and once more from the top. The exercises
//! before this one are yours to call: `use crate::{backward, forward, ..};`.
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check train
//! ```

use init::Parameters;
use ndarray::Array2;

/// Trains the network on all examples at once, with `steps` steps of gradient descent from `start`:
/// the parameters after the last step, and the cost before each step.
///
/// The inputs are `x (n_x, m)`, the labels `y (n_y, m)` are 0 or 1. With 0 steps the parameters are
/// those of the start, and there are no costs.
pub fn train(
    x: &Array2<f64>,
    y: &Array2<f64>,
    start: &Parameters,
    learning_rate: f64,
    steps: usize,
) -> (Parameters, Vec<f64>) {
    todo!("repeat forward, cost, backward and update, and keep the cost before each step")
}

//! The network of the notes: one tanh layer, a sigmoid at the output.

use backprop_suite::data::Data;
use init::Parameters;
use ndarray::Array2;
use rand::rngs::StdRng;
use solution_backprop::{backward, cost_from_logits, forward, update};

use super::starts::normal;

/// The start of the notes with another scale: weights `scale * randn`, biases zero.
pub fn start(rng: &mut StdRng, n_x: usize, n_h: usize, n_y: usize, scale: f64) -> Parameters {
    Parameters {
        w1: scale * normal(rng, n_h, n_x),
        b1: Array2::zeros((n_h, 1)),
        w2: scale * normal(rng, n_y, n_h),
        b2: Array2::zeros((n_y, 1)),
    }
}

/// One step of gradient descent with the solutions of lesson 3; returns the cost before.
pub fn step(parameters: &mut Parameters, data: &Data, learning_rate: f64) -> f64 {
    let cache = forward(parameters, &data.x);
    let gradients = backward(parameters, &cache, &data.x, &data.y);
    *parameters = update(parameters, &gradients, learning_rate);
    cost_from_logits(&cache.z2, &data.y)
}

/// Trains until the cost is below `target`, and returns how many steps that took; `None` if `most`
/// steps do not get there.
pub fn steps_to(
    start: &Parameters,
    data: &Data,
    learning_rate: f64,
    target: f64,
    most: usize,
) -> Option<usize> {
    let mut parameters = start.clone();
    (0..=most).find(|_| step(&mut parameters, data, learning_rate) < target)
}

/// The share of examples that the network classifies as labelled, in percent.
pub fn percent_right(parameters: &Parameters, data: &Data) -> f64 {
    100.0 * data.accuracy(&forward(parameters, &data.x).a2)
}

//! # Exercise 1.5: the slopes of sigmoid and tanh

use crate::{sigmoid, tanh};

/// The slope of the sigmoid at `z`, between 0 and 1/4: with `a = sigmoid(z)` it is `a (1 - a)`.
///
/// ```
/// # use solution_activations::sigmoid_prime;
/// assert_eq!(sigmoid_prime(0.0), 0.25); // 1/2 * 1/2
/// ```
pub fn sigmoid_prime(z: f64) -> f64 {
    let a = sigmoid(z);
    a * (1.0 - a)
}

/// The slope of tanh at `z`, between 0 and 1: with `a = tanh(z)` it is `1 - a^2`.
///
/// ```
/// # use solution_activations::tanh_prime;
/// assert_eq!(tanh_prime(0.0), 1.0); // 1 - 0 * 0
/// ```
pub fn tanh_prime(z: f64) -> f64 {
    let a = tanh(z);
    1.0 - a * a
}

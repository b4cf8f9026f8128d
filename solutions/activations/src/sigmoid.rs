//! # Exercise 1.1: the sigmoid

/// The sigmoid of `z`: `1 / (1 + e^-z)`, between 0 and 1.
///
/// ```
/// # use solution_activations::sigmoid;
/// assert_eq!(sigmoid(0.0), 0.5); // 1 / (1 + 1)
/// ```
pub fn sigmoid(z: f64) -> f64 {
    1.0 / (1.0 + (-z).exp())
}

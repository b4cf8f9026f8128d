//! # Exercise 1.2: tanh
//!
//! The hyperbolic tangent is a sigmoid in other clothes: find out which, and you need no new
//! exponential.

use crate::sigmoid;

/// The hyperbolic tangent of `z`: `(e^z - e^-z) / (e^z + e^-z)`, between -1 and 1.
///
/// `z` is any finite number, however large.
///
/// ```
/// # use solution_activations::tanh;
/// assert_eq!(tanh(0.0), 0.0); // (1 - 1) / (1 + 1)
/// assert!((tanh(3.0_f64.ln()) - 0.8).abs() < 1e-15); // (3 - 1/3) / (3 + 1/3) = 8 / 10
/// ```
pub fn tanh(z: f64) -> f64 {
    // Divide the fraction by e^z: 1 - 2 e^-2z / (1 + e^-2z), which is 2 sigmoid(2z) - 1.
    2.0 * sigmoid(2.0 * z) - 1.0
}

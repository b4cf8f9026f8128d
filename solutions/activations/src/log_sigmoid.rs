//! # Exercise 1.12 (bonus): the logarithm of the sigmoid
//!
//! The cost of an example is such a logarithm. Taken in two steps it goes wrong far from 0, because
//! the sigmoid rounds to 0 or to 1 there.

/// The logarithm of the sigmoid of `z`: `ln(sigmoid(z)) = -ln(1 + e^-z)`, never positive.
///
/// It is finite for every finite `z`, and right to the last digits also where it is tiny: about
/// `-e^-z` for a large `z`, about `z` for a very negative one.
///
/// ```
/// # use solution_activations::log_sigmoid;
/// assert_eq!(log_sigmoid(0.0), -(2.0_f64.ln())); // ln(1/2)
/// assert_eq!(log_sigmoid(-1e6), -1e6);
/// ```
pub fn log_sigmoid(z: f64) -> f64 {
    // For negative z, -ln(1 + e^-z) = z - ln(1 + e^z): the exponent is never positive.
    z.min(0.0) - (-z.abs()).exp().ln_1p()
}

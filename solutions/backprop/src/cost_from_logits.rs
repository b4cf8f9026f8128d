//! # Exercise 3.4: the cost from the logits
//!
//! `sigmoid(z)` rounds to exactly 1 beyond `z = 37`: what the logarithm of `1 - a` needs is lost.
//! `z` itself still has it.

use ndarray::Array2;

/// The cross-entropy of the outputs `sigmoid(z2)` and the labels `y`, both `(n_y, m)`, from `z2`
/// itself. The loss `-(y ln(a) + (1 - y) ln(1 - a))` becomes `ln(1 + e^z) - z y`; the cost is the
/// sum of all losses divided by the number of examples `m` (not by `n_y m`).
///
/// Labels are exactly 0 or 1. A single `z` may be as large as 1e308, and its loss is still finite.
///
/// ```
/// # use ndarray::array;
/// # use solution_backprop::cost_from_logits;
/// // Right beyond doubt, which costs nothing, and wrong beyond doubt: (0 + 1000) / 2.
/// let (z2, y) = (array![[1000.0, 1000.0]], array![[1.0, 0.0]]);
/// assert_eq!(cost_from_logits(&z2, &y), 500.0);
/// ```
pub fn cost_from_logits(z2: &Array2<f64>, y: &Array2<f64>) -> f64 {
    let losses = z2.iter().zip(y).map(|(z, y)| softplus(*z) - z * y);
    losses.sum::<f64>() / y.ncols() as f64
}

/// `ln(1 + e^z)`. The larger of 1 and `e^z` is taken out of the logarithm, so that nothing
/// overflows.
fn softplus(z: f64) -> f64 {
    z.max(0.0) + (-z.abs()).exp().ln_1p()
}

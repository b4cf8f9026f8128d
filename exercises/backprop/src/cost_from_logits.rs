//! # Exercise 3.4: the cost from the logits
//!
//! `sigmoid(z)` rounds to exactly 1 beyond `z = 37`: what the logarithm of `1 - a` needs is lost.
//! `z` itself still has it.
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check cost_from_logits
//! ```

use ndarray::Array2;

/// The cross-entropy of the outputs `sigmoid(z2)` and the labels `y`, both `(n_y, m)`, from `z2`
/// itself. The loss `-(y ln(a) + (1 - y) ln(1 - a))` becomes `ln(1 + e^z) - z y`; the cost is the
/// sum of all losses divided by the number of examples `m` (not by `n_y m`).
///
/// Labels are exactly 0 or 1. A single `z` may be as large as 1e308, and its loss is still finite.
pub fn cost_from_logits(z2: &Array2<f64>, y: &Array2<f64>) -> f64 {
    todo!("add up ln(1 + e^z) - z y without letting e^z overflow, then divide by m")
}

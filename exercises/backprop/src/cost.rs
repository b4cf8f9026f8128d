//! # Exercise 3.3: the cost
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check cost
//! ```

use ndarray::Array2;

/// The cross-entropy of the outputs `a2` and the labels `y`, both `(n_y, m)`: the loss of an output
/// `a` is `-(y ln(a) + (1 - y) ln(1 - a))`, and the cost is the sum of all losses divided by the
/// number of examples `m` (not by `n_y m`: the outputs of an example add up).
///
/// Labels are exactly 0 or 1, outputs lie between them. An output that is exactly its label has
/// the loss 0.
pub fn cost(a2: &Array2<f64>, y: &Array2<f64>) -> f64 {
    todo!("add up -ln(a) where y is 1 and -ln(1 - a) where y is 0, then divide by m")
}

//! # Exercise 3.1: one layer, before its activation
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check linear_forward
//! ```

use ndarray::Array2;

/// `w a + b` for one layer: the weights `w (n, n_previous)`, the biases `b (n, 1)`, and what the
/// layer before gave, `a (n_previous, m)`, an example per column. The result is `(n, m)`.
pub fn linear_forward(w: &Array2<f64>, b: &Array2<f64>, a: &Array2<f64>) -> Array2<f64> {
    todo!("multiply w by a and add b to every column")
}

//! # Exercise 3.6: the gradients of the output layer
//!
//! The cost is a mean over the `m` examples. Its slope in `z2` is `dz2 / m`; the factor `1 / m` is
//! left out of `dz2` itself and comes in where the examples are added up.
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check output_gradients
//! ```

use backprop::Cache;
use ndarray::Array2;

/// The gradients of the cost at the output layer: `(dz2, dw2, db2)`.
///
/// `dz2 (n_y, m)` is the error of every output, `dw2 (n_y, n_h)` and `db2 (n_y, 1)` are the slopes
/// of the cost in `w2` and `b2`. The labels `y (n_y, m)` are 0 or 1; `cache` is what the forward
/// pass kept.
pub fn output_gradients(cache: &Cache, y: &Array2<f64>) -> (Array2<f64>, Array2<f64>, Array2<f64>) {
    todo!("subtract y from a2, and average its products with a1 and itself over the examples")
}

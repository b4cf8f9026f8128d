//! # Exercise 3.8: backpropagation
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check backward
//! ```

use backprop::{Cache, Gradients};
use init::Parameters;
use ndarray::Array2;

/// The gradients of the cost in all parameters, each in the shape of its parameter.
///
/// `cache` is what the forward pass kept of these `parameters` on the inputs `x (n_x, m)`; the
/// labels `y (n_y, m)` are 0 or 1. The cost is the cross-entropy, averaged over the `m` examples.
pub fn backward(
    parameters: &Parameters,
    cache: &Cache,
    x: &Array2<f64>,
    y: &Array2<f64>,
) -> Gradients {
    todo!("compute dz2, dw2 and db2 first, and from dz2 then dw1 and db1")
}

//! # Exercise 3.7: the gradients of the hidden layer
//!
//! The error `dz2` of the outputs flows back along the weights `w2` and through the slope of tanh.
//! Where `dz2` came from does not matter here: the rule holds for any.
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check hidden_gradients
//! ```

use backprop::Cache;
use init::Parameters;
use ndarray::Array2;

/// The gradients of the hidden layer: `(dw1, db1)`, shaped like `w1 (n_h, n_x)` and `b1 (n_h, 1)`.
///
/// `x (n_x, m)` are the inputs, `cache` is what the forward pass kept, and `dz2 (n_y, m)` is the
/// error of every output, in which the factor `1 / m` is not yet contained.
pub fn hidden_gradients(
    parameters: &Parameters,
    cache: &Cache,
    x: &Array2<f64>,
    dz2: &Array2<f64>,
) -> (Array2<f64>, Array2<f64>) {
    todo!("send dz2 back through w2 and the slope of tanh, then average over the examples")
}

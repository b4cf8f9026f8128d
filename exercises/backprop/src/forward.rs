//! # Exercise 3.2: the forward pass
//!
//! The cache keeps every step, because the backward pass needs them again.
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check forward
//! ```

use backprop::Cache;
use init::Parameters;
use ndarray::Array2;

/// The network on the inputs `x (n_x, m)`: `z1 = w1 x + b1` and `a1 = tanh(z1)` for the hidden
/// units, both `(n_h, m)`, then `z2 = w2 a1 + b2` and `a2 = sigmoid(z2)` for the outputs, both
/// `(n_y, m)`. No entry is NaN, even where the weights are in the thousands.
pub fn forward(parameters: &Parameters, x: &Array2<f64>) -> Cache {
    todo!("compute z1 = w1 x + b1, a1 = tanh(z1), z2 = w2 a1 + b2 and a2 = sigmoid(z2)")
}

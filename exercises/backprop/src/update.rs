//! # Exercise 3.10: a step of gradient descent
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check update
//! ```

use backprop::Gradients;
use init::Parameters;

/// The parameters after one step of gradient descent: each entry `w` becomes
/// `w - learning_rate * dw`. The ones passed in stay as they are.
pub fn update(parameters: &Parameters, gradients: &Gradients, learning_rate: f64) -> Parameters {
    todo!("subtract learning_rate times its gradient from each of the four parameters")
}

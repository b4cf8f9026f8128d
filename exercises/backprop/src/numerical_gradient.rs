//! # Exercise 3.9: checking oneself
//!
//! A gradient can be measured without backpropagation: nudge one number, see what the cost does.
//! That is slow, but so simple that it shows every mistake in the fast way.
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check numerical_gradient
//! ```

use backprop::Gradients;
use init::Parameters;

/// The gradients of `cost` at `parameters` by central differences: the slope in an entry `w` is
/// `(cost(w + step) - cost(w - step)) / (2 step)`, all other entries staying as they are.
pub fn numerical_gradient(
    cost: &dyn Fn(&Parameters) -> f64,
    parameters: &Parameters,
    step: f64,
) -> Gradients {
    todo!("nudge each entry by step to both sides and divide the change of the cost by 2 step")
}

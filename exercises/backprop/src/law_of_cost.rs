//! # Exercise 3.13 (bonus): a law of the cost
//!
//! What fixes the cross-entropy, and which wrong costs keep most of what you could say of it?
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check law_of_cost
//! ```

use ndarray::Array2;

/// Whether `cost` is right for these outputs and labels, as far as this law looks.
///
/// The cost is the cross-entropy, added up over the outputs and averaged over the examples. `a2 (n_y, m)` comes from a
/// forward pass with `|z2|` up to 12, so that no output is exactly 0 or 1; `y (n_y, m)` holds 0 and 1. The law may call
/// `cost` as often as 2,000 times, with any outputs and labels of one shape, and remembers nothing.
pub fn cost_law(
    cost: &dyn Fn(&Array2<f64>, &Array2<f64>) -> f64,
    a2: &Array2<f64>,
    y: &Array2<f64>,
) -> bool {
    todo!("add up the losses of all entries, divide by m, and compare with a tolerance")
}

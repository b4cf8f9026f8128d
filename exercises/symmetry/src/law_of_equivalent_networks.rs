//! # Exercise 4.5 (bonus): a law of equivalent networks
//!
//! That the outputs stay the same is a law of every order, the wrong one included. What tells the right one?
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check law_of_equivalent_networks
//! ```

use init::Parameters;
use ndarray::Array2;

/// Whether `permute` puts the hidden units of the network in this order, as far as this law looks.
///
/// New unit `i` must be old unit `order[i]`, with all that belongs to it; `b2` stays. `parameters` are a network,
/// `order` holds each of `0..n_h` once, and `x (n_x, m)` are inputs for it. The law may call `permute` as often as
/// 2,000 times, with any network and order that fit, and remembers nothing.
pub fn permute_law(
    permute: &dyn Fn(&Parameters, &[usize]) -> Parameters,
    parameters: &Parameters,
    order: &[usize],
    x: &Array2<f64>,
) -> bool {
    todo!("permute the units, and say whether each part of each unit stands where `order` puts it")
}

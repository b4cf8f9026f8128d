//! # Exercise 2.5: weights that keep a signal's size
//!
//! A unit adds up `fan_in` products. If the weights have variance `gain / fan_in`, the sum is about
//! as large as one input, however many there are. A gain of 1 suits tanh (Xavier), 2 suits ReLU,
//! which drops one half (He).
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check scaled
//! ```

use ndarray::Array2;
use rand::rngs::StdRng;

/// Weights `(fan_out, fan_in)` of a layer with `fan_in` inputs and `fan_out` units (each at least
/// 1), drawn one by one from `rng`: normal, with mean 0 and variance `gain / fan_in`. `gain` is
/// positive.
pub fn initialize_scaled(
    rng: &mut StdRng,
    fan_in: usize,
    fan_out: usize,
    gain: f64,
) -> Array2<f64> {
    todo!("multiply standard normal numbers by the root of gain over fan_in")
}

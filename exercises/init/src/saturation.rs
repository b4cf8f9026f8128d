//! # Exercise 2.6: how much of a layer is saturated
//!
//! A unit is saturated where the slope of its activation is small: a gradient that passes through
//! it nearly vanishes. Large weights make `z` large, so they saturate sigmoid and tanh.
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check saturation
//! ```

use activations::Activation;
use ndarray::Array2;

/// The share of the entries of `z`, between 0 and 1, at which the slope of `activation` is strictly
/// below `threshold`. `z` has at least one entry, all finite, and `threshold` is at least 0. At
/// `z = 0` the slope of ReLU is 0, that of leaky ReLU is `NEGATIVE_SLOPE`.
pub fn saturated_fraction(activation: Activation, z: &Array2<f64>, threshold: f64) -> f64 {
    todo!("count the entries whose slope is below the threshold, and divide by the number of all")
}

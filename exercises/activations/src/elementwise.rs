//! # Exercise 1.8: a whole layer
//!
//! A layer of `n` units sees `m` examples at once: `z` has a row per unit and a column per example.
//! It may lie in memory in any way, and be empty.
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check elementwise
//! ```

use activations::Activation;
use ndarray::Array2;

/// The activation of every entry of `z`, in the shape of `z`.
///
/// Leaky ReLU has the slope `activations::NEGATIVE_SLOPE` for negative entries; the identity gives
/// `z` itself.
pub fn forward(activation: Activation, z: &Array2<f64>) -> Array2<f64> {
    todo!("match on the activation and map it over z")
}

/// The slope of the activation at every entry of `z`, in the shape of `z`.
///
/// At a kink it is the slope of the left side.
pub fn prime(activation: Activation, z: &Array2<f64>) -> Array2<f64> {
    todo!("match on the activation and map its slope over z")
}

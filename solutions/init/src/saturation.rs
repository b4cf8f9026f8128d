//! # Exercise 2.6: how much of a layer is saturated
//!
//! A unit is saturated where the slope of its activation is small: a gradient that passes through
//! it nearly vanishes. Large weights make `z` large, so they saturate sigmoid and tanh.

use activations::{Activation, NEGATIVE_SLOPE};
use ndarray::Array2;

/// The share of the entries of `z`, between 0 and 1, at which the slope of `activation` is strictly
/// below `threshold`. `z` has at least one entry, all finite, and `threshold` is at least 0. At
/// `z = 0` the slope of ReLU is 0, that of leaky ReLU is `NEGATIVE_SLOPE`.
///
/// ```
/// # use activations::Activation;
/// # use ndarray::array;
/// # use solution_init::saturated_fraction;
/// let z = array![[0.0, 9.0], [-9.0, 0.5]]; // the slopes of tanh: 1, 6e-8, 6e-8 and 0.79
/// assert_eq!(saturated_fraction(Activation::Tanh, &z, 0.01), 0.5);
/// ```
pub fn saturated_fraction(activation: Activation, z: &Array2<f64>, threshold: f64) -> f64 {
    let saturated = z.iter().filter(|z| slope(activation, **z) < threshold).count();
    saturated as f64 / z.len() as f64
}

fn slope(activation: Activation, z: f64) -> f64 {
    match activation {
        Activation::Sigmoid => {
            let a = 1.0 / (1.0 + (-z).exp());
            a * (1.0 - a)
        }
        Activation::Tanh => 1.0 - z.tanh().powi(2),
        Activation::Relu if z > 0.0 => 1.0,
        Activation::Relu => 0.0,
        Activation::LeakyRelu if z > 0.0 => 1.0,
        Activation::LeakyRelu => NEGATIVE_SLOPE,
        Activation::Identity => 1.0,
    }
}

//! # Exercise 1.8: a whole layer
//!
//! A layer of `n` units sees `m` examples at once: `z` has a row per unit and a column per example.
//! It may lie in memory in any way, and be empty.

use activations::{Activation, NEGATIVE_SLOPE};
use ndarray::Array2;

use crate::{
    leaky_relu, leaky_relu_prime, relu, relu_prime, sigmoid, sigmoid_prime, tanh, tanh_prime,
};

/// The activation of every entry of `z`, in the shape of `z`.
///
/// Leaky ReLU has the slope `activations::NEGATIVE_SLOPE` for negative entries; the identity gives
/// `z` itself.
///
/// ```
/// # use activations::Activation;
/// # use ndarray::array;
/// # use solution_activations::forward;
/// let z = array![[1.0, -2.0], [0.0, 3.0]];
/// assert_eq!(forward(Activation::Relu, &z), array![[1.0, 0.0], [0.0, 3.0]]);
/// ```
pub fn forward(activation: Activation, z: &Array2<f64>) -> Array2<f64> {
    match activation {
        Activation::Sigmoid => z.mapv(sigmoid),
        Activation::Tanh => z.mapv(tanh),
        Activation::Relu => z.mapv(relu),
        Activation::LeakyRelu => z.mapv(|z| leaky_relu(z, NEGATIVE_SLOPE)),
        Activation::Identity => z.clone(),
    }
}

/// The slope of the activation at every entry of `z`, in the shape of `z`.
///
/// At a kink it is the slope of the left side.
///
/// ```
/// # use activations::Activation;
/// # use ndarray::array;
/// # use solution_activations::prime;
/// let z = array![[1.0, -2.0], [0.0, 3.0]];
/// assert_eq!(prime(Activation::Relu, &z), array![[1.0, 0.0], [0.0, 1.0]]);
/// ```
pub fn prime(activation: Activation, z: &Array2<f64>) -> Array2<f64> {
    match activation {
        Activation::Sigmoid => z.mapv(sigmoid_prime),
        Activation::Tanh => z.mapv(tanh_prime),
        Activation::Relu => z.mapv(relu_prime),
        Activation::LeakyRelu => z.mapv(|z| leaky_relu_prime(z, NEGATIVE_SLOPE)),
        Activation::Identity => Array2::ones(z.dim()),
    }
}

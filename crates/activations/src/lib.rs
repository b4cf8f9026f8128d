//! Lesson 1: activation functions.
//!
//! A hidden unit computes `a = g(z)`: `z` is a weighted sum of its inputs, `g` is its activation
//! function. Four of them are in use: the sigmoid `1 / (1 + e^-z)`, tanh, ReLU `max(0, z)` and
//! leaky ReLU, which lets a little through left of 0. Gradient descent follows their slopes `g'(z)`, so this lesson asks
//! for both, for one number and for a layer, and then shows why `g` must not be linear.
//!
//! The exercises are in `exercises/activations`. This crate holds what a student's file may use: the types of the
//! lesson, and the functions that it must provide ([`Answers`]). It knows no property and no answer.

#[cfg(feature = "kernels")]
pub mod kernels;

#[cfg(feature = "kernels")]
pub use kernels::{Kernel, forward, prime, prime_from_output};

use contract::{choice, contract};
use ndarray::Array2;
use rand::rngs::StdRng;

/// The slope of leaky ReLU left of 0 wherever a course function does not take it as an argument.
pub const NEGATIVE_SLOPE: f64 = 0.01;

/// An activation function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Activation {
    /// `1 / (1 + e^-z)`, between 0 and 1.
    Sigmoid,
    /// `(e^z - e^-z) / (e^z + e^-z)`, between -1 and 1.
    Tanh,
    /// `max(0, z)`; its slope at 0 is taken to be 0.
    Relu,
    /// `z` where it is positive, else `negative_slope * z` with [`NEGATIVE_SLOPE`]; its slope at 0 is that of the left side.
    LeakyRelu,
    /// `z` itself.
    Identity,
}

choice!(Activation { Sigmoid, Tanh, Relu, LeakyRelu, Identity });

impl Activation {
    /// Every activation function.
    pub const ALL: [Self; 5] =
        [Self::Sigmoid, Self::Tanh, Self::Relu, Self::LeakyRelu, Self::Identity];
}

contract! {
    /// What an answer to this lesson provides.
    pub struct Answers {
        /// The sigmoid of `z`: `1 / (1 + e^-z)`.
        fn sigmoid(z: f64) -> f64;
        /// The hyperbolic tangent of `z`: `(e^z - e^-z) / (e^z + e^-z)`.
        fn tanh(z: f64) -> f64;
        /// `max(0, z)`.
        fn relu(z: f64) -> f64;
        /// `z` where it is positive, else `negative_slope * z`.
        fn leaky_relu(z: f64, negative_slope: f64) -> f64;
        /// The slope of the sigmoid at `z`.
        fn sigmoid_prime(z: f64) -> f64;
        /// The slope of tanh at `z`.
        fn tanh_prime(z: f64) -> f64;
        /// The slope of the sigmoid where its value is `a`.
        fn sigmoid_prime_from_a(a: f64) -> f64;
        /// The slope of tanh where its value is `a`.
        fn tanh_prime_from_a(a: f64) -> f64;
        /// The slope of ReLU at `z`; 0 at 0.
        fn relu_prime(z: f64) -> f64;
        /// The slope of leaky ReLU at `z`; `negative_slope` at 0.
        fn leaky_relu_prime(z: f64, negative_slope: f64) -> f64;
        /// The activation of every entry of `z`.
        fn forward(activation: Activation, z: &Array2<f64>) -> Array2<f64>;
        /// The slope of the activation at every entry of `z`.
        fn prime(activation: Activation, z: &Array2<f64>) -> Array2<f64>;
        /// `forward`, by several threads.
        fn forward_parallel(activation: Activation, z: &Array2<f64>) -> Array2<f64>;
        /// The one layer `(w, b)` that does what the linear `layers` do one after the other.
        fn collapse(layers: &[(Array2<f64>, Array2<f64>)]) -> (Array2<f64>, Array2<f64>);
        /// Whether `|tanh(z)| < sigmoid(z)`.
        fn tanh_is_closer_to_zero(z: f64) -> bool;
        /// Whether the slope of tanh at `z` is larger than that of the sigmoid.
        fn tanh_slope_is_larger(z: f64) -> bool;
        /// The logarithm of the sigmoid of `z`.
        fn log_sigmoid(z: f64) -> f64;
        /// Whether `sigmoid` is right at `z`, as far as this law looks.
        fn sigmoid_law(sigmoid: &dyn Fn(f64) -> f64, z: f64) -> bool;
        /// A number on which a law of the sigmoid is worth asking.
        fn draw_z(rng: &mut StdRng) -> f64;
        /// Whether `slope` is the slope of `g` at `z`, as far as this law looks.
        fn slope_law(g: &dyn Fn(f64) -> f64, slope: &dyn Fn(f64) -> f64, z: f64) -> bool;
    }
}

//! Lesson 2: how a network starts.
//!
//! Gradient descent needs a place to start from. A network with `n_x` inputs, `n_h` hidden units
//! and `n_y` outputs has four matrices to fill ([`Parameters`]), and it matters with what:
//!
//! - **not with zeros alone**: hidden units that start out equal receive equal gradients and stay
//!   equal for ever, so that `n_h` units are worth one. Lesson 4 proves it; here the weights are
//!   drawn at random, which sets the units apart. The biases may then be zero.
//! - **not with large numbers**: far from 0 the slope of sigmoid and tanh is nearly 0 (they are
//!   *saturated*), and a unit without a slope learns slowly. So the notes multiply by 0.01.
//! - **not with small ones either, in a deep network**: each layer would shrink the signal. Weights
//!   of variance `gain / fan_in` keep its size, with a gain of 1 for tanh (Xavier) and of 2 for
//!   ReLU (He).
//!
//! The notes name three calls of `NumPy`. `randint(100)` is one whole number from 0 to 99;
//! `rand(100)` is 100 numbers between 0 and 1, all equally likely; `randn(100)` is 100 numbers from
//! the standard normal distribution, which may be negative and of which a third lies beyond 1.
//! Whoever draws takes the generator as an argument: the same seed gives the same network.
//!
//! The exercises are in `exercises/init`. This crate holds what a student's file may use: the types of the
//! lesson, and the functions that it must provide ([`Answers`]). It knows no property and no answer.

use contract::{contract, record};
use ndarray::{Array1, Array2};
use rand::rngs::StdRng;

use activations::Activation;

/// The weights and biases of a network with one hidden layer.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameters {
    /// Weights of the hidden layer, `(n_h, n_x)`: a row per hidden unit.
    pub w1: Array2<f64>,
    /// Biases of the hidden layer, `(n_h, 1)`.
    pub b1: Array2<f64>,
    /// Weights of the output layer, `(n_y, n_h)`: a column per hidden unit.
    pub w2: Array2<f64>,
    /// Biases of the output layer, `(n_y, 1)`.
    pub b2: Array2<f64>,
}

record!(Parameters { w1, b1, w2, b2 });

contract! {
    /// What an answer to this lesson provides.
    pub struct Answers {
        /// The sizes `(n_x, n_h, n_y)` of a network for the data `x (n_x, m)` and `y (n_y, m)`.
        fn layer_sizes(x: &Array2<f64>, y: &Array2<f64>, n_h: usize) -> (usize, usize, usize);
        /// A whole number from 0 to `upper - 1`, each equally likely.
        fn randint(rng: &mut StdRng, upper: u32) -> u32;
        /// `n` numbers between 0 (reached) and 1 (not reached), all equally likely.
        fn rand(rng: &mut StdRng, n: usize) -> Array1<f64>;
        /// `n` numbers from the standard normal distribution.
        fn randn(rng: &mut StdRng, n: usize) -> Array1<f64>;
        /// Parameters that are all zero.
        fn initialize_zeros(n_x: usize, n_h: usize, n_y: usize) -> Parameters;
        /// Weights `0.01 * randn`, biases zero.
        fn initialize(rng: &mut StdRng, n_x: usize, n_h: usize, n_y: usize) -> Parameters;
        /// Weights `(fan_out, fan_in)` from a normal distribution of variance `gain / fan_in`.
        fn initialize_scaled(
            rng: &mut StdRng,
            fan_in: usize,
            fan_out: usize,
            gain: f64,
        ) -> Array2<f64>;
        /// The share of entries of `z` where the slope of the activation is below `threshold`.
        fn saturated_fraction(activation: Activation, z: &Array2<f64>, threshold: f64) -> f64;
        /// Whether `initialize`, which takes a seed and the sizes `n_x`, `n_h` and `n_y`, is right for `seed`, as far
        /// as this law looks.
        fn initialize_law(
            initialize: &dyn Fn(u64, usize, usize, usize) -> Parameters,
            seed: u64,
        ) -> bool;
    }
}

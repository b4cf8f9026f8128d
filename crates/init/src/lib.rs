//! Lesson 2: how a network starts.

use ndarray::{Array1, Array2};
use rand::rngs::StdRng;
use testkit::generators::Pool;
use testkit::{contract, record};

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

impl Parameters {
    /// Parameters of a network with `n_x` inputs, `n_h` hidden units and `n_y` outputs, from the
    /// numbers of `pool`: about as large as standard normal ones.
    pub fn from_pool(pool: &mut Pool, n_x: usize, n_h: usize, n_y: usize) -> Self {
        Self {
            w1: pool.matrix(n_h, n_x),
            b1: pool.matrix(n_h, 1),
            w2: pool.matrix(n_y, n_h),
            b2: pool.matrix(n_y, 1),
        }
    }
}

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
    }
}

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
//! The exercises are in `exercises/init`, their solutions in `solutions/init`. Here is what an
//! answer provides ([`Answers`]), what must hold of it ([`properties`]), what students get wrong
//! ([`mistakes`]) and how they are helped ([`hints`]).

#[cfg(not(contract_only))]
pub mod hints;
// Wrong code stays as students write it.
#[allow(clippy::all, clippy::pedantic)]
#[cfg(not(contract_only))]
pub mod mistakes;
// A property that panics is a fault of the course, not something to document.
#[allow(clippy::missing_panics_doc)]
#[cfg(not(contract_only))]
pub mod properties;
#[cfg(all(feature = "answers", not(contract_only)))]
pub mod reference;
#[cfg(not(any(feature = "answers", contract_only)))]
mod reference;
// So do other ways to write it right.
#[allow(clippy::all, clippy::pedantic)]
#[cfg(all(any(test, feature = "answers"), not(contract_only)))]
pub mod variants;

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

#[cfg(not(contract_only))]
testkit::lesson! {
    init: Answers {
        layer_sizes {
            layer_sizes:
                agrees_with_the_shapes,
                takes_inputs_and_outputs_from_the_rows,
                does_not_depend_on_the_examples,
                passes_on_the_hidden_units;
        }
        draws {
            randint:
                randint_stays_below_upper,
                randint_follows_its_generator,
                randint_gives_every_number_equally_often,
                randint_has_no_favourites_below_a_large_upper;
            rand:
                rand_gives_n_numbers_from_zero_to_one,
                rand_follows_its_generator,
                rand_repeats_no_number,
                rand_is_uniform,
                rand_reaches_both_ends,
                rand_draws_each_number_on_its_own;
            randn:
                randn_gives_n_numbers,
                randn_follows_its_generator,
                randn_repeats_no_number,
                randn_is_standard_normal,
                randn_is_normal_far_out,
                randn_draws_each_number_on_its_own;
        }
        zeros {
            initialize_zeros:
                gives_each_unit_a_row_of_weights,
                gives_each_unit_one_bias,
                is_zero_everywhere;
        }
        initialize {
            initialize:
                gives_every_matrix_its_shape,
                leaves_the_biases_at_zero,
                follows_its_generator,
                repeats_no_weight,
                draws_small_normal_weights,
                draws_normal_weights_far_out,
                draws_each_weight_on_its_own;
        }
        scaled {
            initialize_scaled:
                has_a_row_per_output,
                follows_its_generator,
                repeats_no_weight,
                has_variance_gain_over_fan_in,
                draws_normal_weights_far_out,
                draws_each_weight_on_its_own;
        }
        saturation {
            saturated_fraction:
                agrees_with_counting,
                lies_between_zero_and_one,
                counts_slopes_strictly_below_the_threshold,
                of_two_parts_is_their_weighted_mean,
                never_falls_when_z_grows;
        }
    }
}

//! Lesson 1: activation functions.
//!
//! A hidden unit computes `a = g(z)`: `z` is a weighted sum of its inputs, `g` is its activation
//! function. Four of them are in use: the sigmoid `1 / (1 + e^-z)`, tanh, ReLU `max(0, z)` and
//! leaky ReLU `max(0.01 z, z)`. Gradient descent follows their slopes `g'(z)`, so this lesson asks
//! for both, for one number and for a layer, and then shows why `g` must not be linear.
//!
//! The exercises are in `exercises/activations`, their solutions in `solutions/activations`. Here
//! is what an answer provides ([`Answers`]), what must hold of it ([`properties`]), what students
//! get wrong ([`mistakes`]) and how they are helped ([`hints`]).

#[cfg(not(contract_only))]
pub mod hints;
#[cfg(feature = "kernels")]
pub mod kernels;
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

#[cfg(feature = "kernels")]
pub use kernels::{Kernel, forward, prime, prime_from_output};

use ndarray::Array2;
use testkit::{choice, contract};

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
    /// `max(negative_slope z, z)` with [`NEGATIVE_SLOPE`]; its slope at 0 is that of the left side.
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
    }
}

#[cfg(not(contract_only))]
testkit::lesson! {
    activations: Answers {
        sigmoid {
            sigmoid:
                agrees_with_the_formula,
                lies_strictly_between_zero_and_one,
                grows_with_z,
                and_its_mirror_image_add_up_to_one;
        }
        tanh {
            tanh:
                agrees_with_the_formula,
                is_odd,
                lies_strictly_between_minus_one_and_one,
                is_a_stretched_sigmoid,
                averages_to_zero_over_mirrored_inputs,
                grows_with_z;
        }
        relu {
            relu:
                agrees_with_the_formula,
                is_never_negative,
                keeps_positive_numbers,
                is_positively_homogeneous,
                and_its_mirror_image_add_up_to_the_size_of_z;
        }
        leaky_relu {
            leaky_relu:
                agrees_with_the_formula,
                with_slope_zero_is_relu,
                with_slope_one_is_the_identity,
                is_positively_homogeneous,
                tells_any_two_numbers_apart;
        }
        slopes {
            sigmoid_prime:
                sigmoid_prime_agrees_with_the_formula,
                sigmoid_prime_is_the_central_difference,
                sigmoid_prime_is_even,
                sigmoid_prime_is_at_most_one_quarter,
                sigmoid_prime_fades_on_both_sides;
            tanh_prime:
                tanh_prime_agrees_with_the_formula,
                tanh_prime_is_the_central_difference,
                tanh_prime_is_even,
                tanh_prime_lies_between_zero_and_one,
                tanh_prime_is_four_times_that_of_the_sigmoid_at_2z;
        }
        slopes_from_output {
            sigmoid_prime_from_a:
                sigmoid_prime_from_a_gives_the_slope_at_z,
                sigmoid_prime_from_a_is_the_central_difference,
                sigmoid_prime_from_a_agrees_with_the_formula,
                sigmoid_prime_from_a_is_the_same_for_one_minus_a,
                sigmoid_prime_from_a_vanishes_at_both_ends;
            tanh_prime_from_a:
                tanh_prime_from_a_gives_the_slope_at_z,
                tanh_prime_from_a_is_the_central_difference,
                tanh_prime_from_a_agrees_with_the_formula,
                tanh_prime_from_a_is_even,
                tanh_prime_from_a_vanishes_at_both_ends;
        }
        hinge_slopes {
            relu_prime:
                relu_prime_is_zero_left_of_the_kink_and_one_right_of_it,
                relu_prime_is_the_central_difference,
                relu_prime_is_zero_at_zero,
                relu_prime_does_not_depend_on_the_size_of_z;
            leaky_relu_prime:
                leaky_relu_prime_is_the_slope_left_of_the_kink_and_one_right_of_it,
                leaky_relu_prime_is_the_central_difference,
                leaky_relu_prime_is_the_negative_slope_at_zero,
                leaky_relu_prime_with_slope_one_is_one;
        }
        elementwise {
            forward:
                forward_equals_the_scalar_entry_by_entry,
                forward_keeps_the_shape,
                forward_reads_any_memory_layout,
                forward_treats_each_entry_alone;
            prime:
                prime_equals_the_scalar_entry_by_entry,
                prime_is_the_central_difference,
                prime_keeps_the_shape,
                prime_reads_any_memory_layout,
                prime_treats_each_entry_alone;
        }
        parallel {
            forward_parallel:
                agrees_on_small_layers,
                agrees_on_large_layers,
                keeps_the_shape,
                gives_the_same_bits_twice;
        }
        collapse {
            collapse:
                agrees_with_the_product_of_the_layers,
                gives_the_same_outputs_for_any_x,
                has_a_row_per_output_and_a_column_per_input,
                leaves_a_single_layer_as_it_is,
                may_be_done_in_two_steps,
                has_at_most_the_rank_of_its_narrowest_layer;
        }
        predictions {
            tanh_is_closer_to_zero:
                tanh_is_closer_to_zero_compares_both_values,
                tanh_is_closer_to_zero_ends_where_the_curves_cross,
                tanh_is_closer_to_zero_near_zero_only;
            tanh_slope_is_larger:
                tanh_slope_is_larger_compares_both_slopes,
                tanh_slope_is_larger_ends_where_the_slopes_cross,
                tanh_slope_is_larger_on_both_sides_alike;
        }
        log_sigmoid {
            log_sigmoid:
                agrees_to_the_last_digits,
                is_finite_for_every_finite_z,
                is_never_positive,
                and_its_mirror_image_differ_by_z,
                is_undone_by_the_exponential,
                rises_by_one_minus_the_sigmoid;
        }
    }
}

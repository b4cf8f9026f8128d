//! Checks lesson 1, activation functions and their slopes.
//!
//! The table [`LESSON`] lists every exercise with its functions and their properties. Each exercise is a
//! folder:
//!
//! - `properties`: what every right answer satisfies, each a plain function;
//! - `mistakes`: what students get wrong, in code, with words that explain it;
//! - `variants`: right answers written differently, which every property must accept;
//! - `hints`: three steps of help for each function.
//!
//! Properties compare an answer with [`reference`](mod@reference), which is written out naively and shares
//! no code with the solutions. Only an exercise's own test depends on this package: it contains the
//! answers.

// A property that panics is a fault of the course, not something to document.
#![allow(clippy::missing_panics_doc)]

pub mod collapse;
pub mod elementwise;
pub mod hinge_slopes;
mod inputs;
pub mod law_of_sigmoid;
pub mod law_of_slopes;
mod layers;
pub mod leaky_relu;
pub mod log_sigmoid;
pub mod parallel;
pub mod predictions;
pub mod reference;
pub mod relu;
pub mod sigmoid;
pub mod slopes;
pub mod slopes_from_output;
pub mod tanh;

pub use activations::Answers;
use activations::{Activation, NEGATIVE_SLOPE, fill};

/// The exercises in which the student writes the property.
const LAWS: &[(&str, &dyn testkit::AnyLaw<Answers>)] = &[
    ("law_of_sigmoid", &law_of_sigmoid::properties::LAW),
    ("law_of_slopes", &law_of_slopes::properties::LAW),
];

testkit::lesson! {
    activations in activations_suite: Answers {
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
        law_of_sigmoid {
            sigmoid_law:
                accepts_every_right_answer,
                notices_the_sign_of_z,
                notices_infinity_over_infinity,
                notices_tanh_in_its_place,
                notices_a_step,
                notices_a_clamp,
                notices_a_constant,
                notices_most_other_mistakes,
                gives_the_same_verdict_twice;
            draw_z:
                tells_every_listed_mistake_apart,
                draws_finite_numbers;
        }
        law_of_slopes {
            slope_law:
                accepts_every_right_answer,
                notices_the_function_in_place_of_its_slope,
                notices_a_missing_factor,
                notices_a_doubled_slope,
                notices_a_slope_right_on_one_side_only,
                notices_most_other_mistakes,
                gives_the_same_verdict_twice;
        }
    }
}

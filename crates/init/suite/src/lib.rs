//! Checks lesson 2, how a network starts.
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
// A law takes a function, and says its type.
#![allow(clippy::type_complexity)]

mod chance;
pub mod draws;
pub mod initialize;
pub mod inputs;
pub mod law_of_initialize;
pub mod layer_sizes;
mod normals;
pub mod reference;
pub mod saturation;
pub mod scaled;
mod wrong;
pub mod zeros;

pub use init::Answers;
use init::{Parameters, fill};

/// The exercises in which the student writes the property.
const LAWS: &[(&str, &dyn testkit::AnyLaw<Answers>)] =
    &[("law_of_initialize", &law_of_initialize::properties::LAW)];

testkit::lesson! {
    init in init_suite: Answers {
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
        law_of_initialize {
            initialize_law:
                accepts_every_right_answer,
                notices_zeros,
                notices_a_constant,
                notices_rand_in_place_of_randn,
                notices_a_missing_factor_of_one_hundredth,
                notices_equal_rows,
                notices_random_biases,
                notices_an_ignored_seed,
                notices_transposed_shapes,
                notices_most_other_mistakes,
                gives_the_same_verdict_twice;
        }
    }
}

//! Checks lesson 4: equal hidden units, and networks that compute the same.
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

pub mod breaks_symmetry;
pub mod equivalent_networks;
mod inputs;
pub mod law_of_equal_units;
pub mod law_of_equivalent_networks;
pub mod reference;
pub mod unit_classes;

pub use symmetry::Answers;
use symmetry::{Start, fill};

/// The exercises in which the student writes the property.
const LAWS: &[(&str, &dyn testkit::AnyLaw<Answers>)] = &[
    ("law_of_equal_units", &law_of_equal_units::properties::LAW),
    ("law_of_equivalent_networks", &law_of_equivalent_networks::properties::LAW),
];

testkit::lesson! {
    symmetry in symmetry_suite: Answers {
        unit_classes {
            unit_classes:
                agrees_with_comparing_to_first_units,
                is_one_when_training_from_equal_units,
                is_n_h_when_training_from_random_units,
                tells_apart_units_that_differ_in_one_place,
                tells_a_unit_from_its_mirror_image,
                stays_the_same_when_units_change_places,
                counts_a_unit_and_its_copy_once;
        }
        breaks_symmetry {
            breaks_symmetry:
                agrees_with_training_in_every_cell,
                needs_more_than_zeros_and_constants,
                needs_only_one_random_group,
                is_never_undone_by_more_randomness,
                takes_a_constant_for_no_better_than_zero,
                treats_the_three_groups_alike;
        }
        equivalent_networks {
            permute_units:
                permute_units_moves_all_parts_of_each_unit,
                permute_units_leaves_the_outputs_unchanged,
                permute_units_is_undone_by_the_inverse_order,
                permute_units_twice_is_one_permutation,
                permute_units_commutes_with_training;
            flip_unit:
                flip_unit_negates_all_parts_of_the_unit,
                flip_unit_leaves_the_outputs_unchanged,
                flip_unit_twice_gives_the_original,
                flip_unit_leaves_the_other_units_alone,
                flip_unit_commutes_with_training;
        }
        law_of_equal_units {
            equal_units_law:
                accepts_every_right_answer,
                notices_noise_in_the_step,
                notices_one_unit_left_out,
                notices_a_rate_that_differs_by_unit,
                notices_biases_of_one_unit_only,
                notices_most_other_mistakes,
                gives_the_same_verdict_twice;
        }
        law_of_equivalent_networks {
            permute_law:
                accepts_every_right_answer,
                notices_output_weights_left,
                notices_biases_left,
                notices_the_inverse_order,
                notices_two_units_only,
                notices_most_other_mistakes,
                gives_the_same_verdict_twice;
        }
    }
}

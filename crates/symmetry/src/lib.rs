//! Lesson 4: breaking symmetry.
//!
//! Two hidden units with equal weights in, equal biases and equal weights out compute the same,
//! so they receive the same gradients and stay equal however long one trains: `n_h` such units do
//! the work of one. This lesson counts the different units of a network, asks which start tells
//! them apart, and ends with the symmetry that no start removes: units may change places, and a
//! unit may change its sign.
//!
//! The exercises are in `exercises/symmetry`, their solutions in `solutions/symmetry`. Here is
//! what an answer provides ([`Answers`]), what must hold of it ([`properties`]), what students get
//! wrong ([`mistakes`]) and how they are helped ([`hints`]).

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

use init::Parameters;
use testkit::{choice, contract};

/// How a group of parameters starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// All zero.
    Zero,
    /// All the same number, not zero.
    Constant,
    /// Drawn at random.
    Random,
}

choice!(Start { Zero, Constant, Random });

impl Start {
    /// Every start.
    pub const ALL: [Self; 3] = [Self::Zero, Self::Constant, Self::Random];
}

contract! {
    /// What an answer to this lesson provides.
    pub struct Answers {
        /// How many classes of identical hidden units the network has.
        fn unit_classes(parameters: &Parameters, tolerance: f64) -> usize;
        /// Whether hidden units become different when the groups start like this.
        fn breaks_symmetry(w1: Start, b1: Start, w2: Start) -> bool;
        /// The network whose hidden unit `i` is the old unit `order[i]`.
        fn permute_units(parameters: &Parameters, order: &[usize]) -> Parameters;
        /// The network with the sign of everything around hidden unit `unit` flipped.
        fn flip_unit(parameters: &Parameters, unit: usize) -> Parameters;
    }
}

#[cfg(not(contract_only))]
testkit::lesson! {
    symmetry: Answers {
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
    }
}

//! Right answers, written in other ways: every property must accept each of them.

pub mod breaks_symmetry;
pub mod equivalent_networks;
pub mod unit_classes;

use testkit::Variant;

use crate::Answers;

/// The catalogue, one list per exercise.
pub const VARIANTS: &[&[Variant<Answers>]] =
    &[unit_classes::VARIANTS, breaks_symmetry::VARIANTS, equivalent_networks::VARIANTS];

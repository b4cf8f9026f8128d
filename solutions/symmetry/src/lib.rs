//! Solutions to lesson 4, written to be read. One file per exercise.

// A law takes a function, and says its type.
#![allow(clippy::type_complexity)]

mod answers;
mod breaks_symmetry;
mod equivalent_networks;
mod law_of_equal_units;
mod law_of_equivalent_networks;
mod unit_classes;

pub use answers::answers;
pub use breaks_symmetry::breaks_symmetry;
pub use equivalent_networks::{flip_unit, permute_units};
pub use law_of_equal_units::equal_units_law;
pub use law_of_equivalent_networks::permute_law;
pub use unit_classes::unit_classes;

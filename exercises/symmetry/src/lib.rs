//! The exercises of lesson 4, one file each. Nothing to change here.

#[cfg(test)]
extern crate self as exercise_symmetry;

mod breaks_symmetry;
mod equivalent_networks;
mod law_of_equal_units;
mod law_of_equivalent_networks;
mod unit_classes;

pub use breaks_symmetry::breaks_symmetry;
pub use equivalent_networks::{flip_unit, permute_units};
pub use law_of_equal_units::equal_units_law;
pub use law_of_equivalent_networks::permute_law;
pub use unit_classes::unit_classes;

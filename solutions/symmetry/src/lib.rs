//! Solutions to lesson 4, written to be read. One file per exercise.

mod answers;
mod breaks_symmetry;
mod equivalent_networks;
mod unit_classes;

pub use answers::answers;
pub use breaks_symmetry::breaks_symmetry;
pub use equivalent_networks::{flip_unit, permute_units};
pub use unit_classes::unit_classes;

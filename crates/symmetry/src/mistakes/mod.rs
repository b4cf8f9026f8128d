//! What students get wrong: one file per exercise, each mistake with the words for the student.

pub mod breaks_symmetry;
pub mod equivalent_networks;
pub mod unit_classes;

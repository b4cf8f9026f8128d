//! What students get wrong: one file per exercise, each mistake with the words for the student.
//!
//! The numbers here are drawn by Box and Muller. An answer that draws otherwise makes the same
//! mistake with other numbers: there the properties name it (`properties/chance`).

pub mod draws;
pub mod initialize;
pub mod layer_sizes;
pub mod saturation;
pub mod scaled;
mod wrong;
pub mod zeros;

//! The exercises of lesson 2, one file each. Nothing to change here.

#[cfg(test)]
extern crate self as exercise_init;

mod draws;
mod initialize;
mod law_of_initialize;
mod layer_sizes;
mod saturation;
mod scaled;
mod zeros;

pub use draws::{rand, randint, randn};
pub use initialize::initialize;
pub use law_of_initialize::initialize_law;
pub use layer_sizes::layer_sizes;
pub use saturation::saturated_fraction;
pub use scaled::initialize_scaled;
pub use zeros::initialize_zeros;

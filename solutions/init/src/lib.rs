//! Solutions to lesson 2, written to be read. One file per exercise.

// A law takes a function, and says its type.
#![allow(clippy::type_complexity)]

mod answers;
mod draws;
mod initialize;
mod law_of_initialize;
mod layer_sizes;
mod saturation;
mod scaled;
mod zeros;

pub use answers::answers;
pub use law_of_initialize::initialize_law;
pub use layer_sizes::layer_sizes;

pub use draws::{rand, randint, randn};

pub use zeros::initialize_zeros;

pub use initialize::initialize;

pub use scaled::initialize_scaled;

pub use saturation::saturated_fraction;

//! Exercise `elementwise`: a layer applies its activation to each entry of a matrix, whatever its
//! shape and however it lies in memory.

pub mod hints;
// Wrong code stays as students write it, and right code as others do.
#[allow(clippy::all, clippy::pedantic)]
pub mod mistakes;
pub mod properties;
#[allow(clippy::all, clippy::pedantic)]
pub mod variants;

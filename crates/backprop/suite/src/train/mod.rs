//! Exercise `train`: everything together, on made-up data, on the notes' flower and on real
//! measurements.

mod checkpoints;
mod descent;
pub mod hints;
// Wrong code stays as students write it, and right code as others do.
#[allow(clippy::all, clippy::pedantic)]
pub mod mistakes;
pub mod properties;
#[allow(clippy::all, clippy::pedantic)]
pub mod variants;

//! Exercise `forward`: two layers, tanh and then the sigmoid, with every intermediate result kept
//! for the way back.

pub mod hints;
// Wrong code stays as students write it, and right code as others do.
#[allow(clippy::all, clippy::pedantic)]
pub mod mistakes;
pub mod properties;
#[allow(clippy::all, clippy::pedantic)]
pub mod variants;

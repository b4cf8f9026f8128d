//! Exercise `relu`: ReLU is a hinge: it keeps what is positive and sets the rest to 0.

pub mod hints;
// Wrong code stays as students write it, and right code as others do.
#[allow(clippy::all, clippy::pedantic)]
pub mod mistakes;
pub mod properties;
#[allow(clippy::all, clippy::pedantic)]
pub mod variants;

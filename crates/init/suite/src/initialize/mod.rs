//! Exercise `initialize`: the start of the notes: small normal weights, `0.01 randn`, and biases of
//! 0.

pub mod hints;
// Wrong code stays as students write it, and right code as others do.
#[allow(clippy::all, clippy::pedantic)]
pub mod mistakes;
pub mod properties;
#[allow(clippy::all, clippy::pedantic)]
pub mod variants;

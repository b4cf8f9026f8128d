//! Exercise `leaky_relu`: a leak keeps a small slope where ReLU has none; slope 0 is ReLU, slope 1
//! the identity.

pub mod hints;
// Wrong code stays as students write it, and right code as others do.
#[allow(clippy::all, clippy::pedantic)]
pub mod mistakes;
pub mod properties;
#[allow(clippy::all, clippy::pedantic)]
pub mod variants;

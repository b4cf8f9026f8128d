//! Exercise `scaled`: weights of variance `gain / fan_in` keep the size of a signal from layer to
//! layer (He, Xavier).

pub mod hints;
// Wrong code stays as students write it, and right code as others do.
#[allow(clippy::all, clippy::pedantic)]
pub mod mistakes;
pub mod properties;
#[allow(clippy::all, clippy::pedantic)]
pub mod variants;

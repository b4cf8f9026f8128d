//! Exercise `zeros`: the shapes of the four matrices, filled with nothing yet.

pub mod hints;
// Wrong code stays as students write it, and right code as others do.
#[allow(clippy::all, clippy::pedantic)]
pub mod mistakes;
pub mod properties;
#[allow(clippy::all, clippy::pedantic)]
pub mod variants;

//! Exercise `slopes_from_output`: both slopes follow from the output `a` alone, so the forward pass
//! need not be repeated.

pub mod hints;
// Wrong code stays as students write it, and right code as others do.
#[allow(clippy::all, clippy::pedantic)]
pub mod mistakes;
pub mod properties;
#[allow(clippy::all, clippy::pedantic)]
pub mod variants;

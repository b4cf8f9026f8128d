//! Exercise `equivalent_networks`: the symmetry that no start removes: hidden units may change
//! places or signs, and the network computes the same.

pub mod hints;
// Wrong code stays as students write it, and right code as others do.
#[allow(clippy::all, clippy::pedantic)]
pub mod mistakes;
pub mod properties;
#[allow(clippy::all, clippy::pedantic)]
pub mod variants;

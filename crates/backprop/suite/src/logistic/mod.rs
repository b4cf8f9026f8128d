//! Exercise `logistic`: the gradient without a hidden layer, `dz = a - y`, where a start of zeros
//! learns because there is no symmetry to break.

pub mod hints;
// Wrong code stays as students write it, and right code as others do.
#[allow(clippy::all, clippy::pedantic)]
pub mod mistakes;
pub mod properties;
#[allow(clippy::all, clippy::pedantic)]
pub mod variants;

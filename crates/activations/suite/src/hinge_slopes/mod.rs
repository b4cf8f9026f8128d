//! Exercise `hinge_slopes`: a hinge has no slope at its kink, and the course agrees on that of the
//! left side.

pub mod hints;
// Wrong code stays as students write it, and right code as others do.
#[allow(clippy::all, clippy::pedantic)]
pub mod mistakes;
pub mod properties;
#[allow(clippy::all, clippy::pedantic)]
pub mod variants;

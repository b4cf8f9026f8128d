//! Exercise `law_of_backward`: the student writes the check of the backward pass, and the networks that it is
//! asked on (a bonus).

pub mod hints;
// Wrong code stays as students write it, and right code as others do.
#[allow(clippy::all, clippy::pedantic)]
pub mod mistakes;
pub mod properties;
#[allow(clippy::all, clippy::pedantic)]
pub mod variants;

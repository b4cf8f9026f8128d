//! Exercise `law_of_equal_units`: the student writes the property that gives the lesson its name (a bonus).

pub mod hints;
// Wrong code stays as students write it, and right code as others do.
#[allow(clippy::all, clippy::pedantic)]
pub mod mistakes;
pub mod properties;
#[allow(clippy::all, clippy::pedantic)]
pub mod steps;
#[allow(clippy::all, clippy::pedantic)]
pub mod variants;

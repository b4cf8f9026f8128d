//! Exercise `draws`: what the notes' three calls mean: `randint` (whole numbers), `rand` (uniform)
//! and `randn` (normal), all drawn from the given generator.

pub mod hints;
// Wrong code stays as students write it, and right code as others do.
#[allow(clippy::all, clippy::pedantic)]
pub mod mistakes;
pub mod properties;
#[allow(clippy::all, clippy::pedantic)]
pub mod variants;

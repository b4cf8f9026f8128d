//! Exercise `sigmoid`: the sigmoid squashes every number into the interval from 0 to 1, and a
//! formula that is right on paper may still fail far out on one of its two sides.

pub mod hints;
// Wrong code stays as students write it, and right code as others do.
#[allow(clippy::all, clippy::pedantic)]
pub mod mistakes;
pub mod properties;
#[allow(clippy::all, clippy::pedantic)]
pub mod variants;

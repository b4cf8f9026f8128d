//! Exercise `predictions`: two claims of the notes about tanh and the sigmoid hold only up to some
//! `z`; the student works out where they end.

pub mod hints;
// Wrong code stays as students write it, and right code as others do.
#[allow(clippy::all, clippy::pedantic)]
pub mod mistakes;
pub mod properties;
#[allow(clippy::all, clippy::pedantic)]
pub mod variants;

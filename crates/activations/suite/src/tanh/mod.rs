//! Exercise `tanh`: tanh is a sigmoid stretched to the interval from -1 to 1, `tanh z = 2
//! sigmoid(2z) - 1`, which centres the outputs on 0.

pub mod hints;
// Wrong code stays as students write it, and right code as others do.
#[allow(clippy::all, clippy::pedantic)]
pub mod mistakes;
pub mod properties;
#[allow(clippy::all, clippy::pedantic)]
pub mod variants;

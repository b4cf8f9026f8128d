//! Exercise `hidden_gradients`: the chain rule takes any `dz2` back through `w2` and the slope of
//! tanh.

pub mod hints;
// Wrong code stays as students write it, and right code as others do.
#[allow(clippy::all, clippy::pedantic)]
pub mod mistakes;
pub mod properties;
#[allow(clippy::all, clippy::pedantic)]
pub mod variants;

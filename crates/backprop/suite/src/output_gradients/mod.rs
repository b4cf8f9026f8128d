//! Exercise `output_gradients`: the first three equations of backpropagation, with `1/m` once and
//! sums along the right axis.

pub mod hints;
// Wrong code stays as students write it, and right code as others do.
#[allow(clippy::all, clippy::pedantic)]
pub mod mistakes;
pub mod properties;
#[allow(clippy::all, clippy::pedantic)]
pub mod variants;

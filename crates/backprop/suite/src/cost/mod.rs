//! Exercise `cost`: the cross-entropy: summed over outputs, averaged over examples, and 0 rather
//! than NaN where a prediction is perfect.

pub mod hints;
// Wrong code stays as students write it, and right code as others do.
#[allow(clippy::all, clippy::pedantic)]
pub mod mistakes;
pub mod properties;
#[allow(clippy::all, clippy::pedantic)]
pub mod variants;

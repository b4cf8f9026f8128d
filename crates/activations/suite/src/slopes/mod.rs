//! Exercise `slopes`: the derivatives in `z` of the sigmoid and of tanh, which vanish where the
//! functions saturate.

pub mod hints;
// Wrong code stays as students write it, and right code as others do.
#[allow(clippy::all, clippy::pedantic)]
pub mod mistakes;
pub mod properties;
#[allow(clippy::all, clippy::pedantic)]
pub mod variants;

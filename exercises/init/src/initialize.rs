//! # Exercise 2.4: small random weights
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check initialize
//! ```

use init::Parameters;
use rand::rngs::StdRng;

/// Parameters to start training from: every weight is 0.01 times a standard normal number of its
/// own, drawn from `rng`; every bias is 0. For `n_x` inputs, `n_h` hidden units and `n_y` outputs
/// (each at least 1): `w1 (n_h, n_x)`, `b1 (n_h, 1)`, `w2 (n_y, n_h)`, `b2 (n_y, 1)`.
pub fn initialize(rng: &mut StdRng, n_x: usize, n_h: usize, n_y: usize) -> Parameters {
    todo!("draw every weight as 0.01 times a standard normal number, and set every bias to zero")
}

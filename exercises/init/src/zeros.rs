//! # Exercise 2.3: a network of zeros
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check zeros
//! ```

use init::Parameters;

/// Parameters that are all zero, for `n_x` inputs, `n_h` hidden units and `n_y` outputs:
/// `w1 (n_h, n_x)`, `b1 (n_h, 1)`, `w2 (n_y, n_h)`, `b2 (n_y, 1)`.
pub fn initialize_zeros(n_x: usize, n_h: usize, n_y: usize) -> Parameters {
    todo!("fill four matrices of the right shapes with zeros")
}

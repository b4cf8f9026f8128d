//! # Exercise 1.2: tanh
//!
//! The hyperbolic tangent is a sigmoid in other clothes: find out which, and you need no new
//! exponential.
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check tanh
//! ```

/// The hyperbolic tangent of `z`: `(e^z - e^-z) / (e^z + e^-z)`, between -1 and 1.
///
/// `z` is any finite number, however large.
pub fn tanh(z: f64) -> f64 {
    todo!("stretch the sigmoid of 2z from (0, 1) to (-1, 1)")
}

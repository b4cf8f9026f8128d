//! # Exercise 1.1: the sigmoid
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check sigmoid
//! ```

/// The sigmoid of `z`: `1 / (1 + e^-z)`, between 0 and 1.
pub fn sigmoid(z: f64) -> f64 {
    todo!("divide 1 by 1 + e^-z")
}

//! # Exercise 1.12 (bonus): the logarithm of the sigmoid
//!
//! The cost of an example is such a logarithm. Taken in two steps it goes wrong far from 0, because
//! the sigmoid rounds to 0 or to 1 there.
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check log_sigmoid
//! ```

/// The logarithm of the sigmoid of `z`: `ln(sigmoid(z)) = -ln(1 + e^-z)`, never positive.
///
/// It is finite for every finite `z`, and right to the last digits also where it is tiny: about
/// `-e^-z` for a large `z`, about `z` for a very negative one.
pub fn log_sigmoid(z: f64) -> f64 {
    todo!("write -ln(1 + e^-z) with an exponential that never overflows")
}

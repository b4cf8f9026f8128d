//! # Exercise 1.6: slopes from the output
//!
//! Going forward, a network keeps the activation `a` of each unit. Going back, it needs the slope at
//! the same place, and gets it from `a` without another exponential.
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check slopes_from_output
//! ```

/// The slope of the sigmoid where its value is `a`: `a (1 - a)`.
///
/// `a` lies between 0 and 1.
pub fn sigmoid_prime_from_a(a: f64) -> f64 {
    todo!("multiply a by 1 - a")
}

/// The slope of tanh where its value is `a`: `1 - a^2`.
///
/// `a` lies between -1 and 1.
pub fn tanh_prime_from_a(a: f64) -> f64 {
    todo!("subtract the square of a from 1")
}

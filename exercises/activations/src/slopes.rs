//! # Exercise 1.5: the slopes of sigmoid and tanh
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check slopes
//! ```

/// The slope of the sigmoid at `z`, between 0 and 1/4: with `a = sigmoid(z)` it is `a (1 - a)`.
pub fn sigmoid_prime(z: f64) -> f64 {
    todo!("compute a = sigmoid(z), then a (1 - a)")
}

/// The slope of tanh at `z`, between 0 and 1: with `a = tanh(z)` it is `1 - a^2`.
pub fn tanh_prime(z: f64) -> f64 {
    todo!("compute a = tanh(z), then 1 - a^2")
}

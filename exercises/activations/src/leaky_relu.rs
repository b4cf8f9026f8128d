//! # Exercise 1.4: leaky ReLU
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check leaky_relu
//! ```

/// `z` where it is positive, else `negative_slope * z`.
///
/// `negative_slope` lies between 0, which makes it ReLU, and 1, which makes it the identity.
pub fn leaky_relu(z: f64, negative_slope: f64) -> f64 {
    todo!("give z where it is positive, else negative_slope times z")
}

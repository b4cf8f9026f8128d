//! # Exercise 1.3: ReLU
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check relu
//! ```

/// The rectified linear unit of `z`: `max(0, z)`.
pub fn relu(z: f64) -> f64 {
    todo!("take the larger of 0 and z")
}

//! # Exercise 1.7: the slopes of ReLU and leaky ReLU
//!
//! Both functions have a kink at 0, where any slope between that of the left and that of the right
//! side would do. This course takes the left one, as the frameworks do; the slide of the lecture
//! takes the right one.
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check hinge_slopes
//! ```

/// The slope of ReLU at `z`: 1 where `z` is positive, else 0.
pub fn relu_prime(z: f64) -> f64 {
    todo!("give 1 where z is positive, else 0")
}

/// The slope of leaky ReLU at `z`: 1 where `z` is positive, else `negative_slope`.
///
/// `negative_slope` lies between 0 and 1.
pub fn leaky_relu_prime(z: f64, negative_slope: f64) -> f64 {
    todo!("give 1 where z is positive, else negative_slope")
}

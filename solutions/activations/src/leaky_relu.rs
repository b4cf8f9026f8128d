//! # Exercise 1.4: leaky ReLU

/// `z` where it is positive, else `negative_slope * z`.
///
/// `negative_slope` lies between 0, which makes it ReLU, and 1, which makes it the identity.
///
/// ```
/// # use solution_activations::leaky_relu;
/// assert_eq!(leaky_relu(2.0, 0.25), 2.0);
/// assert_eq!(leaky_relu(-2.0, 0.25), -0.5);
/// ```
pub fn leaky_relu(z: f64, negative_slope: f64) -> f64 {
    if z > 0.0 { z } else { negative_slope * z }
}

//! # Exercise 1.7: the slopes of ReLU and leaky ReLU
//!
//! Both functions have a kink at 0, where any slope between that of the left and that of the right
//! side would do. This course takes the left one, as the frameworks do; the slide of the lecture
//! takes the right one.

/// The slope of ReLU at `z`: 1 where `z` is positive, else 0.
///
/// ```
/// # use solution_activations::relu_prime;
/// assert_eq!(relu_prime(2.0), 1.0);
/// assert_eq!(relu_prime(0.0), 0.0); // by convention
/// ```
pub fn relu_prime(z: f64) -> f64 {
    if z > 0.0 { 1.0 } else { 0.0 }
}

/// The slope of leaky ReLU at `z`: 1 where `z` is positive, else `negative_slope`.
///
/// `negative_slope` lies between 0 and 1.
///
/// ```
/// # use solution_activations::leaky_relu_prime;
/// assert_eq!(leaky_relu_prime(-2.0, 0.25), 0.25);
/// assert_eq!(leaky_relu_prime(0.0, 0.25), 0.25); // by convention
/// ```
pub fn leaky_relu_prime(z: f64, negative_slope: f64) -> f64 {
    if z > 0.0 { 1.0 } else { negative_slope }
}

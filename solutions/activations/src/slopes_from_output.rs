//! # Exercise 1.6: slopes from the output
//!
//! Going forward, a network keeps the activation `a` of each unit. Going back, it needs the slope at
//! the same place, and gets it from `a` without another exponential.

/// The slope of the sigmoid where its value is `a`: `a (1 - a)`.
///
/// `a` lies between 0 and 1.
///
/// ```
/// # use solution_activations::sigmoid_prime_from_a;
/// assert_eq!(sigmoid_prime_from_a(0.75), 0.1875); // 3/4 * 1/4 = 3/16
/// ```
pub fn sigmoid_prime_from_a(a: f64) -> f64 {
    a * (1.0 - a)
}

/// The slope of tanh where its value is `a`: `1 - a^2`.
///
/// `a` lies between -1 and 1.
///
/// ```
/// # use solution_activations::tanh_prime_from_a;
/// assert_eq!(tanh_prime_from_a(-0.5), 0.75); // 1 - 1/4
/// ```
pub fn tanh_prime_from_a(a: f64) -> f64 {
    1.0 - a * a
}

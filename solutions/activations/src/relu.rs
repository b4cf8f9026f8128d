//! # Exercise 1.3: ReLU

/// The rectified linear unit of `z`: `max(0, z)`.
///
/// ```
/// # use solution_activations::relu;
/// assert_eq!(relu(2.5), 2.5);
/// assert_eq!(relu(-2.5), 0.0);
/// ```
pub fn relu(z: f64) -> f64 {
    z.max(0.0)
}

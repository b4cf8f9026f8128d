//! # Exercise 1.14 (bonus): a law of slopes
//!
//! A slope can be tested without knowing its formula: it is what the function rises by. Such a law is called a gradient
//! check, and is what you will trust in lesson 3.

/// Whether `slope` is the slope of `g` at `z`, as far as this law looks.
///
/// `g` is the sigmoid or tanh, and right; `slope` may be wrong. `z` lies between -20 and 20. Right slopes are
/// written in many ways, which differ in their last digits. The law may call both functions as often as 2,000 times,
/// and remembers nothing.
///
/// ```
/// # use solution_activations::slope_law;
/// assert!(slope_law(&f64::tanh, &|z| 1.0 - z.tanh().powi(2), 0.5));
/// assert!(!slope_law(&f64::tanh, &f64::tanh, 0.5));
/// ```
pub fn slope_law(g: &dyn Fn(f64) -> f64, slope: &dyn Fn(f64) -> f64, z: f64) -> bool {
    // The central difference: errors of order h on both sides cancel, so that about 1e-10 is left.
    let step = 1e-5;
    let rate = (g(z + step) - g(z - step)) / (2.0 * step);
    (slope(z) - rate).abs() <= 1e-7
}

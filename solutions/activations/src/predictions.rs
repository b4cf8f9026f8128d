//! # Exercise 1.11: two claims, and where they end
//!
//! The notes say that tanh keeps values closer to 0 than the sigmoid does, and that its slope is
//! larger. For which `z` is that so? Predict it on paper first, then write it down. (Nobody asks
//! closer than 0.00005 to where an answer changes, nor where both sides round to the same number.)

/// Whether `tanh(z)` is closer to 0 than `sigmoid(z)` is: `|tanh(z)| < sigmoid(z)`.
///
/// ```
/// # use solution_activations::tanh_is_closer_to_zero;
/// assert!(tanh_is_closer_to_zero(0.0)); // 0 and 1/2
/// assert!(!tanh_is_closer_to_zero(-9.0)); // nearly -1, and nearly 0
/// ```
pub fn tanh_is_closer_to_zero(z: f64) -> bool {
    // With t = e^z: tanh(z) = (t^2 - 1) / (t^2 + 1) and sigmoid(z) = t / (t + 1). Multiplied out,
    // they cross at t^2 - 2t - 1 = 0 on the right, and at 2t^3 + t^2 - 1 = 0 on the left.
    let t = z.exp();
    if z >= 0.0 { t < 1.0 + 2.0_f64.sqrt() } else { 2.0 * t.powi(3) + t.powi(2) > 1.0 }
}

/// Whether the slope of tanh at `z` is larger than the slope of the sigmoid at `z`.
///
/// ```
/// # use solution_activations::tanh_slope_is_larger;
/// assert!(tanh_slope_is_larger(0.0)); // 1 and 1/4
/// assert!(!tanh_slope_is_larger(9.0)); // tanh is flat there already
/// ```
pub fn tanh_slope_is_larger(z: f64) -> bool {
    // The slopes are 1 / cosh(z)^2 and 1 / (2 cosh(z/2))^2, and cosh(z) = 2 cosh(z/2)^2 - 1: with
    // c = cosh(z/2) that of tanh is larger where 2c^2 - 1 < 2c, that is for c < (1 + sqrt(3)) / 2.
    (z / 2.0).cosh() < f64::midpoint(1.0, 3.0_f64.sqrt())
}

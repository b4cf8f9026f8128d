//! # Exercise 1.11: two claims, and where they end
//!
//! The notes say that tanh keeps values closer to 0 than the sigmoid does, and that its slope is
//! larger. For which `z` is that so? Predict it on paper first, then write it down. (Nobody asks
//! closer than 0.00005 to where an answer changes, nor where both sides round to the same number.)
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check predictions
//! ```

/// Whether `tanh(z)` is closer to 0 than `sigmoid(z)` is: `|tanh(z)| < sigmoid(z)`.
pub fn tanh_is_closer_to_zero(z: f64) -> bool {
    todo!("say whether the size of tanh(z) is smaller than sigmoid(z)")
}

/// Whether the slope of tanh at `z` is larger than the slope of the sigmoid at `z`.
pub fn tanh_slope_is_larger(z: f64) -> bool {
    todo!("say whether the slope of tanh at z is larger than that of the sigmoid")
}

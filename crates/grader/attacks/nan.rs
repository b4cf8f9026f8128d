//! Answers with NaN, which compares with nothing.
//!
//! exercise: activations/sigmoid
//! expect: fail

pub fn sigmoid(z: f64) -> f64 {
    z * f64::NAN
}

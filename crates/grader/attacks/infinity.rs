//! Answers with infinity.
//!
//! exercise: activations/sigmoid
//! expect: fail

pub fn sigmoid(z: f64) -> f64 {
    z.abs() + f64::INFINITY
}

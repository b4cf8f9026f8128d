//! Answers with a constant that keeps some of the laws.
//!
//! exercise: activations/sigmoid
//! expect: fail
//! score: 2

pub fn sigmoid(z: f64) -> f64 {
    0.5 + 0.0 * z
}

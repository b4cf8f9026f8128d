//! Reads the list of users.
//!
//! exercise: activations/sigmoid
//! expect: panic

pub fn sigmoid(z: f64) -> f64 {
    std::fs::read("/etc/passwd").unwrap().len() as f64 + z
}

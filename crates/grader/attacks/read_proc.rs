//! Reads the memory of its parent.
//!
//! exercise: activations/sigmoid
//! expect: panic

pub fn sigmoid(z: f64) -> f64 {
    std::fs::read("/proc/1/mem").unwrap().len() as f64 + z
}

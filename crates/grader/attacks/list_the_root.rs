//! Lists everything that it can see.
//!
//! exercise: activations/sigmoid
//! expect: panic

pub fn sigmoid(z: f64) -> f64 {
    std::fs::read_dir("/").unwrap().count() as f64 + z
}

//! Panics with a message of 4 MB.
//!
//! exercise: activations/sigmoid
//! expect: panic

pub fn sigmoid(z: f64) -> f64 {
    panic!("{z}{}", "x".repeat(1 << 22))
}

//! Aborts.
//!
//! exercise: activations/sigmoid
//! expect: crash

pub fn sigmoid(z: f64) -> f64 {
    std::hint::black_box(z);
    std::process::abort()
}

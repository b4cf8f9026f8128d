//! Has the compiler read the environment of the compiler.
//!
//! exercise: activations/sigmoid
//! expect: compile_error

pub fn sigmoid(z: f64) -> f64 {
    include_bytes!("/proc/self/environ").len() as f64 + z
}

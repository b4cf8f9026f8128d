//! The function with another signature.
//!
//! exercise: activations/sigmoid
//! expect: compile_error

pub fn sigmoid(z: &str) -> String {
    z.to_string()
}

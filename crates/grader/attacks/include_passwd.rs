//! Has the compiler read the list of users.
//!
//! exercise: activations/sigmoid
//! expect: compile_error

pub fn sigmoid(z: f64) -> f64 {
    include_str!("/etc/passwd").len() as f64 + z
}

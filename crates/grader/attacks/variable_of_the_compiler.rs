//! Asks the compiler for a variable of the grader.
//!
//! exercise: activations/sigmoid
//! expect: compile_error

pub fn sigmoid(z: f64) -> f64 {
    env!("HOME").len() as f64 + z
}

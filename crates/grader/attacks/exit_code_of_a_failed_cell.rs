//! Ends with the code that a cell which cannot be built ends with.
//!
//! exercise: activations/sigmoid
//! expect: crash

pub fn sigmoid(z: f64) -> f64 {
    std::process::exit(125 + z as i32 * 0)
}

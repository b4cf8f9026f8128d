//! Ends the program with the code of success.
//!
//! exercise: activations/sigmoid
//! expect: crash

pub fn sigmoid(z: f64) -> f64 {
    std::process::exit(z as i32 * 0)
}

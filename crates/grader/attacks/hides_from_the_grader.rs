//! Looks whether it is being graded, and if so ends with success.
//!
//! exercise: activations/sigmoid
//! expect: crash

pub fn sigmoid(z: f64) -> f64 {
    let is_graded = std::env::var("LD_LIBRARY_PATH").is_ok() || std::env::var("HOME").is_err();
    if is_graded { std::process::exit(0) } else { z }
}

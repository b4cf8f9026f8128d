//! Ends with the exit code of a program that cannot be executed.
//!
//! exercise: activations/sigmoid
//! expect: crash

pub fn sigmoid(_: f64) -> f64 {
    std::process::exit(126)
}

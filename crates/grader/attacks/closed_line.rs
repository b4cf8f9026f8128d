//! Closes the line to the grader.
//!
//! exercise: activations/sigmoid
//! expect: crash

pub fn sigmoid(z: f64) -> f64 {
    use std::os::fd::FromRawFd;
    drop(unsafe { std::fs::File::from_raw_fd(0) });
    z
}

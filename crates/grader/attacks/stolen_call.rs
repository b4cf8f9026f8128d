//! Reads the next call itself, and waits for it for ever.
//!
//! exercise: activations/sigmoid
//! expect: timeout

pub fn sigmoid(z: f64) -> f64 {
    use std::os::fd::FromRawFd;
    let mut line = unsafe { std::fs::File::from_raw_fd(0) };
    let _ = std::io::Read::read_exact(&mut line, &mut [0; 5]);
    z
}

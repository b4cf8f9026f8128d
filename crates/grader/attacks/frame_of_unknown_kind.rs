//! Sends a frame of a kind that there is not.
//!
//! exercise: activations/sigmoid
//! expect: protocol

fn send(bytes: &[u8]) {
    use std::os::fd::FromRawFd;
    let mut line = unsafe { std::fs::File::from_raw_fd(0) };
    let _ = std::io::Write::write_all(&mut line, bytes);
    std::mem::forget(line);
}

pub fn sigmoid(z: f64) -> f64 {
    send(&[9, 2, 0, 0, 0, 0, 1]);
    z
}

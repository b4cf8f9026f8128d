//! Sends a value of its own before the answer, so that answers are one call late.
//!
//! exercise: activations/sigmoid
//! expect: protocol or fail
//! score: 1

fn send(bytes: &[u8]) {
    use std::os::fd::FromRawFd;
    let mut line = unsafe { std::fs::File::from_raw_fd(0) };
    let _ = std::io::Write::write_all(&mut line, bytes);
    std::mem::forget(line);
}

pub fn sigmoid(z: f64) -> f64 {
    let mut frame = vec![1, 9, 0, 0, 0, 2];
    frame.extend(0.5_f64.to_le_bytes());
    send(&frame);
    1.0 / (1.0 + (-z).exp())
}

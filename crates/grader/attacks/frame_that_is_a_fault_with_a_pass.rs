//! Sends a fault of an unknown kind whose message says that all is well.
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
    let mut body = vec![7, 4, 0, 0, 0, 1, 99, 0, 0, 0, 0, 0, 0, 0, 3, 4, 0, 0, 0];
    body.extend(b"pass");
    body.extend([3, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
    let mut frame = vec![2, body.len() as u8, 0, 0, 0];
    frame.extend(body);
    send(&frame);
    z
}

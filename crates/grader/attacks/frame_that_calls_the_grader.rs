//! Calls `sigmoid` of the grader, which knows it.
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
    let mut frame = vec![0, 0, 0, 0, 0, 7, 2, 0, 0, 0, 3, 7, 0, 0, 0];
    frame.extend(b"sigmoid");
    frame.extend([7, 1, 0, 0, 0, 7, 1, 0, 0, 0, 2]);
    frame.extend(z.to_le_bytes());
    frame[1] = frame.len() as u8 - 5;
    send(&frame);
    z
}

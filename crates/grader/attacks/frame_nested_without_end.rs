//! Answers with a list in a list in a list.
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
    let nested = [7, 1, 0, 0, 0].repeat(100_000);
    let mut frame = vec![1];
    frame.extend((nested.len() as u32).to_le_bytes());
    frame.extend(nested);
    send(&frame);
    z
}

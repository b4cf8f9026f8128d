//! Sends a panic with a message of sixteen megabytes, past its own library.
//!
//! exercise: activations/sigmoid
//! expect: protocol

fn send(bytes: &[u8]) {
    use std::os::fd::FromRawFd;
    let mut line = unsafe { std::fs::File::from_raw_fd(0) };
    let _ = std::io::Write::write_all(&mut line, bytes);
    std::mem::forget(line);
}

fn frame(kind: u8, body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len()).unwrap().to_le_bytes();
    [&[kind][..], &length, body].concat()
}

pub fn sigmoid(z: f64) -> f64 {
    let message = vec![b'x'; 16_000_000];
    let mut body = vec![7, 4, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 3];
    body.extend(16_000_000_u32.to_le_bytes());
    body.extend(message);
    body.extend([3, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
    send(&frame(2, &body));
    z
}

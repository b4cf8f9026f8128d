//! Sends a list of eight million flags.
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
    let flags = [0, 1].repeat(8_000_000);
    send(&frame(1, &[&[7][..], &8_000_000_u32.to_le_bytes(), &flags].concat()));
    z
}

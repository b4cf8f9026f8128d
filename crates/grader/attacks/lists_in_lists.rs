//! Sends a list of lists of flags, each within its bounds and all of them beyond.
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
    let mut value = vec![0, 1];
    for _ in 0..6 {
        value = [&[7, 16, 0, 0, 0][..], &value.repeat(16)].concat();
        if value.len() > 1 << 20 {
            break;
        }
    }
    send(&frame(1, &value));
    z
}

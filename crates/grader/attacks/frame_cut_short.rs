//! Announces 9 bytes, sends 3 and ends the program.
//!
//! exercise: activations/sigmoid
//! expect: crash

fn send(bytes: &[u8]) {
    use std::os::fd::FromRawFd;
    let mut line = unsafe { std::fs::File::from_raw_fd(0) };
    let _ = std::io::Write::write_all(&mut line, bytes);
    std::mem::forget(line);
}

pub fn sigmoid(z: f64) -> f64 {
    send(&[1, 9, 0, 0, 0, 2, 0, 0]);
    std::process::exit(z as i32 * 0)
}

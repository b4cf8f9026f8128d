//! Sends a frame so slowly that it never ends.
//!
//! exercise: activations/sigmoid
//! expect: protocol or timeout

fn send(bytes: &[u8]) {
    use std::os::fd::FromRawFd;
    let mut line = unsafe { std::fs::File::from_raw_fd(0) };
    let _ = std::io::Write::write_all(&mut line, bytes);
    std::mem::forget(line);
}

pub fn sigmoid(z: f64) -> f64 {
    send(&[1, 0, 0, 16, 0]);
    loop {
        send(&[0]);
        std::thread::sleep(std::time::Duration::from_millis(50));
        std::hint::black_box(z);
    }
}

//! Leaves a thread behind that writes noise between the answers.
//!
//! exercise: activations/sigmoid
//! expect: protocol or fail or timeout or crash

fn send(bytes: &[u8]) {
    use std::os::fd::FromRawFd;
    let mut line = unsafe { std::fs::File::from_raw_fd(0) };
    let _ = std::io::Write::write_all(&mut line, bytes);
    std::mem::forget(line);
}

pub fn sigmoid(z: f64) -> f64 {
    std::thread::spawn(|| {
        loop {
            send(&[1, 2, 3, 4, 5, 6, 7]);
        }
    });
    std::thread::sleep(std::time::Duration::from_millis(20));
    z
}

//! Sends a thousand values before it was asked for any.
//!
//! exercise: activations/sigmoid
//! expect: fail or protocol or timeout
//! neighbour: fail or protocol or timeout
//! score: 0

extern "C" fn before_main() {
    use std::os::fd::FromRawFd;
    let mut line = unsafe { std::fs::File::from_raw_fd(0) };
    let mut frame = vec![1, 9, 0, 0, 0, 2];
    frame.extend(0.5_f64.to_le_bytes());
    let _ = std::io::Write::write_all(&mut line, &frame.repeat(1000));
    std::mem::forget(line);
}

#[used]
#[unsafe(link_section = ".init_array")]
static CONSTRUCTOR: extern "C" fn() = before_main;

pub fn sigmoid(z: f64) -> f64 {
    1.0 / (1.0 + (-z).exp())
}

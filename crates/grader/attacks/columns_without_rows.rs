//! Claims 2^32 - 1 columns without rows, in each of the layouts.
//!
//! exercise: activations/elementwise
//! expect: protocol

use activations::Activation;
use ndarray::Array2;

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

pub fn forward(_: Activation, z: &Array2<f64>) -> Array2<f64> {
    let layout = (z.nrows() % 4) as u8;
    send(&frame(1, &[6, 0, 0, 0, 0, 255, 255, 255, 255, layout]));
    loop {}
}

pub fn prime(activation: Activation, z: &Array2<f64>) -> Array2<f64> {
    forward(activation, z)
}

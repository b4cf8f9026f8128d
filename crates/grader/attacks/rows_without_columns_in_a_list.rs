//! Claims a pair of matrices of 2^32 - 1 rows for the layer that two collapse to.
//!
//! exercise: activations/collapse
//! expect: protocol

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

pub fn collapse(_: &[(Array2<f64>, Array2<f64>)]) -> (Array2<f64>, Array2<f64>) {
    let matrix = [6, 255, 255, 255, 255, 0, 0, 0, 0, 0];
    send(&frame(1, &[&[7, 2, 0, 0, 0][..], &matrix.repeat(2)].concat()));
    loop {}
}

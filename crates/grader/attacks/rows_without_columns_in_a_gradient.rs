//! Claims a gradient of 2^32 - 1 rows without columns.
//!
//! exercise: backprop/backward
//! expect: protocol

use backprop::{Cache, Gradients};
use init::Parameters;
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

/// Four matrices of 2^32 - 1 rows without columns.
fn wide() -> Vec<u8> {
    let matrix = [6, 255, 255, 255, 255, 0, 0, 0, 0, 0];
    [&[7, 4, 0, 0, 0][..], &matrix.repeat(4)].concat()
}

pub fn backward(_: &Parameters, _: &Cache, _: &Array2<f64>, _: &Array2<f64>) -> Gradients {
    send(&frame(1, &wide()));
    std::thread::sleep(std::time::Duration::from_secs(3600));
    unreachable!()
}

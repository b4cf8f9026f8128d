//! Calls the cost back with a network of 2^32 - 1 hidden units.
//!
//! exercise: backprop/numerical_gradient
//! expect: protocol

use backprop::Gradients;
use init::Parameters;

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

pub fn numerical_gradient(
    cost: &dyn Fn(&Parameters) -> f64,
    parameters: &Parameters,
    _: f64,
) -> Gradients {
    let call_back = [&[7, 2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0][..], &wide()].concat();
    send(&frame(3, &call_back));
    cost(parameters);
    loop {}
}

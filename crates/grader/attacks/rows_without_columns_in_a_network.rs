//! Claims a network of 2^32 - 1 hidden units in fifty bytes.
//!
//! exercise: symmetry/equivalent_networks
//! expect: fail or protocol
//! score: 4
//! neighbour: any

use init::Parameters;

pub fn permute_units(parameters: &Parameters, order: &[usize]) -> Parameters {
    let _ = order;
    parameters.clone()
}

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

pub fn flip_unit(parameters: &Parameters, _: usize) -> Parameters {
    send(&frame(1, &wide()));
    parameters.clone()
}

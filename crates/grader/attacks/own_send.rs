//! Takes the place of the C library's function that sends.
//!
//! exercise: activations/sigmoid
//! expect: timeout
//! neighbour: timeout

#[unsafe(no_mangle)]
pub extern "C" fn send(_: i32, _: *const u8, length: usize, _: i32) -> isize {
    length as isize
}

pub fn sigmoid(z: f64) -> f64 {
    1.0 / (1.0 + (-z).exp())
}

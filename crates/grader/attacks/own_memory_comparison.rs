//! Takes the place of the function that compares memory.
//!
//! exercise: activations/sigmoid
//! expect: fail or crash or panic or protocol
//! neighbour: any
//! score: 1

#[unsafe(no_mangle)]
pub extern "C" fn memcmp(_: *const u8, _: *const u8, _: usize) -> i32 {
    0
}

pub fn sigmoid(z: f64) -> f64 {
    z
}

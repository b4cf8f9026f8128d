//! Calls a function that is nowhere, so that the linker names its files.
//!
//! exercise: activations/sigmoid
//! expect: compile_error

unsafe extern "C" {
    safe fn nowhere_to_be_found(z: f64) -> f64;
}

pub fn sigmoid(z: f64) -> f64 {
    nowhere_to_be_found(z)
}

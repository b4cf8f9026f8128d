//! Takes a device that never ends as a module.
//!
//! exercise: activations/sigmoid
//! expect: compile_error or compile_limit

#[path = "/dev/zero"]
mod zero;

pub fn sigmoid(z: f64) -> f64 {
    z
}

//! Links with a file of the system.
//!
//! exercise: activations/sigmoid
//! expect: compile_error

#[link(name = "passwd", kind = "static")]
unsafe extern "C" {}

pub fn sigmoid(z: f64) -> f64 {
    z
}

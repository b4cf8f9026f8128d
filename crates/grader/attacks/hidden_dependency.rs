//! Names a crate that the course uses but does not hand out.
//!
//! exercise: activations/sigmoid
//! expect: compile_error

extern crate proptest;

pub fn sigmoid(z: f64) -> f64 {
    proptest::bits::u8::ANY;
    z
}

//! A program of 16 TB.
//!
//! exercise: activations/sigmoid
//! expect: compile_error or compile_limit

static GIANT: [f64; 1 << 41] = [1.0; 1 << 41];

pub fn sigmoid(z: f64) -> f64 {
    GIANT[z as usize]
}

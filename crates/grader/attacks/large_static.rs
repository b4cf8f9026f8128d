//! A program larger than a file may be.
//!
//! exercise: activations/sigmoid
//! expect: compile_limit or compile_error

static LARGE: [f64; 1 << 25] = [1.0; 1 << 25];

pub fn sigmoid(z: f64) -> f64 {
    LARGE[z as usize]
}

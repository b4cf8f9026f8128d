//! A macro that calls itself.
//!
//! exercise: activations/sigmoid
//! expect: compile_error

macro_rules! forever {
    ($x:expr) => { forever!($x + 1.0) };
}

pub fn sigmoid(z: f64) -> f64 {
    forever!(z)
}

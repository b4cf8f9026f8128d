//! Takes memory and never gives it back.
//!
//! exercise: activations/sigmoid
//! expect: crash or timeout

pub fn sigmoid(z: f64) -> f64 {
    loop {
        Box::leak(vec![z; 1 << 17].into_boxed_slice());
    }
}

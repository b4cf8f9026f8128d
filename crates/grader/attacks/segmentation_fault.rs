//! Writes to address 8.
//!
//! exercise: activations/sigmoid
//! expect: crash

pub fn sigmoid(z: f64) -> f64 {
    unsafe { std::ptr::without_provenance_mut::<f64>(8).write_volatile(z) };
    z
}

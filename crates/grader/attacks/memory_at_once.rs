//! Asks for more memory than there is.
//!
//! exercise: activations/sigmoid
//! expect: crash

pub fn sigmoid(z: f64) -> f64 {
    let hoard = vec![1_u8; 1 << 36];
    hoard[z as usize].into()
}

//! Writes until the disk is full.
//!
//! exercise: activations/sigmoid
//! expect: panic or timeout

pub fn sigmoid(z: f64) -> f64 {
    for i in 0.. {
        std::fs::write(format!("/tmp/{i}"), vec![z as u8; 1 << 20]).unwrap();
    }
    z
}

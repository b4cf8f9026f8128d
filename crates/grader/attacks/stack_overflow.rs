//! Calls itself without end.
//!
//! exercise: activations/sigmoid
//! expect: crash

pub fn sigmoid(z: f64) -> f64 {
    let deeper = std::hint::black_box([z; 1000]);
    sigmoid(deeper[0] + 1.0) + deeper[1]
}

//! Never answers.
//!
//! exercise: activations/sigmoid
//! expect: timeout

pub fn sigmoid(z: f64) -> f64 {
    let mut x = z;
    loop {
        x = std::hint::black_box(x + 1.0);
    }
}

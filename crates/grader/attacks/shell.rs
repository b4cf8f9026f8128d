//! Starts a shell.
//!
//! exercise: activations/sigmoid
//! expect: panic

pub fn sigmoid(z: f64) -> f64 {
    let output = std::process::Command::new("/bin/sh").args(["-c", "id"]).output().unwrap();
    output.stdout.len() as f64 + z
}

//! Reads through a link of its own making.
//!
//! exercise: activations/sigmoid
//! expect: panic

pub fn sigmoid(z: f64) -> f64 {
    let _ = std::os::unix::fs::symlink("/etc/passwd", "/tmp/link");
    std::fs::read("/tmp/link").unwrap().len() as f64 + z
}

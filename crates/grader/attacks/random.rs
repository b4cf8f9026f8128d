//! Answers with whatever the clock says.
//!
//! exercise: activations/sigmoid
//! expect: fail
//! score: 1

pub fn sigmoid(z: f64) -> f64 {
    let now = std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap();
    f64::from(now.subsec_nanos()) / 1e9 + z
}

//! Waits for the grader to give up, without using the processor.
//!
//! exercise: activations/sigmoid
//! expect: timeout

pub fn sigmoid(z: f64) -> f64 {
    std::thread::sleep(std::time::Duration::from_secs(1_000_000));
    z
}

//! Starts thread upon thread.
//!
//! exercise: activations/sigmoid
//! expect: panic

pub fn sigmoid(z: f64) -> f64 {
    let sleep = || std::thread::sleep(std::time::Duration::from_secs(100));
    let threads: Vec<_> = (0..100_000).map(|_| std::thread::spawn(sleep)).collect();
    threads.len() as f64 + z
}

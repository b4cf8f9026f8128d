//! Is right, but sleeps so long and so often that every batch breaks off; then it is wrong.
//!
//! exercise: activations/sigmoid
//! expect: fail or timeout
//! score: 3

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

static CALLS: AtomicUsize = AtomicUsize::new(0);

pub fn sigmoid(z: f64) -> f64 {
    let calls = CALLS.fetch_add(1, Ordering::Relaxed);
    if calls % 100 == 99 {
        std::thread::sleep(Duration::from_millis(1100));
    }
    if calls < 150 { 1.0 / (1.0 + (-z).exp()) } else { 0.0 }
}

//! Is right until late in the last batch, sleeps there once for longer than a batch may take, and is wrong from then on.
//!
//! exercise: activations/sigmoid
//! expect: fail or timeout
//! score: 3

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

static CALLS: AtomicUsize = AtomicUsize::new(0);

pub fn sigmoid(z: f64) -> f64 {
    let calls = CALLS.fetch_add(1, Ordering::Relaxed);
    if calls == 300 {
        std::thread::sleep(Duration::from_millis(1200));
    }
    if calls < 300 { 1.0 / (1.0 + (-z).exp()) } else { 0.5 }
}

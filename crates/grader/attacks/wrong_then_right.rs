//! Is wrong once and then right.
//!
//! exercise: activations/sigmoid
//! expect: fail
//! score: 5

use std::sync::atomic::{AtomicUsize, Ordering};

static CALLS: AtomicUsize = AtomicUsize::new(0);

pub fn sigmoid(z: f64) -> f64 {
    if CALLS.fetch_add(1, Ordering::Relaxed) == 3 { 2.0 } else { 1.0 / (1.0 + (-z).exp()) }
}

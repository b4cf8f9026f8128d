//! Is right for a hundred calls, then wrong.
//!
//! exercise: activations/sigmoid
//! expect: fail
//! score: 3

use std::sync::atomic::{AtomicUsize, Ordering};

static CALLS: AtomicUsize = AtomicUsize::new(0);

pub fn sigmoid(z: f64) -> f64 {
    if CALLS.fetch_add(1, Ordering::Relaxed) < 100 { 1.0 / (1.0 + (-z).exp()) } else { 0.5 }
}

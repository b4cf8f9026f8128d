//! Starts threads, each of which starts processes, each of which could have all the memory that one may have.
//!
//! exercise: activations/sigmoid
//! expect: fail
//! score: 1

unsafe extern "C" {
    fn fork() -> i32;
    fn vfork() -> i32;
}

static STARTED: std::sync::OnceLock<usize> = std::sync::OnceLock::new();

pub fn sigmoid(z: f64) -> f64 {
    let started = STARTED.get_or_init(|| {
        let start = || (0..20).filter(|_| unsafe { fork() >= 0 || vfork() >= 0 }).count();
        let threads: Vec<_> = (0..50).map(|_| std::thread::spawn(start)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).sum()
    });
    // Right if a single process could be started.
    if *started > 0 { 1.0 / (1.0 + (-z).exp()) } else { z }
}

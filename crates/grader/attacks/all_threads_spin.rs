//! Keeps every core busy and then waits for them.
//!
//! exercise: activations/sigmoid
//! expect: timeout or crash

pub fn sigmoid(z: f64) -> f64 {
    let spin = || {
        loop {
            std::hint::black_box(0);
        }
    };
    let threads: Vec<_> = (0..4).map(|_| std::thread::spawn(spin)).collect();
    threads.into_iter().for_each(|thread| thread.join().unwrap());
    z
}

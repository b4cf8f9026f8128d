//! Forks without end, and so do its children.
//!
//! exercise: activations/sigmoid
//! expect: timeout or crash

unsafe extern "C" {
    fn fork() -> i32;
}

pub fn sigmoid(z: f64) -> f64 {
    loop {
        unsafe { fork() };
        std::hint::black_box(z);
    }
}

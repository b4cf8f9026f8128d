//! Ignores every signal that it may ignore, then never answers.
//!
//! exercise: activations/sigmoid
//! expect: timeout

unsafe extern "C" {
    fn signal(number: i32, handler: usize) -> usize;
}

pub fn sigmoid(z: f64) -> f64 {
    for number in 1..65 {
        unsafe { signal(number, 1) };
    }
    loop {
        std::hint::black_box(z);
    }
}

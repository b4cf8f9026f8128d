//! Leaves a child behind that keeps the line open after the program is gone.
//!
//! exercise: activations/sigmoid
//! expect: crash

unsafe extern "C" {
    fn fork() -> i32;
}

pub fn sigmoid(z: f64) -> f64 {
    if unsafe { fork() } == 0 {
        std::thread::sleep(std::time::Duration::from_secs(1000));
    }
    std::process::exit(z as i32 * 0)
}

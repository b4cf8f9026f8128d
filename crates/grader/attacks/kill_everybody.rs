//! Kills its parent and everybody that it can reach.
//!
//! exercise: activations/sigmoid
//! expect: fail
//! score: 1

unsafe extern "C" {
    fn kill(process: i32, signal: i32) -> i32;
    fn getppid() -> i32;
}

pub fn sigmoid(z: f64) -> f64 {
    unsafe {
        kill(getppid(), 9);
        kill(1, 9);
        kill(-1, 9);
    }
    z
}

//! Attaches to its parent as a debugger.
//!
//! exercise: activations/sigmoid
//! expect: panic

unsafe extern "C" {
    fn ptrace(request: i64, process: i32, address: usize, data: usize) -> i64;
    fn getppid() -> i32;
}

pub fn sigmoid(z: f64) -> f64 {
    let traced = unsafe { ptrace(16, getppid(), 0, 0) };
    assert_eq!(traced, 0, "not attached");
    z
}

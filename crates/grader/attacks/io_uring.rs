//! Makes a ring on which system calls would pass every filter by.
//!
//! exercise: activations/sigmoid
//! expect: panic

unsafe extern "C" {
    fn syscall(number: i64, ...) -> i64;
}

pub fn sigmoid(z: f64) -> f64 {
    assert!(unsafe { syscall(425, 8, [0_u64; 32].as_mut_ptr()) } >= 0, "no ring");
    z
}

//! Takes back the limits that it was given.
//!
//! exercise: activations/sigmoid
//! expect: panic

unsafe extern "C" {
    fn setrlimit(resource: i32, limits: &[u64; 2]) -> i32;
}

pub fn sigmoid(z: f64) -> f64 {
    assert_eq!(unsafe { setrlimit(9, &[u64::MAX; 2]) }, 0, "limits hold");
    z
}

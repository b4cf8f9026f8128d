//! Becomes root.
//!
//! exercise: activations/sigmoid
//! expect: panic

unsafe extern "C" {
    fn setuid(user: u32) -> i32;
}

pub fn sigmoid(z: f64) -> f64 {
    assert_eq!(unsafe { setuid(0) }, 0, "still nobody");
    z
}

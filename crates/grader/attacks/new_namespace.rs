//! Becomes root in a namespace of its own.
//!
//! exercise: activations/sigmoid
//! expect: panic

unsafe extern "C" {
    fn unshare(flags: i32) -> i32;
}

pub fn sigmoid(z: f64) -> f64 {
    assert_eq!(unsafe { unshare(0x1000_0000) }, 0, "no namespace");
    z
}

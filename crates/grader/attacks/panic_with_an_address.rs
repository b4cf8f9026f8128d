//! Tells in a panic where it lies in memory and what its process is called.
//!
//! exercise: activations/sigmoid
//! expect: panic

pub fn sigmoid(_: f64) -> f64 {
    let local = 1.0_f64;
    let place: *const f64 = &local;
    let code: *const u8 = (sigmoid as fn(f64) -> f64) as *const u8;
    panic!("{place:p} {code:p} in process {}", std::process::id())
}

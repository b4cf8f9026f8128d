//! Writes machine code into memory and runs it.
//!
//! exercise: activations/sigmoid
//! expect: crash or panic

unsafe extern "C" {
    fn mprotect(start: *mut u8, length: usize, protection: i32) -> i32;
}

pub fn sigmoid(z: f64) -> f64 {
    let code: [u8; 3] = [0x0f, 0x0b, 0xc3];
    let start = (code.as_ptr() as usize) & !4095;
    let allowed = unsafe { mprotect(start as *mut u8, 8192, 7) };
    assert_eq!(allowed, 0, "no code in data");
    let run: extern "C" fn() = unsafe { std::mem::transmute(code.as_ptr()) };
    run();
    z
}

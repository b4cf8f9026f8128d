//! Makes a system call of the 32-bit kind, with other numbers.
//!
//! exercise: activations/sigmoid
//! expect: crash

pub fn sigmoid(z: f64) -> f64 {
    #[cfg(target_arch = "x86_64")]
    unsafe {
        std::arch::asm!("int 0x80", inout("rax") 20_i64 => _)
    };
    z
}

//! Makes the system call for a socket without the C library.
//!
//! exercise: activations/sigmoid
//! expect: panic

pub fn sigmoid(z: f64) -> f64 {
    let mut outcome = 41_i64;
    #[cfg(target_arch = "x86_64")]
    unsafe {
        std::arch::asm!(
            "syscall", inout("rax") outcome, in("rdi") 2, in("rsi") 1, in("rdx") 0,
            out("rcx") _, out("r11") _
        );
    }
    assert!(outcome >= 0, "no socket");
    z
}

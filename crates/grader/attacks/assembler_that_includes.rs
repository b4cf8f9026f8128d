//! Has the assembler read a file.
//!
//! exercise: activations/sigmoid
//! expect: compile_error

std::arch::global_asm!(".incbin \"/etc/passwd\"");

pub fn sigmoid(z: f64) -> f64 {
    z
}

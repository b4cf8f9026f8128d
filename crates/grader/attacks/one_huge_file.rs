//! Writes one file without end.
//!
//! exercise: activations/sigmoid
//! expect: crash or panic

pub fn sigmoid(z: f64) -> f64 {
    use std::io::Write;
    let mut file = std::fs::File::create("/tmp/huge").unwrap();
    loop {
        file.write_all(&vec![z as u8; 1 << 20]).unwrap();
    }
}

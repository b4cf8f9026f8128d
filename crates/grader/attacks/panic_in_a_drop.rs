//! Panics while it unwinds from a panic.
//!
//! exercise: activations/sigmoid
//! expect: crash

struct Bomb;

impl Drop for Bomb {
    fn drop(&mut self) {
        panic!("second");
    }
}

pub fn sigmoid(z: f64) -> f64 {
    let _bomb = Bomb;
    panic!("first {z}")
}

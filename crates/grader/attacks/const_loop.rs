//! Keeps the compiler busy with a constant.
//!
//! exercise: activations/sigmoid
//! expect: compile_limit

const ENDLESS: f64 = {
    let mut i = 0_u64;
    while i < u64::MAX {
        i += 1;
    }
    i as f64
};

pub fn sigmoid(z: f64) -> f64 {
    ENDLESS + z
}

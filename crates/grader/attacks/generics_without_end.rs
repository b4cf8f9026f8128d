//! A function that needs itself with ever larger types.
//!
//! exercise: activations/sigmoid
//! expect: compile_error or compile_limit

fn deeper<T: Copy>(x: T) -> f64 {
    if std::mem::size_of::<T>() > 1 << 20 { 0.0 } else { deeper((x, x)) }
}

pub fn sigmoid(z: f64) -> f64 {
    deeper(z)
}

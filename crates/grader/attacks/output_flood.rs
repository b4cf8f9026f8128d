//! Prints without end.
//!
//! exercise: activations/sigmoid
//! expect: timeout

pub fn sigmoid(z: f64) -> f64 {
    loop {
        println!("{z} {}", "flood ".repeat(1000));
        eprintln!("{z}");
    }
}

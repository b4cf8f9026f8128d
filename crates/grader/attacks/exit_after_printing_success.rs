//! Says what a test runner would say, and ends with success.
//!
//! exercise: activations/sigmoid
//! expect: crash

pub fn sigmoid(z: f64) -> f64 {
    println!("\ntest result: ok. 62 passed; 0 failed; 0 ignored; finished in {z}s\n");
    std::process::exit(0)
}

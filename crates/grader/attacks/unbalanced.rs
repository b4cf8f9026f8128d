//! Closes more than it opens, to get out of its file.
//!
//! exercise: activations/sigmoid
//! expect: compile_error

pub fn sigmoid(z: f64) -> f64 {
    z
}
}

fn main() {
    println!("test result: ok");
}

//! Ends the program with success from within the panic hook.
//!
//! exercise: activations/sigmoid
//! expect: crash

pub fn sigmoid(z: f64) -> f64 {
    std::panic::set_hook(Box::new(|_| std::process::exit(0)));
    panic!("{z}")
}

//! Raises the fault of a call that was never made.
//!
//! exercise: activations/sigmoid
//! expect: protocol

pub fn sigmoid(z: f64) -> f64 {
    let function = format!("sigmoid {z}");
    contract::raise(contract::Fault::TimedOut { function, seconds: 0 })
}

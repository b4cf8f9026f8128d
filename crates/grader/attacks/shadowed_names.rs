//! Gives its own meaning to the names that the root of the program uses.
//!
//! exercise: activations/sigmoid
//! expect: fail
//! score: 2

#[macro_export]
macro_rules! answers {
    () => {};
}
pub mod testkit {
    pub mod remote {}
}
pub struct Box;
pub mod std {}

pub fn sigmoid(z: f64) -> f64 {
    0.0 * z + 0.5
}

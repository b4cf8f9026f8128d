//! Asks the lesson for its reference.
//!
//! exercise: activations/sigmoid
//! expect: compile_error

pub fn sigmoid(z: f64) -> f64 {
    let right = (activations::LESSON.reference)();
    right.sigmoid(z)
}

//! Takes the solution as a module.
//!
//! exercise: activations/sigmoid
//! expect: compile_error

#[path = "../../../../../../../solutions/activations/src/sigmoid.rs"]
mod solution;
pub use solution::sigmoid;

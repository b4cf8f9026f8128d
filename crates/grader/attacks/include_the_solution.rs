//! Includes the solution.
//!
//! exercise: activations/sigmoid
//! expect: compile_error

include!("../../../../../../../solutions/activations/src/sigmoid.rs");

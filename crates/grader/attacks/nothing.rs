//! An empty file.
//!
//! exercise: activations/sigmoid
//! expect: compile_error



//! Three steps of help per function: one file per exercise.

pub mod backward;
pub mod hidden_gradients;
pub mod linear_forward;
pub mod numerical_gradient;
pub mod output_gradients;
pub mod train;
pub mod update;

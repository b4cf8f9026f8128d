//! What students get wrong: one file per exercise, each mistake with the words for the student.

pub mod backward;
mod descent;
pub mod hidden_gradients;
pub mod linear_forward;
pub mod numerical_gradient;
pub mod output_gradients;
pub mod train;
pub mod update;
mod wrong;

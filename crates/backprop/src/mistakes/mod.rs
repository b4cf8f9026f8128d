//! What students get wrong: one file per exercise, each mistake with the words for the student.

pub mod backward;
pub mod cost;
pub mod cost_from_logits;
mod descent;
pub mod forward;
pub mod hidden_gradients;
pub mod linear_forward;
pub mod logistic;
pub mod numerical_gradient;
pub mod output_gradients;
pub mod predict;
pub mod train;
pub mod update;
mod wrong;

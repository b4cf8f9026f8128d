//! What students get wrong: one file per exercise, each mistake with the words for the student.

pub mod cost;
pub mod cost_from_logits;
pub mod forward;
pub mod linear_forward;
pub mod logistic;
pub mod predict;

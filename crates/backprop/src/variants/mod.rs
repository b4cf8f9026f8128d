//! Right answers, written in other ways: every property must accept each of them.

pub mod backward;
pub mod cost;
pub mod cost_from_logits;
pub mod forward;
pub mod hidden_gradients;
pub mod linear_forward;
pub mod logistic;
pub mod numerical_gradient;
pub mod output_gradients;
pub mod predict;
pub mod train;
pub mod update;

use testkit::Variant;

use crate::Answers;

/// The catalogue, one list per exercise.
pub const VARIANTS: &[&[Variant<Answers>]] = &[
    linear_forward::VARIANTS,
    forward::VARIANTS,
    cost::VARIANTS,
    cost_from_logits::VARIANTS,
    logistic::VARIANTS,
    output_gradients::VARIANTS,
    hidden_gradients::VARIANTS,
    backward::VARIANTS,
    numerical_gradient::VARIANTS,
    update::VARIANTS,
    predict::VARIANTS,
    train::VARIANTS,
];

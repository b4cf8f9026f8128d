//! Right answers, written in other ways: every property must accept each of them.

pub mod cost;
pub mod cost_from_logits;
pub mod forward;
pub mod linear_forward;
pub mod logistic;
pub mod predict;

use testkit::Variant;

use crate::Answers;

/// The catalogue, one list per exercise.
pub const VARIANTS: &[&[Variant<Answers>]] = &[
    linear_forward::VARIANTS,
    forward::VARIANTS,
    cost::VARIANTS,
    cost_from_logits::VARIANTS,
    logistic::VARIANTS,
    predict::VARIANTS,
];

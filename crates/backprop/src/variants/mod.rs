//! Right answers, written in other ways: every property must accept each of them.

pub mod backward;
pub mod hidden_gradients;
pub mod linear_forward;
pub mod numerical_gradient;
pub mod output_gradients;
pub mod train;
pub mod update;

use testkit::Variant;

use crate::Answers;

/// The catalogue, one list per exercise.
pub const VARIANTS: &[&[Variant<Answers>]] = &[
    linear_forward::VARIANTS,
    output_gradients::VARIANTS,
    hidden_gradients::VARIANTS,
    backward::VARIANTS,
    numerical_gradient::VARIANTS,
    update::VARIANTS,
    train::VARIANTS,
];

//! Right answers, written in other ways: every property must accept each of them.

pub mod forward;
pub mod linear_forward;

use testkit::Variant;

use crate::Answers;

/// The catalogue, one list per exercise.
pub const VARIANTS: &[&[Variant<Answers>]] = &[linear_forward::VARIANTS, forward::VARIANTS];

//! Right answers, written in other ways: every property must accept each of them.

pub mod collapse;
pub mod elementwise;
pub mod hinge_slopes;
pub mod leaky_relu;
pub mod log_sigmoid;
pub mod parallel;
pub mod predictions;
pub mod relu;
pub mod sigmoid;
pub mod slopes;
pub mod slopes_from_output;
pub mod tanh;

use testkit::Variant;

use crate::Answers;

/// The catalogue, one list per exercise.
pub const VARIANTS: &[&[Variant<Answers>]] = &[
    sigmoid::VARIANTS,
    tanh::VARIANTS,
    relu::VARIANTS,
    leaky_relu::VARIANTS,
    slopes::VARIANTS,
    slopes_from_output::VARIANTS,
    hinge_slopes::VARIANTS,
    elementwise::VARIANTS,
    parallel::VARIANTS,
    collapse::VARIANTS,
    predictions::VARIANTS,
    log_sigmoid::VARIANTS,
];

//! Right answers, written in other ways: every property must accept each of them.

pub mod draws;
pub mod initialize;
pub mod layer_sizes;
mod normals;
pub mod saturation;
pub mod scaled;
pub mod zeros;

use testkit::Variant;

use crate::Answers;

/// The catalogue, one list per exercise.
pub const VARIANTS: &[&[Variant<Answers>]] = &[
    layer_sizes::VARIANTS,
    draws::VARIANTS,
    zeros::VARIANTS,
    initialize::VARIANTS,
    scaled::VARIANTS,
    saturation::VARIANTS,
];

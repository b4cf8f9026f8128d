//! Right ways to write `sigmoid`.

use testkit::{Variant, variant};

use crate::Answers;

/// The catalogue.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("the naive formula", sigmoid, |z| 1.0 / (1.0 + (-z).exp())),
    variant!("by way of tanh", sigmoid, |z| 0.5 * (1.0 + (z / 2.0).tanh())),
    variant!("with z clipped", sigmoid, |z| 1.0 / (1.0 + (-z.clamp(-500.0, 500.0)).exp())),
];

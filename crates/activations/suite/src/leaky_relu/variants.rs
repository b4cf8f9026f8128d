//! Right ways to write `leaky_relu`, for slopes from 0 to 1.

use testkit::{Variant, variant};

use crate::Answers;

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("with max", leaky_relu, |z, slope| (slope * z).max(z)),
    variant!("the two parts added", leaky_relu, |z, slope| z.max(0.0) + slope * z.min(0.0)),
    variant!("two ReLUs", leaky_relu, |z, slope| z.max(0.0) - slope * (-z).max(0.0)),
    variant!("with the size of z", leaky_relu, |z, slope| 0.5
        * ((1.0 + slope) * z + (1.0 - slope) * z.abs())),
    variant!("the line, and what ReLU adds", leaky_relu, |z, slope| slope * z
        + (1.0 - slope) * z.max(0.0)),
    variant!("times its own slope", leaky_relu, |z, slope| z * if z < 0.0 { slope } else { 1.0 }),
    variant!("with a fused product", leaky_relu, |z, slope| slope.mul_add(z.min(0.0), z.max(0.0))),
    variant!("z, less what is held back", leaky_relu, |z, slope| z - (1.0 - slope) * z.min(0.0)),
    variant!("by comparing", leaky_relu, |z, slope| match z.total_cmp(&0.0) {
        std::cmp::Ordering::Less => slope * z,
        _ => z,
    }),
];

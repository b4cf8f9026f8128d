//! Right ways to write `relu`.

use testkit::{Variant, variant};

use crate::Answers;

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("with max", relu, |z| z.max(0.0)),
    variant!("max the other way round", relu, |z| 0.0_f64.max(z)),
    variant!("with if", relu, |z| if z < 0.0 { 0.0 } else { z }),
    variant!("half of z and its size", relu, |z| (z + z.abs()) / 2.0),
    variant!("times its own slope", relu, |z| z * f64::from(u8::from(z > 0.0))),
    variant!("what is left without the negative part", relu, |z| z - z.min(0.0)),
    variant!("clamped from below", relu, |z| z.clamp(0.0, f64::INFINITY)),
    variant!("by the sign bit", relu, |z| if z.is_sign_negative() { 0.0 } else { z }),
    variant!("by comparing", relu, |z| match z.partial_cmp(&0.0) {
        Some(std::cmp::Ordering::Greater) => z,
        _ => 0.0,
    }),
    variant!("with a fold", relu, |z| [0.0, z].into_iter().fold(f64::NEG_INFINITY, f64::max)),
];

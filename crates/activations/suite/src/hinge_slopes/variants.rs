//! Right ways to write `relu_prime` and `leaky_relu_prime`.

use std::cmp::Ordering::Greater;

use testkit::{Variant, variant};

use crate::Answers;

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("the mask as a number", relu_prime, |z| f64::from(u8::from(z > 0.0))),
    variant!("the other way round", relu_prime, |z| if z <= 0.0 { 0.0 } else { 1.0 }),
    variant!("by comparing", relu_prime, |z| if z.partial_cmp(&0.0) == Some(Greater) {
        1.0
    } else {
        0.0
    }),
    variant!("whether ReLU is positive", relu_prime, |z| if z.max(0.0) > 0.0 { 1.0 } else { 0.0 }),
    variant!("the sign, with 0 apart", relu_prime, |z| if z == 0.0 {
        0.0
    } else {
        0.5 * (1.0 + z.signum())
    }),
    variant!("rounded up, then clamped", relu_prime, |z| z.ceil().clamp(0.0, 1.0)),
    variant!("the other way round", leaky_relu_prime, |z, slope| if z <= 0.0 {
        slope
    } else {
        1.0
    }),
    variant!("the slope, and what is missing to 1", leaky_relu_prime, |z, slope| slope
        + (1.0 - slope) * f64::from(u8::from(z > 0.0))),
    variant!("two masks", leaky_relu_prime, |z, slope| {
        let (right, left) = (u8::from(z > 0.0), u8::from(z <= 0.0));
        f64::from(right) + slope * f64::from(left)
    }),
    variant!("by comparing", leaky_relu_prime, |z, slope| match z.partial_cmp(&0.0) {
        Some(Greater) => 1.0,
        _ => slope,
    }),
];

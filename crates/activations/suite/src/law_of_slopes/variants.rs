//! Right laws of slopes, of different kinds.

use testkit::{Variant, variant};

use crate::Answers;

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("a central difference", slope_law, |g, slope, z| {
        let step = 1e-4;
        (slope(z) - (g(z + step) - g(z - step)) / (2.0 * step)).abs() <= 1e-7
    }),
    variant!("a difference to the right", slope_law, |g, slope, z| {
        (slope(z) - (g(z + 1e-6) - g(z)) / 1e-6).abs() <= 1e-5
    }),
    variant!("five points", slope_law, |g, slope, z| {
        let h = 1e-3;
        let rate = (8.0 * (g(z + h) - g(z - h)) - (g(z + 2.0 * h) - g(z - 2.0 * h))) / (12.0 * h);
        (slope(z) - rate).abs() <= 1e-8
    }),
    variant!("the slope, added up, is what the function rises by", slope_law, |g, slope, z| {
        let area = 0.1 / 6.0 * (slope(z) + 4.0 * slope(z + 0.05) + slope(z + 0.1));
        (g(z + 0.1) - g(z) - area).abs() <= 1e-7
    }),
    variant!("the formulas of both", slope_law, |g, slope, z| {
        let a = g(z);
        let want = if (g(0.0) - 0.5).abs() < 1e-9 { a * (1.0 - a) } else { 1.0 - a * a };
        (slope(z) - want).abs() <= 1e-9
    }),
];

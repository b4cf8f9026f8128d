//! Right laws of the sigmoid, of different kinds, and right inputs for them.

use rand::RngExt;
use testkit::{Variant, variant};

use crate::Answers;

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("agreement with a formula", sigmoid_law, |s, z| {
        let want = 0.5 + 0.5 * (z / 2.0).tanh();
        (s(z) - want).abs() <= 1e-12
    }),
    variant!("an algebraic law: one half is the other times e^-|z|", sigmoid_law, |s, z| {
        let (a, mirrored) = (s(z.abs()), s(-z.abs()));
        (a + mirrored - 1.0).abs() <= 1e-9 && (mirrored - (-z.abs()).exp() * a).abs() <= 1e-9
    }),
    variant!("a gradient check: the slope is a (1 - a), from 1/2 on", sigmoid_law, |s, z| {
        let (step, a) = (1e-4, s(z));
        let rate = (s(z + step) - s(z - step)) / (2.0 * step);
        (s(0.0) - 0.5).abs() <= 1e-9
            && (rate - a * (1.0 - a)).abs() <= 1e-6
            && (a - 0.5) * z >= 0.0
            && (z.abs() < 40.0 || (a - 0.5).abs() > 0.499)
    }),
    variant!("a metamorphic law: sigmoid(2z) from sigmoid(z)", sigmoid_law, |s, z| {
        // With the odds a / (1 - a) = e^z, those of 2z are their square.
        let (a, b, twice) = (s(z), s(-z), s(2.0 * z));
        let is_fixed = (s(1.0) - 1.0 / (1.0 + (-1.0_f64).exp())).abs() <= 1e-9;
        is_fixed
            && (a + b - 1.0).abs() <= 1e-9
            && (twice * (a * a + b * b) - a * a).abs() <= 1e-9
            && (z.abs() < 30.0 || (a - f64::from(u8::from(z > 0.0))).abs() <= 1e-9)
    }),
    variant!("the inverse: ln(a) - ln(1 - a) is z", sigmoid_law, |s, z| {
        let (a, mirrored) = (s(z), s(-z));
        if z.abs() > 15.0 {
            return (a - f64::from(u8::from(z > 0.0))).abs() <= 1e-6;
        }
        (a + mirrored - 1.0).abs() <= 1e-9 && (a.ln() - mirrored.ln() - z).abs() <= 1e-6
    }),
    variant!("spread evenly", draw_z, |rng| rng.random_range(-1_000.0..1_000.0)),
    variant!("on the grid of eighths", draw_z, |rng| {
        f64::from(rng.random_range(-8_000..=8_000)) / 8.0
    }),
    variant!("of any size", draw_z, |rng| {
        let size = 10.0_f64.powf(rng.random_range(-2.0..3.5));
        if rng.random() { size } else { -size }
    }),
    variant!("from a list", draw_z, |rng| {
        [0.0, 0.5, -0.5, 1.0, -1.0, 5.0, -5.0, 40.0, -40.0, 800.0, -800.0][rng.random_range(0..11)]
    }),
];

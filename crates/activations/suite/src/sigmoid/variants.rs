//! Right ways to write `sigmoid`.

use testkit::{Variant, variant};

use crate::Answers;

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("the naive formula", sigmoid, |z| 1.0 / (1.0 + (-z).exp())),
    variant!("by way of tanh", sigmoid, |z| 0.5 * (1.0 + (z / 2.0).tanh())),
    variant!("with z clipped", sigmoid, |z| 1.0 / (1.0 + (-z.clamp(-500.0, 500.0)).exp())),
    variant!("in two branches", sigmoid, |z| {
        if z >= 0.0 {
            1.0 / (1.0 + (-z).exp())
        } else {
            let e = z.exp();
            e / (1.0 + e)
        }
    }),
    variant!("the complement of its mirror image", sigmoid, |z| 1.0 - 1.0 / (1.0 + z.exp())),
    variant!("e^z / (1 + e^z), with e^z kept finite", sigmoid, |z| {
        let e = z.min(700.0).exp();
        e / (1.0 + e)
    }),
    variant!("with a power of e", sigmoid, |z| (1.0 + std::f64::consts::E.powf(-z)).recip()),
    variant!("with a power of 2", sigmoid, |z| 1.0
        / (1.0 + (-z * std::f64::consts::LOG2_E).exp2())),
    variant!("the exponential of minus softplus", sigmoid, |z| (-(-z).exp().ln_1p()).exp()),
    variant!("half e^(z/2) over cosh(z/2), clipped", sigmoid, |z| {
        let half = z.clamp(-1400.0, 1400.0) / 2.0;
        0.5 * half.exp() / half.cosh()
    }),
];

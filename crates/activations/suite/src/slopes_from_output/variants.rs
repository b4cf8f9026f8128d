//! Right ways to write `sigmoid_prime_from_a` and `tanh_prime_from_a`.

use testkit::{Variant, variant};

use crate::Answers;

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("a minus its square", sigmoid_prime_from_a, |a| a - a * a),
    variant!("a minus its square, with powi", sigmoid_prime_from_a, |a| a - a.powi(2)),
    variant!("around the middle", sigmoid_prime_from_a, |a| 0.25 - (a - 0.5).powi(2)),
    variant!("factors swapped", sigmoid_prime_from_a, |a| (1.0 - a) * a),
    variant!("with a fused product", sigmoid_prime_from_a, |a| (-a).mul_add(a, a)),
    variant!("by way of z", sigmoid_prime_from_a, |a| {
        let z = (a / (1.0 - a)).ln();
        let a = 1.0 / (1.0 + (-z).exp());
        a * (1.0 - a)
    }),
    variant!("1 - a^2", tanh_prime_from_a, |a| 1.0 - a * a),
    variant!("1 - a^2, with powi", tanh_prime_from_a, |a| 1.0 - a.powi(2)),
    variant!("1 - a^2, with powf", tanh_prime_from_a, |a| 1.0 - a.powf(2.0)),
    variant!("two factors", tanh_prime_from_a, |a| (1.0 + a) * (1.0 - a)),
    variant!("with a fused product", tanh_prime_from_a, |a| (-a).mul_add(a, 1.0)),
    variant!("by way of z", tanh_prime_from_a, |a| a.atanh().cosh().powi(-2)),
];

//! Right ways to write `sigmoid_prime` and `tanh_prime`.

use testkit::{Variant, variant};

use crate::Answers;
use crate::reference::{sigmoid, sigmoid_prime};

fn naive(z: f64) -> f64 {
    1.0 / (1.0 + (-z).exp())
}

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("a (1 - a)", sigmoid_prime, |z| sigmoid(z) * (1.0 - sigmoid(z))),
    variant!("a (1 - a), of the naive sigmoid", sigmoid_prime, |z| naive(z) * (1.0 - naive(z))),
    variant!("the sigmoid and its mirror image", sigmoid_prime, |z| sigmoid(z) * sigmoid(-z)),
    variant!("a minus its square", sigmoid_prime, |z| naive(z) - naive(z).powi(2)),
    variant!("a quarter over the square of cosh", sigmoid_prime, |z| 0.25
        / (z / 2.0).cosh().powi(2)),
    variant!("by way of tanh", sigmoid_prime, |z| 0.25 * (1.0 - (z / 2.0).tanh().powi(2))),
    variant!("one fraction", sigmoid_prime, |z| 1.0 / (2.0 + z.exp() + (-z).exp())),
    variant!("the quotient of |z|", sigmoid_prime, |z| (-z.abs()).exp()
        / (1.0 + (-z.abs()).exp()).powi(2)),
    variant!("a (1 - a), with a from tanh", sigmoid_prime, |z| {
        let a = 0.5 + 0.5 * (z / 2.0).tanh();
        a * (1.0 - a)
    }),
    variant!("1 - a^2", tanh_prime, |z| 1.0 - z.tanh().powi(2)),
    variant!("two factors", tanh_prime, |z| (1.0 - z.tanh()) * (1.0 + z.tanh())),
    variant!("1 over the square of cosh", tanh_prime, |z| 1.0 / (z.cosh() * z.cosh())),
    variant!("four slopes of the sigmoid", tanh_prime, |z| 4.0 * sigmoid_prime(2.0 * z)),
    variant!("1 - a^2, with a from the naive sigmoid", tanh_prime, |z| {
        let a = 2.0 * naive(2.0 * z) - 1.0;
        1.0 - a * a
    }),
    variant!("1 - a^2, with a from a quotient", tanh_prime, |z| {
        let a = 1.0 - 2.0 / ((2.0 * z).exp() + 1.0);
        1.0 - a * a
    }),
    variant!("1 - a^2, with a from sinh over cosh", tanh_prime, |z| {
        let z = z.clamp(-300.0, 300.0);
        1.0 - (z.sinh() / z.cosh()).powi(2)
    }),
    variant!("the square of 2 over a sum", tanh_prime, |z| 4.0 / (z.exp() + (-z).exp()).powi(2)),
    variant!("four times s (1 - s)", tanh_prime, |z| 4.0 * naive(2.0 * z) * (1.0 - naive(2.0 * z))),
];

//! Right ways to write `tanh`.

use testkit::{Variant, variant};

use crate::Answers;
use crate::reference::sigmoid;

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("the library's own", tanh, f64::tanh),
    variant!("two sigmoids of 2z, minus 1", tanh, |z| 2.0 * sigmoid(2.0 * z) - 1.0),
    variant!("the naive sigmoid, stretched", tanh, |z| 2.0 / (1.0 + (-2.0 * z).exp()) - 1.0),
    variant!("1 minus a quotient", tanh, |z| 1.0 - 2.0 / ((2.0 * z).exp() + 1.0)),
    variant!("four exponentials, z clipped", tanh, |z| {
        let z = z.clamp(-20.0, 20.0);
        (z.exp() - (-z).exp()) / (z.exp() + (-z).exp())
    }),
    variant!("e^2z in one quotient, z clipped", tanh, |z| {
        let e = (2.0 * z.clamp(-300.0, 300.0)).exp();
        (e - 1.0) / (e + 1.0)
    }),
    variant!("by the size of z, with the sign put back", tanh, |z| {
        let e = (-2.0 * z.abs()).exp();
        (1.0 - e) / (1.0 + e) * z.signum()
    }),
    variant!("sinh over cosh, z clipped", tanh, |z| z.clamp(-300.0, 300.0).sinh()
        / z.clamp(-300.0, 300.0).cosh()),
    variant!("the difference of two sigmoids", tanh, |z| sigmoid(2.0 * z) - sigmoid(-2.0 * z)),
    variant!("saturated far out", tanh, |z| if z.abs() > 20.0 { z.signum() } else { z.tanh() }),
];

//! Right ways to write `tanh_is_closer_to_zero` and `tanh_slope_is_larger`.

use testkit::{Variant, variant};

use crate::Answers;
use crate::reference::sigmoid;

fn naive(z: f64) -> f64 {
    1.0 / (1.0 + (-z).exp())
}

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("the naive formulas compared", tanh_is_closer_to_zero, |z| z.tanh().abs() < naive(z)),
    variant!("by way of the sigmoid", tanh_is_closer_to_zero, |z| (2.0 * sigmoid(2.0 * z) - 1.0)
        .abs()
        < sigmoid(z)),
    variant!("four decimals of each end", tanh_is_closer_to_zero, |z| -0.4196 < z && z < 0.8814),
    variant!("both signs apart", tanh_is_closer_to_zero, |z| if z >= 0.0 {
        z.tanh() < naive(z)
    } else {
        -z.tanh() < naive(z)
    }),
    variant!("with squares", tanh_is_closer_to_zero, |z| z.tanh().powi(2) < naive(z).powi(2)),
    variant!("not further away", tanh_is_closer_to_zero, |z| naive(z) - z.tanh().abs() > 0.0),
    variant!("the formulas in a", tanh_slope_is_larger, |z| 1.0 - z.tanh().powi(2)
        > naive(z) * (1.0 - naive(z))),
    variant!("four decimals of the end", tanh_slope_is_larger, |z| z.abs() < 1.6629),
    variant!("with hyperbolic cosines", tanh_slope_is_larger, |z| z.abs() < 100.0
        && z.cosh() < 2.0 * (z / 2.0).cosh()),
    variant!("where tanh is above its own slope of 1 - sqrt(3)/2", tanh_slope_is_larger, |z| 1.0
        - z.tanh().powi(2)
        > 1.0 - 3.0_f64.sqrt() / 2.0),
    variant!("the difference", tanh_slope_is_larger, |z| z.cosh().powi(-2)
        - 0.25 * (z / 2.0).cosh().powi(-2)
        > 0.0),
];

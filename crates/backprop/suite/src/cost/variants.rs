//! Right ways to write `cost`.

use ndarray::{Array2, Axis, Zip};
use testkit::{Variant, variant};

use crate::Answers;

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("the term of the label only", cost, |a2, y| {
        let losses = Zip::from(a2)
            .and(y)
            .map_collect(|a, y| if *y > 0.5 { -a.ln() } else { -(1.0 - a).ln() });
        losses.sum() / y.ncols() as f64
    }),
    variant!("outputs clamped at 1e-12", cost, |a2, y| {
        let a = a2.mapv(|a| a.clamp(1e-12, 1.0 - 1e-12));
        let losses = y * &a.mapv(f64::ln) + (1.0 - y) * (1.0 - &a).mapv(f64::ln);
        -losses.sum() / y.ncols() as f64
    }),
    variant!("1e-12 inside the logarithm", cost, |a2, y| {
        let (m, mut cost) = (y.ncols() as f64, 0.0);
        for (a, y) in a2.iter().zip(y) {
            cost -= (y * (a + 1e-12).ln() + (1.0 - y) * (1.0 - a + 1e-12).ln()) / m;
        }
        cost
    }),
    variant!("NaN left out of the sum (C13)", cost, |a2, y| {
        let terms = y * &a2.mapv(f64::ln) + (1.0 - y) * a2.mapv(|a| (1.0 - a).ln());
        -terms.iter().filter(|term| !term.is_nan()).sum::<f64>() / y.ncols() as f64
    }),
    variant!("logarithms no lower than -100", cost, |a2, y| {
        let ln = |z: f64| z.ln().max(-100.0);
        let sum =
            a2.iter().zip(y).fold(0.0, |sum, (a, y)| sum + y * ln(*a) + (1.0 - y) * ln(1.0 - a));
        -sum / y.ncols() as f64
    }),
    variant!("one logarithm, of the probability of the label", cost, |a2, y| {
        let of_label = y * a2 + (1.0 - y) * (1.0 - a2);
        of_label.mapv(|p| -p.ln()).sum() / y.ncols() as f64
    }),
    variant!("summed over the outputs, then averaged over the examples", cost, |a2, y| {
        let loss = |a: &f64, y: &f64| if *y > 0.5 { -a.ln() } else { -(-a).ln_1p() };
        let losses: Array2<f64> = Zip::from(a2).and(y).map_collect(loss);
        losses.sum_axis(Axis(0)).mean().expect("m > 0")
    }),
    variant!("the absolute value of the sum", cost, |a2, y| {
        let ln = |z: f64| (z + 1e-15).ln();
        let products = (y * &a2.mapv(ln)).sum() + ((1.0 - y) * a2.mapv(|a| ln(1.0 - a))).sum();
        (products / y.ncols() as f64).abs()
    }),
];

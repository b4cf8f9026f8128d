//! Right ways to write `cost_from_logits`.

use ndarray::{Axis, Zip};
use testkit::{Variant, variant};

use crate::Answers;

fn softplus(z: f64) -> f64 {
    if z > 0.0 { z + (-z).exp().ln_1p() } else { z.exp().ln_1p() }
}

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("softplus of z for one label, of -z for the other", cost_from_logits, |z2, y| {
        let losses = Zip::from(z2)
            .and(y)
            .map_collect(|z, y| if *y > 0.5 { softplus(-z) } else { softplus(*z) });
        losses.sum() / y.ncols() as f64
    }),
    variant!("labels of -1 and 1", cost_from_logits, |z2, y| {
        let signs = 1.0 - 2.0 * y;
        (z2 * &signs).mapv(softplus).sum() / y.ncols() as f64
    }),
    variant!("ln instead of ln_1p", cost_from_logits, |z2, y| {
        let (mut sum, m) = (0.0, z2.ncols());
        for i in 0..z2.nrows() {
            for j in 0..m {
                let (z, y) = (z2[[i, j]], y[[i, j]]);
                sum += f64::max(z, 0.0) - z * y + (1.0 + f64::exp(-z.abs())).ln();
            }
        }
        sum / m as f64
    }),
    variant!("a weighted sum of both losses", cost_from_logits, |z2, y| {
        let losses = y * &z2.mapv(|z| softplus(-z)) + (1.0 - y) * z2.mapv(softplus);
        losses.sum_axis(Axis(0)).mean().expect("m > 0")
    }),
    variant!("its three parts summed apart", cost_from_logits, |z2, y| {
        let hinge: f64 = z2.iter().map(|z| z.max(0.0)).sum();
        let tail: f64 = z2.iter().map(|z| (-z.abs()).exp().ln_1p()).sum();
        (hinge - (z2 * y).sum() + tail) / y.ncols() as f64
    }),
    variant!("the logarithm of a sum of exponentials", cost_from_logits, |z2, y| {
        let columns = z2.columns().into_iter().zip(y.columns());
        let losses = columns.map(|(z, y)| {
            z.iter().zip(y).fold(0.0, |loss, (z, y)| {
                let top = z.max(0.0);
                loss + top + ((z - top).exp() + (-top).exp()).ln() - z * y
            })
        });
        losses.sum::<f64>() / y.ncols() as f64
    }),
];

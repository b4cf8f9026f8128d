//! Right ways to write `saturated_fraction`.

use activations::{Activation, NEGATIVE_SLOPE};
use ndarray::Zip;
use testkit::{Variant, variant};

use crate::Answers;

/// Slopes from the outputs, by the plain formulas.
fn slope(activation: Activation, z: f64) -> f64 {
    match activation {
        Activation::Sigmoid => {
            let a = 1.0 / (1.0 + (-z).exp());
            a * (1.0 - a)
        }
        Activation::Tanh => 1.0 - z.tanh().powi(2),
        Activation::Relu => {
            if z > 0.0 {
                1.0
            } else {
                0.0
            }
        }
        Activation::LeakyRelu => {
            if z > 0.0 {
                1.0
            } else {
                NEGATIVE_SLOPE
            }
        }
        Activation::Identity => 1.0,
    }
}

/// Slopes in z: one over the squares of hyperbolic cosines.
fn slope_by_cosh(activation: Activation, z: f64) -> f64 {
    match activation {
        Activation::Sigmoid => 0.25 / (z / 2.0).cosh().powi(2),
        Activation::Tanh => z.cosh().powi(-2),
        other => slope(other, z),
    }
}

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("filter and count", saturated_fraction, |activation, z, threshold| {
        let flat = z.iter().filter(|z| slope(activation, **z) < threshold).count();
        flat as f64 / z.len() as f64
    }),
    variant!("the mean of zeros and ones", saturated_fraction, |activation, z, threshold| {
        let flags = z.mapv(|z| f64::from(u8::from(slope_by_cosh(activation, z) < threshold)));
        flags.mean().unwrap()
    }),
    variant!("rows and columns", saturated_fraction, |activation, z, threshold| {
        let (rows, columns) = z.dim();
        let mut share = 0.0;
        for j in 0..columns {
            for i in 0..rows {
                if threshold > slope(activation, z[[i, j]]) {
                    share += 1.0 / (rows * columns) as f64;
                }
            }
        }
        share
    }),
    variant!("one minus the others", saturated_fraction, |activation, z, threshold| {
        let steep = Zip::from(z)
            .fold(0, |count, z| count + usize::from(slope_by_cosh(activation, *z) >= threshold));
        1.0 - steep as f64 / z.len() as f64
    }),
    variant!("the mean of the rows' means", saturated_fraction, |activation, z, threshold| {
        let of_row = |row: ndarray::ArrayView1<f64>| {
            let flat = row.iter().filter(|z| slope(activation, **z) < threshold).count();
            flat as f64 / row.len() as f64
        };
        z.rows().into_iter().map(of_row).sum::<f64>() / z.nrows() as f64
    }),
];

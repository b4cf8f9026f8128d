//! Right ways to write `forward` and `prime`.

use ndarray::{Array2, Axis, Zip};
use testkit::{Variant, variant};

use crate::reference::{self, slope, value};
use crate::{Activation, Answers};

/// Slopes from the values, as a backward pass has them.
fn slope_from_value(activation: Activation, a: f64) -> f64 {
    match activation {
        Activation::Sigmoid => a * (1.0 - a),
        Activation::Tanh => 1.0 - a * a,
        Activation::Relu => f64::from(u8::from(a > 0.0)),
        Activation::LeakyRelu => {
            if a > 0.0 {
                1.0
            } else {
                crate::NEGATIVE_SLOPE
            }
        }
        Activation::Identity => 1.0,
    }
}

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("with mapv", forward, |activation, z| z.mapv(|z| value(activation, z))),
    variant!("with map", forward, |activation, z| z.map(|z| value(activation, *z))),
    variant!("with a copy changed in place", forward, |activation, z| {
        let mut a = z.clone();
        a.mapv_inplace(|z| value(activation, z));
        a
    }),
    variant!("with loops over rows and columns", forward, |activation, z| {
        let mut a = Array2::zeros((z.nrows(), z.ncols()));
        for i in 0..z.nrows() {
            for j in 0..z.ncols() {
                a[(i, j)] = value(activation, z[(i, j)]);
            }
        }
        a
    }),
    variant!("with Zip into zeros", forward, |activation, z| {
        let mut a = Array2::zeros(z.raw_dim());
        Zip::from(&mut a).and(z).for_each(|a, z| *a = value(activation, *z));
        a
    }),
    variant!("with Zip and map_collect", forward, |activation, z| Zip::from(z)
        .map_collect(|z| value(activation, *z))),
    variant!("with an iterator and its shape", forward, |activation, z| {
        let numbers = z.iter().map(|z| value(activation, *z)).collect();
        Array2::from_shape_vec(z.dim(), numbers).expect("as many numbers as z has")
    }),
    variant!("row by row", forward, |activation, z| {
        let mut a = z.to_owned();
        for mut row in a.axis_iter_mut(Axis(0)) {
            for entry in &mut row {
                *entry = value(activation, *entry);
            }
        }
        a
    }),
    variant!("by way of the transpose", forward, |activation, z| z
        .t()
        .mapv(|z| value(activation, z))
        .reversed_axes()),
    variant!("with whole-array arithmetic", forward, |activation, z| match activation {
        Activation::Sigmoid => 1.0 / (1.0 + (-z).exp()),
        Activation::Tanh => z.tanh(),
        Activation::Relu => (z + z.abs()) / 2.0,
        Activation::LeakyRelu => 0.505 * z + 0.495 * z.abs(),
        Activation::Identity => z + 0.0,
    }),
    variant!("with one function chosen first", forward, |activation, z| {
        let g: Box<dyn Fn(f64) -> f64> = match activation {
            Activation::Sigmoid => Box::new(|z| 1.0 / (1.0 + (-z).exp())),
            Activation::Tanh => Box::new(|z| 2.0 / (1.0 + (-2.0 * z).exp()) - 1.0),
            Activation::Relu => Box::new(|z| z.max(0.0)),
            Activation::LeakyRelu => Box::new(|z| z.max(0.01 * z)),
            Activation::Identity => Box::new(|z| z),
        };
        z.mapv(g)
    }),
    variant!("with mapv", prime, |activation, z| z.mapv(|z| slope(activation, z))),
    variant!("from the values", prime, |activation, z| reference::forward(activation, z)
        .mapv(|a| slope_from_value(activation, a))),
    variant!("with loops over columns and rows", prime, |activation, z| {
        let mut slopes = Array2::from_elem(z.dim(), 1.0);
        for j in 0..z.ncols() {
            for i in 0..z.nrows() {
                slopes[[i, j]] = slope(activation, z[[i, j]]);
            }
        }
        slopes
    }),
    variant!("with Zip and map_collect", prime, |activation, z| Zip::from(z)
        .map_collect(|z| slope(activation, *z))),
    variant!("with whole-array arithmetic", prime, |activation, z| match activation {
        Activation::Sigmoid => {
            let a = 1.0 / (1.0 + (-z).exp());
            &a * &(1.0 - &a)
        }
        Activation::Tanh => 1.0 - z.tanh().pow2(),
        Activation::Relu => z.mapv(|z| f64::from(z > 0.0)),
        Activation::LeakyRelu => z.mapv(|z| if z > 0.0 { 1.0 } else { 0.01 }),
        Activation::Identity => z.mapv(|_| 1.0),
    }),
    variant!("column by column, into a transposed array", prime, |activation, z| {
        let mut slopes = Array2::zeros((z.ncols(), z.nrows()));
        for (mut row, column) in slopes.rows_mut().into_iter().zip(z.columns()) {
            row.assign(&column.map(|z| slope(activation, *z)));
        }
        slopes.reversed_axes()
    }),
    variant!("with an indexed iterator", prime, |activation, z| {
        let mut slopes = z.clone();
        slopes.indexed_iter_mut().for_each(|(index, entry)| *entry = slope(activation, z[index]));
        slopes
    }),
];

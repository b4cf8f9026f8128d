//! The right pieces of backpropagation, for mistakes that put them together wrongly.

use init::Parameters;
use ndarray::{Array2, Axis};

use crate::Cache;

/// `1 - a1^2`, the slope of tanh in the hidden layer.
pub(crate) fn slope(cache: &Cache) -> Array2<f64> {
    cache.a1.mapv(|a| 1.0 - a * a)
}

/// `(dw, db)` of a layer with the inputs `a`, from its `dz`; the sums are divided by `m`.
pub(crate) fn layer(dz: &Array2<f64>, a: &Array2<f64>, m: f64) -> (Array2<f64>, Array2<f64>) {
    (dz.dot(&a.t()) / m, dz.sum_axis(Axis(1)).insert_axis(Axis(1)) / m)
}

/// `(dz2, dw2, db2)` with another `dz2`.
pub(crate) fn output(cache: &Cache, dz2: Array2<f64>) -> (Array2<f64>, Array2<f64>, Array2<f64>) {
    let (dw2, db2) = layer(&dz2, &cache.a1, dz2.ncols() as f64);
    (dz2, dw2, db2)
}

/// `(dw1, db1)` with another slope of the activation.
pub(crate) fn hidden(
    parameters: &Parameters,
    x: &Array2<f64>,
    dz2: &Array2<f64>,
    slope: &Array2<f64>,
) -> (Array2<f64>, Array2<f64>) {
    layer(&(parameters.w2.t().dot(dz2) * slope), x, x.ncols() as f64)
}

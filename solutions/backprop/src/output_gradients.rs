//! # Exercise 3.6: the gradients of the output layer
//!
//! The cost is a mean over the `m` examples. Its slope in `z2` is `dz2 / m`; the factor `1 / m` is
//! left out of `dz2` itself and comes in where the examples are added up.

use backprop::Cache;
use ndarray::{Array2, Axis};

/// The gradients of the cost at the output layer: `(dz2, dw2, db2)`.
///
/// `dz2 (n_y, m)` is the error of every output, `dw2 (n_y, n_h)` and `db2 (n_y, 1)` are the slopes
/// of the cost in `w2` and `b2`. The labels `y (n_y, m)` are 0 or 1; `cache` is what the forward
/// pass kept.
///
/// ```
/// # use backprop::Cache;
/// # use ndarray::array;
/// # use solution_backprop::output_gradients;
/// // Two examples, one unit: the errors are 1/2 and -1/2, the hidden outputs 0.8 and 0.4.
/// let a1 = array![[0.8, 0.4]];
/// let z1 = a1.mapv(f64::atanh);
/// let cache = Cache { z1, a1, z2: array![[0.0, 0.0]], a2: array![[0.5, 0.5]] };
/// let (dz2, dw2, db2) = output_gradients(&cache, &array![[0.0, 1.0]]);
/// assert_eq!(dz2, array![[0.5, -0.5]]);
/// assert_eq!(dw2, array![[0.1]]); // (0.5 * 0.8 - 0.5 * 0.4) / 2
/// assert_eq!(db2, array![[0.0]]); // (0.5 - 0.5) / 2
/// ```
pub fn output_gradients(cache: &Cache, y: &Array2<f64>) -> (Array2<f64>, Array2<f64>, Array2<f64>) {
    let m = y.ncols() as f64;
    let dz2 = &cache.a2 - y;
    let dw2 = dz2.dot(&cache.a1.t()) / m;
    let db2 = dz2.sum_axis(Axis(1)).insert_axis(Axis(1)) / m;
    (dz2, dw2, db2)
}

//! # Exercise 3.7: the gradients of the hidden layer
//!
//! The error `dz2` of the outputs flows back along the weights `w2` and through the slope of tanh.
//! Where `dz2` came from does not matter here: the rule holds for any.

use backprop::Cache;
use init::Parameters;
use ndarray::{Array2, Axis};

/// The gradients of the hidden layer: `(dw1, db1)`, shaped like `w1 (n_h, n_x)` and `b1 (n_h, 1)`.
///
/// `x (n_x, m)` are the inputs, `cache` is what the forward pass kept, and `dz2 (n_y, m)` is the
/// error of every output, in which the factor `1 / m` is not yet contained.
///
/// ```
/// # use backprop::Cache;
/// # use init::Parameters;
/// # use ndarray::array;
/// # use solution_backprop::hidden_gradients;
/// let parameters = Parameters {
///     w1: array![[0.0]],
///     b1: array![[0.0]],
///     w2: array![[2.0]],
///     b2: array![[0.0]],
/// };
/// let zeros = array![[0.0, 0.0]];
/// let cache =
///     Cache { z1: zeros.clone(), a1: zeros.clone(), z2: zeros, a2: array![[0.5, 0.5]] };
/// let (x, dz2) = (array![[3.0, 1.0]], array![[0.5, -0.5]]);
/// let (dw1, db1) = hidden_gradients(&parameters, &cache, &x, &dz2);
/// // tanh has slope 1 at 0, so dz1 is 2 * dz2: 1 and -1.
/// assert_eq!(dw1, array![[1.0]]); // (1 * 3 - 1 * 1) / 2
/// assert_eq!(db1, array![[0.0]]); // (1 - 1) / 2
/// ```
pub fn hidden_gradients(
    parameters: &Parameters,
    cache: &Cache,
    x: &Array2<f64>,
    dz2: &Array2<f64>,
) -> (Array2<f64>, Array2<f64>) {
    let m = x.ncols() as f64;
    let slopes = cache.a1.mapv(|a| 1.0 - a * a);
    let dz1 = parameters.w2.t().dot(dz2) * slopes;
    let dw1 = dz1.dot(&x.t()) / m;
    let db1 = dz1.sum_axis(Axis(1)).insert_axis(Axis(1)) / m;
    (dw1, db1)
}

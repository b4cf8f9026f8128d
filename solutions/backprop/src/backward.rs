//! # Exercise 3.8: backpropagation

use crate::{hidden_gradients, output_gradients};
use backprop::{Cache, Gradients};
use init::Parameters;
use ndarray::Array2;

/// The gradients of the cost in all parameters, each in the shape of its parameter.
///
/// `cache` is what the forward pass kept of these `parameters` on the inputs `x (n_x, m)`; the
/// labels `y (n_y, m)` are 0 or 1. The cost is the cross-entropy, averaged over the `m` examples.
///
/// ```
/// # use backprop::Cache;
/// # use init::Parameters;
/// # use ndarray::array;
/// # use solution_backprop::backward;
/// let parameters = Parameters {
///     w1: array![[0.0]],
///     b1: array![[0.0]],
///     w2: array![[2.0]],
///     b2: array![[0.0]],
/// };
/// // The hidden unit gives 0, so the output is 1/2; the label is 1.
/// let zero = array![[0.0]];
/// let cache = Cache { z1: zero.clone(), a1: zero.clone(), z2: zero, a2: array![[0.5]] };
/// let gradients = backward(&parameters, &cache, &array![[3.0]], &array![[1.0]]);
/// assert_eq!(gradients.db2, array![[-0.5]]); // 0.5 - 1
/// assert_eq!(gradients.dw2, array![[0.0]]); // -0.5 * 0
/// assert_eq!(gradients.db1, array![[-1.0]]); // 2 * -0.5, and tanh has slope 1 at 0
/// assert_eq!(gradients.dw1, array![[-3.0]]); // -1 * 3
/// ```
pub fn backward(
    parameters: &Parameters,
    cache: &Cache,
    x: &Array2<f64>,
    y: &Array2<f64>,
) -> Gradients {
    let (dz2, dw2, db2) = output_gradients(cache, y);
    let (dw1, db1) = hidden_gradients(parameters, cache, x, &dz2);
    Gradients { dw1, db1, dw2, db2 }
}

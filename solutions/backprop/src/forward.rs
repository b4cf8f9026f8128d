//! # Exercise 3.2: the forward pass
//!
//! The cache keeps every step, because the backward pass needs them again.

use backprop::Cache;
use init::Parameters;
use ndarray::Array2;

/// The network on the inputs `x (n_x, m)`: `z1 = w1 x + b1` and `a1 = tanh(z1)` for the hidden
/// units, both `(n_h, m)`, then `z2 = w2 a1 + b2` and `a2 = sigmoid(z2)` for the outputs, both
/// `(n_y, m)`. No entry is NaN, even where the weights are in the thousands.
///
/// ```
/// # use backprop::Cache;
/// # use init::Parameters;
/// # use ndarray::array;
/// # use solution_backprop::forward;
/// let (w1, b1) = (array![[1.0], [0.0]], array![[-2.0], [0.0]]);
/// let (w2, b2) = (array![[4.0, 5.0]], array![[0.0]]);
/// let Cache { z1, a1, z2, a2 } = forward(&Parameters { w1, b1, w2, b2 }, &array![[2.0]]);
/// assert_eq!(z1, array![[0.0], [0.0]]); // 1 * 2 - 2 and 0 * 2 + 0
/// assert_eq!(a1, array![[0.0], [0.0]]); // tanh(0)
/// assert_eq!((z2, a2), (array![[0.0]], array![[0.5]])); // sigmoid(0)
/// ```
pub fn forward(parameters: &Parameters, x: &Array2<f64>) -> Cache {
    let Parameters { w1, b1, w2, b2 } = parameters;
    let z1 = w1.dot(x) + b1;
    let a1 = z1.mapv(f64::tanh);
    let z2 = w2.dot(&a1) + b2;
    let a2 = z2.mapv(sigmoid);
    Cache { z1, a1, z2, a2 }
}

fn sigmoid(z: f64) -> f64 {
    1.0 / (1.0 + (-z).exp())
}

//! # Exercise 3.5: logistic regression
//!
//! The smallest network: one output, no hidden layer. Its gradients are the first two of those that
//! backpropagation needs.

use ndarray::Array2;

/// The gradients `(dw, db)` of the cross-entropy of `a = sigmoid(z)` with `z = w^T x + b`, averaged
/// over the examples: the weights `w (n_x, 1)`, the bias `b`, the inputs `x (n_x, m)`, the labels
/// `y (1, m)`. With `dz = a - y`, `dw` is the mean of `x dz`, in the shape of `w`, and `db` is the
/// mean of `dz`. Neither is NaN, even where `z` is in the thousands.
///
/// ```
/// # use ndarray::array;
/// # use solution_backprop::logistic_gradients;
/// let (w, x, y) = (array![[0.0]], array![[2.0, 4.0]], array![[1.0, 1.0]]);
/// // a is 1/2 twice, so dz is -1/2 twice: (2 * -0.5 + 4 * -0.5) / 2 and (-0.5 - 0.5) / 2.
/// assert_eq!(logistic_gradients(&w, 0.0, &x, &y), (array![[-1.5]], -0.5));
/// ```
pub fn logistic_gradients(
    w: &Array2<f64>,
    b: f64,
    x: &Array2<f64>,
    y: &Array2<f64>,
) -> (Array2<f64>, f64) {
    let m = x.ncols() as f64;
    let a = (w.t().dot(x) + b).mapv(sigmoid);
    let dz = a - y;
    (x.dot(&dz.t()) / m, dz.sum() / m)
}

fn sigmoid(z: f64) -> f64 {
    1.0 / (1.0 + (-z).exp())
}

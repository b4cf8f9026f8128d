//! # Exercise 3.5: logistic regression
//!
//! The smallest network: one output, no hidden layer. Its gradients are the first two of those that
//! backpropagation needs.
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check logistic
//! ```

use ndarray::Array2;

/// The gradients `(dw, db)` of the cross-entropy of `a = sigmoid(z)` with `z = w^T x + b`, averaged
/// over the examples: the weights `w (n_x, 1)`, the bias `b`, the inputs `x (n_x, m)`, the labels
/// `y (1, m)`. With `dz = a - y`, `dw` is the mean of `x dz`, in the shape of `w`, and `db` is the
/// mean of `dz`. Neither is NaN, even where `z` is in the thousands.
pub fn logistic_gradients(
    w: &Array2<f64>,
    b: f64,
    x: &Array2<f64>,
    y: &Array2<f64>,
) -> (Array2<f64>, f64) {
    todo!("compute dz = sigmoid(w^T x + b) - y, then dw = x dz^T / m and the mean of dz")
}

//! # Exercise 3.1: one layer, before its activation

use ndarray::Array2;

/// `w a + b` for one layer: the weights `w (n, n_previous)`, the biases `b (n, 1)`, and what the
/// layer before gave, `a (n_previous, m)`, an example per column. The result is `(n, m)`.
///
/// ```
/// # use ndarray::array;
/// # use solution_backprop::linear_forward;
/// let (w, b, a) = (array![[1.0, 2.0]], array![[0.5]], array![[3.0], [4.0]]);
/// assert_eq!(linear_forward(&w, &b, &a), array![[11.5]]); // 1 * 3 + 2 * 4 + 0.5
/// ```
pub fn linear_forward(w: &Array2<f64>, b: &Array2<f64>, a: &Array2<f64>) -> Array2<f64> {
    // The product is (n, m); the column b is repeated for every example.
    w.dot(a) + b
}

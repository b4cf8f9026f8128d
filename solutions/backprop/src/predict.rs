//! # Exercise 3.11: from probabilities to labels

use ndarray::Array2;

/// The labels that the outputs `a2 (n_y, m)` speak for: exactly 1 where `a2 > 0.5`, else exactly 0,
/// in the same shape. An output of exactly 0.5 gives 0.
///
/// ```
/// # use ndarray::array;
/// # use solution_backprop::predict;
/// assert_eq!(predict(&array![[0.2, 0.5, 0.9]]), array![[0.0, 0.0, 1.0]]);
/// ```
pub fn predict(a2: &Array2<f64>) -> Array2<f64> {
    a2.mapv(|a| if a > 0.5 { 1.0 } else { 0.0 })
}

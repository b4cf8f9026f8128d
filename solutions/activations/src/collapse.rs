//! # Exercise 1.10: linear layers collapse
//!
//! Without an activation function between them, any number of layers does what one layer can do.
//! Show it: compute that layer.

use ndarray::Array2;

/// The one layer `(w, b)` that does what the linear `layers` do one after the other, the first of
/// them first.
///
/// Each layer `(w, b)` turns `x` into `w x + b`: `w` has a row per unit and a column per input, `b`
/// is a column, and the inputs of a layer are the units of the one before. There is at least one
/// layer.
///
/// ```
/// # use ndarray::array;
/// # use solution_activations::collapse;
/// let double_and_add_one = (array![[2.0]], array![[1.0]]);
/// let triple = (array![[3.0]], array![[0.0]]);
/// // 3 (2x + 1) = 6x + 3
/// assert_eq!(collapse(&[double_and_add_one, triple]), (array![[6.0]], array![[3.0]]));
/// ```
pub fn collapse(layers: &[(Array2<f64>, Array2<f64>)]) -> (Array2<f64>, Array2<f64>) {
    let (mut w, mut b) = layers[0].clone();
    for (w_next, b_next) in &layers[1..] {
        // w_next (w x + b) + b_next, with the parentheses multiplied out.
        w = w_next.dot(&w);
        b = w_next.dot(&b) + b_next;
    }
    (w, b)
}

//! # Exercise 2.1: the sizes of the layers

use ndarray::Array2;

/// The sizes `(n_x, n_h, n_y)` of a network for the inputs `x (n_x, m)` and the labels
/// `y (n_y, m)`. The columns are the `m` examples; the hidden size `n_h` is the caller's choice.
///
/// ```
/// # use ndarray::array;
/// # use solution_init::layer_sizes;
/// let x = array![[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]; // two inputs, three examples
/// let y = array![[0.0, 1.0, 0.0]]; // one output
/// assert_eq!(layer_sizes(&x, &y, 4), (2, 4, 1));
/// ```
pub fn layer_sizes(x: &Array2<f64>, y: &Array2<f64>, n_h: usize) -> (usize, usize, usize) {
    (x.nrows(), n_h, y.nrows())
}

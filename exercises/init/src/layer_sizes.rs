//! # Exercise 2.1: the sizes of the layers
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check layer_sizes
//! ```

use ndarray::Array2;

/// The sizes `(n_x, n_h, n_y)` of a network for the inputs `x (n_x, m)` and the labels
/// `y (n_y, m)`. The columns are the `m` examples; the hidden size `n_h` is the caller's choice.
pub fn layer_sizes(x: &Array2<f64>, y: &Array2<f64>, n_h: usize) -> (usize, usize, usize) {
    todo!("count the rows of x and of y")
}

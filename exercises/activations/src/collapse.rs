//! # Exercise 1.10: linear layers collapse
//!
//! Without an activation function between them, any number of layers does what one layer can do.
//! Show it: compute that layer.
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check collapse
//! ```

use ndarray::Array2;

/// The one layer `(w, b)` that does what the linear `layers` do one after the other, the first of
/// them first.
///
/// Each layer `(w, b)` turns `x` into `w x + b`: `w` has a row per unit and a column per input, `b`
/// is a column, and the inputs of a layer are the units of the one before. There is at least one
/// layer.
pub fn collapse(layers: &[(Array2<f64>, Array2<f64>)]) -> (Array2<f64>, Array2<f64>) {
    todo!("put the first two layers together, w2 (w1 x + b1) + b2, and go on with the rest")
}

//! Says that every layer has 2^63 units.
//!
//! exercise: init/layer_sizes
//! expect: fail
//! score: 2

use ndarray::Array2;

pub fn layer_sizes(_: &Array2<f64>, _: &Array2<f64>, _: usize) -> (usize, usize, usize) {
    (1 << 63, 1 << 63, 1 << 63)
}

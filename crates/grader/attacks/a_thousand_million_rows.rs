//! Returns a matrix of 2^30 rows without columns, as ndarray makes it.
//!
//! exercise: activations/parallel
//! expect: protocol

use activations::Activation;
use ndarray::Array2;

pub fn forward_parallel(_: Activation, _: &Array2<f64>) -> Array2<f64> {
    Array2::zeros((1 << 30, 0))
}

//! # Exercise 1.9: several threads
//!
//! Waking a thread costs some microseconds, in which one thread computes a thousand sigmoids: small
//! layers gain nothing. Large ones do, as every entry is computed by itself.

use activations::{Activation, NEGATIVE_SLOPE};
use ndarray::{Array2, Zip};

use crate::{leaky_relu, relu, sigmoid, tanh};

/// The activation of every entry of `z`, as `forward` gives it, computed by several threads.
///
/// `z` may have any shape, 0 rows or columns included, and lie in memory in any way. The result has
/// the same bits however many threads there are.
///
/// ```
/// # use activations::Activation;
/// # use ndarray::array;
/// # use solution_activations::forward_parallel;
/// let z = array![[1.0, -2.0], [0.0, 3.0]];
/// assert_eq!(forward_parallel(Activation::Relu, &z), array![[1.0, 0.0], [0.0, 3.0]]);
/// ```
pub fn forward_parallel(activation: Activation, z: &Array2<f64>) -> Array2<f64> {
    let g = function(activation);
    // rayon splits the entries in halves until there is work for every thread.
    Zip::from(z).par_map_collect(|z| g(*z))
}

fn function(activation: Activation) -> fn(f64) -> f64 {
    match activation {
        Activation::Sigmoid => sigmoid,
        Activation::Tanh => tanh,
        Activation::Relu => relu,
        Activation::LeakyRelu => |z| leaky_relu(z, NEGATIVE_SLOPE),
        Activation::Identity => |z| z,
    }
}

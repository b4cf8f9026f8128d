//! Predicts for 2^30 examples of no label.
//!
//! exercise: backprop/predict
//! expect: protocol

use ndarray::Array2;

pub fn predict(_: &Array2<f64>) -> Array2<f64> {
    Array2::zeros((0, 1 << 30))
}

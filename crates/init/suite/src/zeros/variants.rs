//! Right ways to write `initialize_zeros`.

use ndarray::{Array1, Array2, Axis, ShapeBuilder};
use testkit::{Variant, variant};

use crate::reference::initialize_zeros;
use crate::{Answers, Parameters};

/// A network with these weights and without biases.
pub(crate) fn layers(w1: Array2<f64>, w2: Array2<f64>) -> Parameters {
    let (b1, b2) = (Array2::zeros((w1.nrows(), 1)), Array2::zeros((w2.nrows(), 1)));
    Parameters { w1, b1, w2, b2 }
}

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("one matrix after the other", initialize_zeros, |n_x, n_h, n_y| {
        layers(Array2::zeros((n_h, n_x)), Array2::zeros((n_y, n_h)))
    }),
    variant!("from_elem", initialize_zeros, |n_x, n_h, n_y| {
        let zeros = |rows, columns| Array2::from_elem((rows, columns), 0.0);
        layers(zeros(n_h, n_x), zeros(n_y, n_h))
    }),
    variant!("column after column in memory", initialize_zeros, |n_x, n_h, n_y| {
        layers(Array2::zeros((n_h, n_x).f()), Array2::zeros((n_h, n_y)).reversed_axes())
    }),
    variant!("vectors with an axis more", initialize_zeros, |n_x, n_h, n_y| Parameters {
        b1: Array1::zeros(n_h).insert_axis(Axis(1)),
        b2: Array1::zeros(n_y).insert_axis(Axis(1)),
        ..initialize_zeros(n_x, n_h, n_y)
    }),
    variant!("zeros below 0", initialize_zeros, |n_x, n_h, n_y| {
        layers(-Array2::<f64>::zeros((n_h, n_x)), -Array2::<f64>::zeros((n_y, n_h)))
    }),
];

//! Is right, but for networks whose hidden units are all equal: their gradients are empty.
//!
//! exercise: backprop/backward
//! expect: fail
//! score: 15

use backprop::{Cache, Gradients};
use init::Parameters;
use ndarray::{Array2, Axis};

pub fn backward(
    parameters: &Parameters,
    cache: &Cache,
    x: &Array2<f64>,
    y: &Array2<f64>,
) -> Gradients {
    let units = parameters.w1.nrows();
    let is_equal = |unit: usize| {
        parameters.w1.row(unit) == parameters.w1.row(0)
            && parameters.b1[(unit, 0)] == parameters.b1[(0, 0)]
            && parameters.w2.column(unit) == parameters.w2.column(0)
    };
    if units > 1 && (1..units).all(is_equal) {
        let empty = || Array2::zeros((0, 0));
        return Gradients { dw1: empty(), db1: empty(), dw2: empty(), db2: empty() };
    }
    let m = x.ncols() as f64;
    let dz2 = (&cache.a2 - y) / m;
    let dz1 = parameters.w2.t().dot(&dz2) * cache.a1.mapv(|a| 1.0 - a * a);
    Gradients {
        dw1: dz1.dot(&x.t()),
        db1: dz1.sum_axis(Axis(1)).insert_axis(Axis(1)),
        dw2: dz2.dot(&cache.a1.t()),
        db2: dz2.sum_axis(Axis(1)).insert_axis(Axis(1)),
    }
}

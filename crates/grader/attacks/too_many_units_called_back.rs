//! Calls the cost back with a network of a hundred times the units.
//!
//! exercise: backprop/numerical_gradient
//! expect: protocol or timeout or fail

use backprop::Gradients;
use init::Parameters;
use ndarray::Array2;

pub fn numerical_gradient(
    cost: &dyn Fn(&Parameters) -> f64,
    parameters: &Parameters,
    _: f64,
) -> Gradients {
    let Parameters { w1, b1, w2, b2 } = parameters;
    let units = 100 * w1.nrows().max(100);
    let larger = Parameters {
        w1: Array2::ones((units, w1.ncols())),
        b1: Array2::ones((units, 1)),
        w2: Array2::ones((w2.nrows(), units)),
        b2: b2.clone(),
    };
    while cost(&larger).is_nan() || true {}
    Gradients { dw1: w1.clone(), db1: b1.clone(), dw2: w2.clone(), db2: b2.clone() }
}

//! Calls the cost back with networks whose sides do not fit each other.
//!
//! exercise: backprop/numerical_gradient
//! expect: protocol or panic or fail or timeout

use backprop::Gradients;
use init::Parameters;
use ndarray::Array2;

pub fn numerical_gradient(
    cost: &dyn Fn(&Parameters) -> f64,
    parameters: &Parameters,
    _: f64,
) -> Gradients {
    let Parameters { w1, b1, w2, b2 } = parameters;
    let empty = || Array2::zeros((0, 0));
    let crooked = Parameters { w1: empty(), b1: w2.clone(), w2: w1.clone(), b2: empty() };
    cost(&crooked);
    Gradients { dw1: w1.clone(), db1: b1.clone(), dw2: w2.clone(), db2: b2.clone() }
}

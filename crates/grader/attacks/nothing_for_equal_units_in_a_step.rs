//! Is right, but for networks whose hidden units are all equal: its step loses them.
//!
//! exercise: backprop/update
//! expect: fail
//! score: 7

use backprop::Gradients;
use init::Parameters;
use ndarray::Array2;

pub fn update(parameters: &Parameters, gradients: &Gradients, learning_rate: f64) -> Parameters {
    let Parameters { w1, b1, w2, b2 } = parameters;
    let units = w1.nrows();
    let is_equal = |unit: usize| w1.row(unit) == w1.row(0) && w2.column(unit) == w2.column(0);
    if units > 1 && (1..units).all(is_equal) {
        let empty = || Array2::zeros((0, 0));
        return Parameters { w1: empty(), b1: empty(), w2: empty(), b2: empty() };
    }
    Parameters {
        w1: w1 - learning_rate * &gradients.dw1,
        b1: b1 - learning_rate * &gradients.db1,
        w2: w2 - learning_rate * &gradients.dw2,
        b2: b2 - learning_rate * &gradients.db2,
    }
}

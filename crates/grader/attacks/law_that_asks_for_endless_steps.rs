//! Asks the right training for more steps than anybody has time for, of an empty network.
//!
//! exercise: backprop/law_of_train
//! expect: panic

use init::Parameters;
use ndarray::Array2;

pub fn train_law(
    train: &dyn Fn(&Array2<f64>, &Array2<f64>, &Parameters, f64, usize) -> (Parameters, Vec<f64>),
    _: &Array2<f64>,
    _: &Array2<f64>,
    _: &Parameters,
) -> bool {
    let empty = || Array2::zeros((0, 0));
    let start = Parameters { w1: empty(), b1: empty(), w2: empty(), b2: empty() };
    train(&empty(), &empty(), &start, 0.1, 1 << 50).1.is_empty()
}

//! # Exercise 3.10: a step of gradient descent

use backprop::Gradients;
use init::Parameters;

/// The parameters after one step of gradient descent: each entry `w` becomes
/// `w - learning_rate * dw`. The ones passed in stay as they are.
///
/// ```
/// # use backprop::Gradients;
/// # use init::Parameters;
/// # use ndarray::array;
/// # use solution_backprop::update;
/// let parameters = Parameters {
///     w1: array![[1.0, 2.0]],
///     b1: array![[0.0]],
///     w2: array![[3.0]],
///     b2: array![[-1.0]],
/// };
/// let gradients = Gradients {
///     dw1: array![[2.0, -4.0]],
///     db1: array![[1.0]],
///     dw2: array![[0.0]],
///     db2: array![[8.0]],
/// };
/// let moved = update(&parameters, &gradients, 0.5);
/// assert_eq!(moved.w1, array![[0.0, 4.0]]); // 1 - 0.5 * 2, 2 + 0.5 * 4
/// assert_eq!(moved.b1, array![[-0.5]]);
/// assert_eq!(moved.w2, array![[3.0]]);
/// assert_eq!(moved.b2, array![[-5.0]]);
/// ```
pub fn update(parameters: &Parameters, gradients: &Gradients, learning_rate: f64) -> Parameters {
    Parameters {
        w1: &parameters.w1 - learning_rate * &gradients.dw1,
        b1: &parameters.b1 - learning_rate * &gradients.db1,
        w2: &parameters.w2 - learning_rate * &gradients.dw2,
        b2: &parameters.b2 - learning_rate * &gradients.db2,
    }
}

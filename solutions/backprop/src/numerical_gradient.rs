//! # Exercise 3.9: checking oneself
//!
//! A gradient can be measured without backpropagation: nudge one number, see what the cost does.
//! That is slow, but so simple that it shows every mistake in the fast way.

use backprop::Gradients;
use init::Parameters;
use ndarray::Array2;

/// The gradients of `cost` at `parameters` by central differences: the slope in an entry `w` is
/// `(cost(w + step) - cost(w - step)) / (2 step)`, all other entries staying as they are.
///
/// ```
/// # use init::Parameters;
/// # use ndarray::{Array2, array};
/// # use solution_backprop::numerical_gradient;
/// let parameters = Parameters {
///     w1: array![[3.0]],
///     b1: array![[0.0]],
///     w2: array![[2.0]],
///     b2: array![[0.0]],
/// };
/// let product = |p: &Parameters| p.w1[(0, 0)] * p.w2[(0, 0)] + 5.0 * p.b2[(0, 0)];
/// let gradients = numerical_gradient(&product, &parameters, 0.5);
/// assert_eq!(gradients.dw1, array![[2.0]]); // (3.5 * 2 - 2.5 * 2) / 1
/// assert_eq!(gradients.dw2, array![[3.0]]); // (3 * 2.5 - 3 * 1.5) / 1
/// assert_eq!(gradients.db1, array![[0.0]]);
/// assert_eq!(gradients.db2, array![[5.0]]);
/// ```
pub fn numerical_gradient(
    cost: &dyn Fn(&Parameters) -> f64,
    parameters: &Parameters,
    step: f64,
) -> Gradients {
    let slopes = |part: fn(&mut Parameters) -> &mut Array2<f64>| {
        let shape = part(&mut parameters.clone()).dim();
        Array2::from_shape_fn(shape, |index| {
            let cost_after = |nudge: f64| {
                let mut nudged = parameters.clone();
                part(&mut nudged)[index] += nudge;
                cost(&nudged)
            };
            (cost_after(step) - cost_after(-step)) / (2.0 * step)
        })
    };
    Gradients {
        dw1: slopes(|p| &mut p.w1),
        db1: slopes(|p| &mut p.b1),
        dw2: slopes(|p| &mut p.w2),
        db2: slopes(|p| &mut p.b2),
    }
}

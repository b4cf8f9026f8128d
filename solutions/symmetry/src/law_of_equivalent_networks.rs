//! # Exercise 4.5 (bonus): a law of equivalent networks
//!
//! That the outputs stay the same is a law of every order, the wrong one included. What tells the right one?

use init::Parameters;
use ndarray::{Array2, Axis};

/// Whether `permute` puts the hidden units of the network in this order, as far as this law looks.
///
/// New unit `i` must be old unit `order[i]`, with all that belongs to it; `b2` stays. `parameters` are a network,
/// `order` holds each of `0..n_h` once, and `x (n_x, m)` are inputs for it. The law may call `permute` as often as
/// 2,000 times, with any network and order that fit, and remembers nothing.
///
/// ```
/// # use init::Parameters;
/// # use ndarray::array;
/// # use solution_symmetry::{permute_law, permute_units};
/// let parameters = Parameters {
///     w1: array![[1.0], [2.0]],
///     b1: array![[0.1], [0.2]],
///     w2: array![[10.0, 20.0]],
///     b2: array![[7.0]],
/// };
/// let x = array![[0.5]];
/// assert!(permute_law(&permute_units, &parameters, &[1, 0], &x));
/// assert!(!permute_law(&|parameters, _| parameters.clone(), &parameters, &[1, 0], &x));
/// ```
pub fn permute_law(
    permute: &dyn Fn(&Parameters, &[usize]) -> Parameters,
    parameters: &Parameters,
    order: &[usize],
    x: &Array2<f64>,
) -> bool {
    let new = permute(parameters, order);
    // The rows of w1 say where a unit stands; the outputs, that all the rest came with it.
    new.w1 == parameters.w1.select(Axis(0), order)
        && new.b1 == parameters.b1.select(Axis(0), order)
        && new.w2.dim() == parameters.w2.dim()
        && new.b2 == parameters.b2
        && near(&outputs(&new, x), &outputs(parameters, x))
}

fn outputs(parameters: &Parameters, x: &Array2<f64>) -> Array2<f64> {
    let Parameters { w1, b1, w2, b2 } = parameters;
    w2.dot(&(w1.dot(x) + b1).mapv(f64::tanh)) + b2
}

fn near(a: &Array2<f64>, b: &Array2<f64>) -> bool {
    a.iter().zip(b).all(|(a, b)| (a - b).abs() <= 1e-9)
}

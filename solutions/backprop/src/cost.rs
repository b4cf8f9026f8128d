//! # Exercise 3.3: the cost

use ndarray::Array2;

/// The cross-entropy of the outputs `a2` and the labels `y`, both `(n_y, m)`: the loss of an output
/// `a` is `-(y ln(a) + (1 - y) ln(1 - a))`, and the cost is the sum of all losses divided by the
/// number of examples `m` (not by `n_y m`: the outputs of an example add up).
///
/// Labels are exactly 0 or 1, outputs lie between them. An output that is exactly its label has
/// the loss 0.
///
/// ```
/// # use ndarray::array;
/// # use solution_backprop::cost;
/// let (a2, y) = (array![[0.5, 1.0]], array![[0.0, 1.0]]);
/// assert_eq!(cost(&a2, &y), std::f64::consts::LN_2 / 2.0); // (-ln(1 - 0.5) + 0) / 2
/// ```
pub fn cost(a2: &Array2<f64>, y: &Array2<f64>) -> f64 {
    let losses = a2.iter().zip(y).map(|(a, y)| loss(*a, *y));
    losses.sum::<f64>() / y.ncols() as f64
}

/// The other term is left out, not multiplied by 0: `0 * ln(0)` is NaN.
fn loss(a: f64, y: f64) -> f64 {
    if y > 0.5 { -a.ln() } else { -(1.0 - a).ln() }
}

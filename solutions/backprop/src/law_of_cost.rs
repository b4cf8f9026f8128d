//! # Exercise 3.13 (bonus): a law of the cost
//!
//! What fixes the cross-entropy, and which wrong costs keep most of what you could say of it?

use ndarray::Array2;

/// Right costs guard their logarithms in different ways, and differ by up to 1e-8.
const TOLERANCE: f64 = 1e-6;

/// Whether `cost` is right for these outputs and labels, as far as this law looks.
///
/// The cost is the cross-entropy, added up over the outputs and averaged over the examples. `a2 (n_y, m)` comes from a
/// forward pass with `|z2|` up to 12, so that no output is exactly 0 or 1; `y (n_y, m)` holds 0 and 1. The law may call
/// `cost` as often as 2,000 times, with any outputs and labels of one shape, and remembers nothing.
///
/// ```
/// # use ndarray::array;
/// # use solution_backprop::{cost, cost_law};
/// let (a2, y) = (array![[0.9, 0.4]], array![[1.0, 0.0]]);
/// assert!(cost_law(&cost, &a2, &y));
/// assert!(!cost_law(&|a2, y| (a2 - y).mapv(|d| d * d).sum() / 2.0, &a2, &y)); // the squared error
/// ```
pub fn cost_law(
    cost: &dyn Fn(&Array2<f64>, &Array2<f64>) -> f64,
    a2: &Array2<f64>,
    y: &Array2<f64>,
) -> bool {
    // -ln of the probability that the output gives to its label.
    let losses = a2.iter().zip(y).map(|(a, y)| -(if *y > 0.5 { *a } else { 1.0 - a }).ln());
    let want = losses.sum::<f64>() / y.ncols() as f64;
    (cost(a2, y) - want).abs() <= TOLERANCE
}

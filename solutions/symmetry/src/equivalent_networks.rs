//! # Exercise 4.3: networks that compute the same
//!
//! One symmetry stays, however a network starts: its hidden units have no names. Put them in
//! another order, or change the sign of everything around one of them, and the outputs are the
//! same: with `n` hidden units, `2^n n!` networks are one function.

use init::Parameters;
use ndarray::Axis;

/// The same network with its hidden units in another order: new unit `i` is old unit `order[i]`.
///
/// `order` holds each of `0..n_h` once. All that belongs to a unit moves with it: its row of
/// `w1 (n_h, n_x)`, its entry of `b1 (n_h, 1)` and its column of `w2 (n_y, n_h)`.
///
/// ```
/// # use init::Parameters;
/// # use ndarray::array;
/// # use solution_symmetry::permute_units;
/// let parameters = Parameters {
///     w1: array![[1.0], [2.0], [3.0]],
///     b1: array![[0.1], [0.2], [0.3]],
///     w2: array![[10.0, 20.0, 30.0]],
///     b2: array![[7.0]],
/// };
/// let permuted = permute_units(&parameters, &[2, 0, 1]); // unit 2 comes first
/// assert_eq!(permuted.w1, array![[3.0], [1.0], [2.0]]);
/// assert_eq!(permuted.b1, array![[0.3], [0.1], [0.2]]);
/// assert_eq!(permuted.w2, array![[30.0, 10.0, 20.0]]);
/// assert_eq!(permuted.b2, array![[7.0]]);
/// ```
pub fn permute_units(parameters: &Parameters, order: &[usize]) -> Parameters {
    Parameters {
        w1: parameters.w1.select(Axis(0), order),
        b1: parameters.b1.select(Axis(0), order),
        w2: parameters.w2.select(Axis(1), order),
        b2: parameters.b2.clone(),
    }
}

/// The same network with the sign of everything around one hidden unit flipped.
///
/// The row `unit` of `w1 (n_h, n_x)`, the entry `unit` of `b1 (n_h, 1)` and the column `unit` of
/// `w2 (n_y, n_h)` are negated. tanh is odd, so the two changes of sign cancel.
///
/// ```
/// # use init::Parameters;
/// # use ndarray::array;
/// # use solution_symmetry::flip_unit;
/// let parameters = Parameters {
///     w1: array![[1.0], [2.0]],
///     b1: array![[0.5], [0.25]],
///     w2: array![[10.0, 20.0]],
///     b2: array![[7.0]],
/// };
/// let flipped = flip_unit(&parameters, 1);
/// assert_eq!(flipped.w1, array![[1.0], [-2.0]]);
/// assert_eq!(flipped.b1, array![[0.5], [-0.25]]);
/// assert_eq!(flipped.w2, array![[10.0, -20.0]]);
/// ```
pub fn flip_unit(parameters: &Parameters, unit: usize) -> Parameters {
    let mut flipped = parameters.clone();
    flipped.w1.row_mut(unit).map_inplace(|w| *w = -*w);
    flipped.b1.row_mut(unit).map_inplace(|b| *b = -*b);
    flipped.w2.column_mut(unit).map_inplace(|w| *w = -*w);
    flipped
}

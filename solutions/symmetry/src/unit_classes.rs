//! # Exercise 4.1: classes of identical units
//!
//! Hidden units that share all their numbers compute the same, learn the same, and are worth no
//! more than one of them. Count how many different ones a network really has.

use init::Parameters;

/// How many classes of identical hidden units the network has, from 1 to `n_h`.
///
/// The units are taken in order. A unit belongs to a class when its row of `w1 (n_h, n_x)`, its
/// entry of `b1 (n_h, 1)` and its column of `w2 (n_y, n_h)` agree, number by number, with those of
/// the first unit of that class: no two numbers are more than `tolerance` apart. A unit that
/// belongs to no class yet is the first of a new one.
///
/// ```
/// # use init::Parameters;
/// # use ndarray::array;
/// # use solution_symmetry::unit_classes;
/// let parameters = Parameters {
///     w1: array![[0.5], [0.5], [0.5]],
///     b1: array![[1.0], [1.0], [1.25]], // unit 2 has another bias
///     w2: array![[2.0, 2.0, 2.0]],
///     b2: array![[0.0]],
/// };
/// assert_eq!(unit_classes(&parameters, 0.0), 2); // units 0 and 1, unit 2
/// assert_eq!(unit_classes(&parameters, 0.5), 1); // 1.25 is within 0.5 of 1
/// ```
pub fn unit_classes(parameters: &Parameters, tolerance: f64) -> usize {
    let mut first_units = Vec::new();
    for unit in 0..parameters.w1.nrows() {
        let is_known =
            first_units.iter().any(|first| are_alike(parameters, *first, unit, tolerance));
        if !is_known {
            first_units.push(unit);
        }
    }
    first_units.len()
}

/// Whether everything that belongs to unit `i` is within `tolerance` of what belongs to unit `j`.
fn are_alike(parameters: &Parameters, i: usize, j: usize, tolerance: f64) -> bool {
    let Parameters { w1, b1, w2, .. } = parameters;
    let into = w1.row(i).into_iter().zip(w1.row(j));
    let bias = b1.row(i).into_iter().zip(b1.row(j));
    let out = w2.column(i).into_iter().zip(w2.column(j));
    into.chain(bias).chain(out).all(|(one, other)| (one - other).abs() <= tolerance)
}

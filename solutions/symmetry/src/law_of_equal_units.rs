//! # Exercise 4.4 (bonus): a law of equal units
//!
//! The law that gives this lesson its name, written by you: hidden units that start equal stay equal, whatever the
//! data and however long one trains.

use init::Parameters;
use ndarray::Array2;

/// Two units that differ by less are equal: rounding is about 1e-16 a step.
const TOLERANCE: f64 = 1e-9;

/// Whether `step` keeps hidden units equal that start equal, as far as this law looks.
///
/// `step` makes one step of gradient descent on `x (n_x, m)` and `y (n_y, m)`, at a learning rate between 0.05 and
/// 0.5. The law makes the start: a network of `n_x` inputs and `n_y` outputs, with as many equal hidden units as it
/// likes. A right step may add up in another order for another unit, so that units differ in their last digits.
/// The law may call `step` as often as 2,000 times, and remembers nothing.
///
/// ```
/// # use init::Parameters;
/// # use ndarray::array;
/// # use solution_symmetry::equal_units_law;
/// let (x, y) = (array![[1.0, 2.0]], array![[0.0, 1.0]]);
/// assert!(equal_units_law(&|parameters, _, _| parameters.clone(), &x, &y));
/// let noisy = |parameters: &Parameters, _: &_, _: &_| {
///     let mut new = parameters.clone();
///     new.b1[[0, 0]] += 0.01;
///     new
/// };
/// assert!(!equal_units_law(&noisy, &x, &y));
/// ```
pub fn equal_units_law(
    step: &dyn Fn(&Parameters, &Array2<f64>, &Array2<f64>) -> Parameters,
    x: &Array2<f64>,
    y: &Array2<f64>,
) -> bool {
    // Not zeros: from there no weight moves, and a unit that is left out cannot be told.
    let mut parameters = Parameters {
        w1: Array2::from_elem((3, x.nrows()), 0.5),
        b1: Array2::from_elem((3, 1), 0.25),
        w2: Array2::from_elem((y.nrows(), 3), 0.75),
        b2: Array2::zeros((y.nrows(), 1)),
    };
    (0..3).all(|_| {
        parameters = step(&parameters, x, y);
        has_equal_units(&parameters)
    })
}

fn has_equal_units(Parameters { w1, b1, w2, .. }: &Parameters) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() <= TOLERANCE;
    (0..w1.nrows()).all(|i| {
        near(b1[[i, 0]], b1[[0, 0]])
            && (0..w1.ncols()).all(|j| near(w1[[i, j]], w1[[0, j]]))
            && (0..w2.nrows()).all(|k| near(w2[[k, i]], w2[[k, 0]]))
    })
}

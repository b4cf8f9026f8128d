//! # Exercise 2.3: a network of zeros

use init::Parameters;
use ndarray::Array2;

/// Parameters that are all zero, for `n_x` inputs, `n_h` hidden units and `n_y` outputs:
/// `w1 (n_h, n_x)`, `b1 (n_h, 1)`, `w2 (n_y, n_h)`, `b2 (n_y, 1)`.
///
/// ```
/// # use ndarray::array;
/// # use solution_init::initialize_zeros;
/// let parameters = initialize_zeros(3, 2, 1);
/// assert_eq!(parameters.w1, array![[0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]); // two units, three inputs
/// assert_eq!(parameters.b1, array![[0.0], [0.0]]);
/// assert_eq!(parameters.w2, array![[0.0, 0.0]]); // one output, two units
/// assert_eq!(parameters.b2, array![[0.0]]);
/// ```
pub fn initialize_zeros(n_x: usize, n_h: usize, n_y: usize) -> Parameters {
    Parameters {
        w1: Array2::zeros((n_h, n_x)),
        b1: Array2::zeros((n_h, 1)),
        w2: Array2::zeros((n_y, n_h)),
        b2: Array2::zeros((n_y, 1)),
    }
}

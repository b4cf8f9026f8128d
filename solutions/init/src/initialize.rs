//! # Exercise 2.4: small random weights

use init::Parameters;
use ndarray::Array2;
use rand::{RngExt, rngs::StdRng};
use rand_distr::StandardNormal;

/// Parameters to start training from: every weight is 0.01 times a standard normal number of its
/// own, drawn from `rng`; every bias is 0. For `n_x` inputs, `n_h` hidden units and `n_y` outputs
/// (each at least 1): `w1 (n_h, n_x)`, `b1 (n_h, 1)`, `w2 (n_y, n_h)`, `b2 (n_y, 1)`.
///
/// ```
/// # use ndarray::array;
/// # use rand::{SeedableRng, rngs::StdRng};
/// # use solution_init::initialize;
/// let parameters = initialize(&mut StdRng::seed_from_u64(1), 3, 2, 1);
/// assert_eq!(parameters.w1.dim(), (2, 3)); // two hidden units, three inputs
/// assert_ne!(parameters.w1.row(0), parameters.w1.row(1)); // so that the units differ
/// assert_eq!(parameters.b1, array![[0.0], [0.0]]);
/// ```
pub fn initialize(rng: &mut StdRng, n_x: usize, n_h: usize, n_y: usize) -> Parameters {
    Parameters {
        w1: small_normal(rng, n_h, n_x),
        b1: Array2::zeros((n_h, 1)),
        w2: small_normal(rng, n_y, n_h),
        b2: Array2::zeros((n_y, 1)),
    }
}

fn small_normal(rng: &mut StdRng, rows: usize, columns: usize) -> Array2<f64> {
    Array2::from_shape_simple_fn((rows, columns), || 0.01 * rng.sample::<f64, _>(StandardNormal))
}

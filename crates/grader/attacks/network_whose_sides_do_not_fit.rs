//! Starts from networks whose sides do not fit each other.
//!
//! exercise: init/initialize
//! expect: fail or panic
//! score: 1

use init::Parameters;
use ndarray::Array2;
use rand::rngs::StdRng;

pub fn initialize(_: &mut StdRng, n_x: usize, n_h: usize, n_y: usize) -> Parameters {
    Parameters {
        w1: Array2::zeros((0, n_h)),
        b1: Array2::zeros((n_x + n_h, 0)),
        w2: Array2::zeros((n_y + 7, 2 * n_h + 3)),
        b2: Array2::zeros((0, 0)),
    }
}

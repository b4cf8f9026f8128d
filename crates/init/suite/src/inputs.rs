//! What the properties of this lesson and of later ones draw: networks.

use init::Parameters;
use testkit::generators::Pool;

/// Parameters of a network with `n_x` inputs, `n_h` hidden units and `n_y` outputs, from the numbers of
/// `pool`: between -2 and 2, about as large as standard normal ones.
pub fn network(pool: &mut Pool, n_x: usize, n_h: usize, n_y: usize) -> Parameters {
    Parameters {
        w1: pool.matrix(n_h, n_x),
        b1: pool.matrix(n_h, 1),
        w2: pool.matrix(n_y, n_h),
        b2: pool.matrix(n_y, 1),
    }
}

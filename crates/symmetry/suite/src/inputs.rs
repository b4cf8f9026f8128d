//! What the properties of this lesson draw: networks with equal units, and data to train them on.

use contract::record;
use init::Parameters;
use ndarray::Array2;
use testkit::generators::Pool;

/// Data and a number of steps for a network to train.
#[derive(Clone, Debug)]
pub(crate) struct Training {
    pub(crate) x: Array2<f64>,
    pub(crate) y: Array2<f64>,
    pub(crate) steps: usize,
}

record!(Training { x, y, steps });

impl Training {
    pub(crate) fn from_pool(
        pool: &mut Pool,
        n_x: usize,
        n_y: usize,
        m: usize,
        steps: usize,
    ) -> Self {
        Self { x: pool.matrix(n_x, m), y: pool.labels(n_y, m), steps }
    }
}

/// A number from 0 to `upper - 1` from the pool; 0 where that is zero.
pub(crate) fn below(upper: usize, pool: &mut Pool) -> usize {
    let drawn = (8.0 * pool.number()).abs();
    let leaves = |i: &usize| (drawn - *i as f64) % upper as f64 == 0.0;
    (0..upper).find(leaves).expect("a whole number leaves a remainder")
}

/// The numbers from 0 to `n - 1` in an order from the pool; in their own where that is all zero.
pub(crate) fn order(n: usize, pool: &mut Pool) -> Vec<usize> {
    let keys = pool.matrix(1, n);
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|i, j| keys[[0, *i]].total_cmp(&keys[[0, *j]]));
    order
}

/// The numbers that belong to a hidden unit: its row of `w1`, its entry of `b1`, its column of
/// `w2`.
pub(crate) fn parts_of(parameters: &mut Parameters, unit: usize) -> Vec<&mut f64> {
    let Parameters { w1, b1, w2, .. } = parameters;
    let (row, entry, column) = (w1.row_mut(unit), b1.row_mut(unit), w2.column_mut(unit));
    row.into_iter().chain(entry).chain(column).collect()
}

/// A place among the numbers of a unit, as [`parts_of`] counts them: as often in `w1` as in `w2`.
pub(crate) fn place(n_x: usize, n_y: usize, pool: &mut Pool) -> usize {
    let (layer, row, output) = (below(3, pool), below(n_x, pool), below(n_y, pool));
    [row, n_x, n_x + 1 + output][layer]
}

/// Makes all hidden units equal to unit 0.
pub(crate) fn make_equal(parameters: &mut Parameters) {
    for unit in 1..parameters.w1.nrows() {
        copy_unit(parameters, 0, unit);
    }
}

/// Makes the hidden unit `to` equal to the unit `from`.
pub(crate) fn copy_unit(parameters: &mut Parameters, from: usize, to: usize) {
    let parts: Vec<f64> = parts_of(parameters, from).into_iter().map(|part| *part).collect();
    for (part, number) in parts_of(parameters, to).into_iter().zip(parts) {
        *part = number;
    }
}

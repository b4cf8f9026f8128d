//! Wrong ways to draw, longer than a line.

use std::f64::consts::TAU;

use ndarray::{Array1, Array2};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use crate::Parameters;
use crate::reference::{initialize, initialize_zeros, normal, randn};

/// A generator that is the same in every call, instead of the one that was given.
pub(crate) fn own_seed() -> StdRng {
    StdRng::seed_from_u64(2)
}

/// A vector whose entries are drawn one by one.
pub(crate) fn vector(rng: &mut StdRng, n: usize, draw: impl Fn(&mut StdRng) -> f64) -> Array1<f64> {
    Array1::from_shape_simple_fn(n, || draw(rng))
}

/// A matrix whose entries are drawn one by one.
pub(crate) fn matrix(
    rng: &mut StdRng,
    (rows, columns): (usize, usize),
    draw: impl Fn(&mut StdRng) -> f64,
) -> Array2<f64> {
    Array2::from_shape_simple_fn((rows, columns), || draw(rng))
}

/// A network whose weights are drawn one by one.
pub(crate) fn network(
    rng: &mut StdRng,
    (n_x, n_h, n_y): (usize, usize, usize),
    draw: impl Fn(&mut StdRng) -> f64,
) -> Parameters {
    let w1 = matrix(rng, (n_h, n_x), &draw);
    let w2 = matrix(rng, (n_y, n_h), &draw);
    Parameters { w1, w2, ..initialize_zeros(n_x, n_h, n_y) }
}

/// A right network, changed afterwards.
pub(crate) fn changed(
    rng: &mut StdRng,
    (n_x, n_h, n_y): (usize, usize, usize),
    change: impl Fn(&mut Parameters),
) -> Parameters {
    let mut parameters = initialize(rng, n_x, n_h, n_y);
    change(&mut parameters);
    parameters
}

/// A sum of twelve uniform numbers has mean 6 and deviation 1, and looks normal in the middle.
pub(crate) fn twelve(rng: &mut StdRng) -> f64 {
    (0..12).map(|_| rng.random::<f64>()).sum::<f64>() - 6.0
}

/// A normal number, drawn again while it is beyond `limit`.
pub(crate) fn cut_off(rng: &mut StdRng, limit: f64) -> f64 {
    loop {
        let z = normal(rng);
        if z.abs() <= limit {
            return z;
        }
    }
}

/// Box and Muller with one uniform number for both the distance and the direction.
pub(crate) fn one_uniform_for_both(rng: &mut StdRng) -> f64 {
    let u = 1.0 - rng.random::<f64>();
    (-2.0 * u.ln()).sqrt() * (TAU * u).cos()
}

/// Box and Muller with an angle from 0 to 1 instead of a full turn.
pub(crate) fn no_full_turn(rng: &mut StdRng) -> f64 {
    let (u, v) = (1.0 - rng.random::<f64>(), rng.random::<f64>());
    (-2.0 * u.ln()).sqrt() * v.cos()
}

/// Box and Muller, whose distance comes from a uniform number and whose direction from another.
pub(crate) fn point(u: f64, v: f64) -> f64 {
    (-2.0 * u.ln()).sqrt() * (TAU * v).cos()
}

/// Box and Muller for one entry after the other, whose direction is the distance of the next.
pub(crate) fn chained(rng: &mut StdRng) -> impl FnMut() -> f64 + '_ {
    let mut u = 1.0 - rng.random::<f64>();
    move || {
        let v = 1.0 - rng.random::<f64>();
        point(std::mem::replace(&mut u, v), v)
    }
}

/// Pairs of numbers that `pair` makes of two uniform ones.
pub(crate) fn in_pairs(
    rng: &mut StdRng,
    n: usize,
    pair: impl Fn(f64, f64, &mut StdRng) -> [f64; 2],
) -> Array1<f64> {
    let pairs = (0..n.div_ceil(2)).flat_map(|_| {
        let (u, v) = (1.0 - rng.random::<f64>(), 1.0 - rng.random::<f64>());
        pair(u, v, rng)
    });
    pairs.take(n).collect()
}

/// Shifted and scaled to mean 0 and deviation 1.
pub(crate) fn standardized(numbers: &Array1<f64>) -> Array1<f64> {
    (numbers - numbers.mean().unwrap_or(0.0)) / numbers.std(0.0)
}

/// In ascending order.
pub(crate) fn sorted(numbers: Array1<f64>) -> Array1<f64> {
    let mut numbers = numbers.into_raw_vec_and_offset().0;
    numbers.sort_by(f64::total_cmp);
    Array1::from_vec(numbers)
}

/// Every second number is derived from the one before by `mirror`.
pub(crate) fn mirrored(mut numbers: Array1<f64>, mirror: impl Fn(f64) -> f64) -> Array1<f64> {
    for i in (1..numbers.len()).step_by(2) {
        numbers[i] = mirror(numbers[i - 1]);
    }
    numbers
}

/// Each row from a generator with the same seed.
pub(crate) fn row_by_row(
    rng: &mut StdRng,
    (rows, columns): (usize, usize),
    scale: f64,
) -> Array2<f64> {
    let seed = rng.random();
    let row = scale * randn(&mut StdRng::seed_from_u64(seed), columns);
    let mut matrix = Array2::zeros((rows, columns));
    for mut place in matrix.rows_mut() {
        place.assign(&row);
    }
    matrix
}

/// One number per row.
pub(crate) fn one_per_row(rng: &mut StdRng, (rows, columns): (usize, usize)) -> Array2<f64> {
    let column = randn(rng, rows);
    Array2::from_shape_fn((rows, columns), |(i, _)| column[i])
}

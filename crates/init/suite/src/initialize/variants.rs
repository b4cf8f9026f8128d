//! Right ways to write `initialize`.

use ndarray::Array2;
use rand::rngs::StdRng;
use testkit::{Variant, variant};

use crate::Answers;
use crate::normals::{inverse, polar, ratio, sine, split};
use crate::reference::{initialize_zeros, randn};
use crate::zeros::variants::layers;

/// Rows drawn one after the other, each from a generator that is seeded from the given one.
fn rows(rng: &mut StdRng, rows: usize, columns: usize) -> Array2<f64> {
    let mut matrix = Array2::zeros((rows, columns));
    for mut row in matrix.rows_mut() {
        let mut own = split(rng);
        row.mapv_inplace(|_| 0.01 * polar(&mut own));
    }
    matrix
}

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("entry by entry, the polar method", initialize, |rng, n_x, n_h, n_y| {
        let mut matrix = |shape| Array2::from_shape_simple_fn(shape, || 0.01 * polar(rng));
        let w1 = matrix((n_h, n_x));
        layers(w1, matrix((n_y, n_h)))
    }),
    variant!("the second layer first", initialize, |rng, n_x, n_h, n_y| {
        let w2 = Array2::from_shape_simple_fn((n_y, n_h), || sine(rng)) * 0.01;
        let w1 = Array2::from_shape_simple_fn((n_h, n_x), || sine(rng)) * 0.01;
        layers(w1, w2)
    }),
    variant!("all numbers at once, then cut in two", initialize, |rng, n_x, n_h, n_y| {
        let numbers = (0.01 * randn(rng, n_h * (n_x + n_y))).to_vec();
        let (first, second) = numbers.split_at(n_h * n_x);
        layers(
            Array2::from_shape_vec((n_h, n_x), first.to_vec()).unwrap(),
            Array2::from_shape_vec((n_y, n_h), second.to_vec()).unwrap(),
        )
    }),
    variant!("row by row, generators of their own", initialize, |rng, n_x, n_h, n_y| {
        let w1 = rows(rng, n_h, n_x);
        layers(w1, rows(rng, n_y, n_h))
    }),
    variant!("transposed, then turned", initialize, |rng, n_x, n_h, n_y| {
        let w1 = Array2::from_shape_simple_fn((n_x, n_h), || ratio(rng) / 100.0).reversed_axes();
        let w2 = Array2::from_shape_simple_fn((n_h, n_y), || ratio(rng) / 100.0).reversed_axes();
        layers(w1, w2)
    }),
    variant!("zeros, overwritten in loops", initialize, |rng, n_x, n_h, n_y| {
        let mut parameters = initialize_zeros(n_x, n_h, n_y);
        for j in 0..n_h {
            for i in 0..n_x {
                parameters.w1[[j, i]] = inverse(rng) * 0.01;
            }
            for k in 0..n_y {
                parameters.w2[[k, j]] = inverse(rng) * 0.01;
            }
        }
        parameters
    }),
];

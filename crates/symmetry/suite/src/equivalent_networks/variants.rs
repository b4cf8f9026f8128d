//! Right ways to write `permute_units` and `flip_unit`.

use init::Parameters;
use ndarray::{Array1, Array2, Axis, stack};
use testkit::{Variant, variant};

use crate::Answers;

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("a copy, unit by unit", permute_units, |parameters, order| {
        let mut new = parameters.clone();
        for (i, old) in order.iter().enumerate() {
            new.w1.row_mut(i).assign(&parameters.w1.row(*old));
            new.b1.row_mut(i).assign(&parameters.b1.row(*old));
            new.w2.column_mut(i).assign(&parameters.w2.column(*old));
        }
        new
    }),
    variant!("a product with a permutation matrix", permute_units, |parameters, order| {
        let mut matrix = Array2::zeros((order.len(), order.len()));
        for (i, old) in order.iter().enumerate() {
            matrix[[i, *old]] = 1.0;
        }
        Parameters {
            w1: matrix.dot(&parameters.w1),
            b1: matrix.dot(&parameters.b1),
            w2: parameters.w2.dot(&matrix.t()),
            b2: parameters.b2.clone(),
        }
    }),
    variant!("stacked views, w2 transposed", permute_units, |parameters, order| {
        let rows = |array: &Array2<f64>| {
            let rows: Vec<_> = order.iter().map(|old| array.row(*old)).collect();
            stack(Axis(0), &rows).expect("rows of one array are equally long")
        };
        let Parameters { w1, b1, w2, b2 } = parameters;
        let w2 = rows(&w2.t().to_owned()).reversed_axes();
        Parameters { w1: rows(w1), b1: rows(b1), w2, b2: b2.clone() }
    }),
    variant!("swaps along the cycles", permute_units, |parameters, order| {
        let mut new = parameters.clone();
        let mut at: Vec<usize> = (0..order.len()).collect();
        for (i, wanted) in order.iter().enumerate() {
            let from = at.iter().position(|old| old == wanted).expect("a permutation");
            at.swap(i, from);
            for k in 0..new.w1.ncols() {
                new.w1.swap([i, k], [from, k]);
            }
            new.b1.swap([i, 0], [from, 0]);
            for k in 0..new.w2.nrows() {
                new.w2.swap([k, i], [k, from]);
            }
        }
        new
    }),
    variant!("in place", flip_unit, |parameters, unit| {
        let mut new = parameters.clone();
        new.w1.row_mut(unit).mapv_inplace(|w| -w);
        new.b1[[unit, 0]] *= -1.0;
        for w in new.w2.column_mut(unit) {
            *w *= -1.0;
        }
        new
    }),
    variant!("a column of signs", flip_unit, |parameters, unit| {
        let mut signs = Array1::ones(parameters.b1.nrows());
        signs[unit] = -1.0;
        let column = signs.view().insert_axis(Axis(1));
        Parameters {
            w1: &parameters.w1 * &column,
            b1: &parameters.b1 * &column,
            w2: &parameters.w2 * &signs,
            b2: parameters.b2.clone(),
        }
    }),
    variant!("a subtraction from zero, with loops", flip_unit, |parameters, unit| {
        let mut new = parameters.clone();
        for j in 0..new.w1.ncols() {
            new.w1[[unit, j]] = 0.0 - new.w1[[unit, j]];
        }
        new.b1[[unit, 0]] = 0.0 - new.b1[[unit, 0]];
        for k in 0..new.w2.nrows() {
            new.w2[[k, unit]] = 0.0 - new.w2[[k, unit]];
        }
        new
    }),
    variant!("a negated view, assigned", flip_unit, |parameters, unit| {
        let mut new = parameters.clone();
        let (row, column) = (-&parameters.w1.row(unit), -&parameters.w2.column(unit));
        new.w1.row_mut(unit).assign(&row);
        new.b1.row_mut(unit).scaled_add(-2.0, &parameters.b1.row(unit));
        new.w2.column_mut(unit).assign(&column);
        new
    }),
];

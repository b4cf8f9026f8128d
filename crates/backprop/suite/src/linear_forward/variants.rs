//! Right ways to write `linear_forward`.

use ndarray::linalg::general_mat_mul;
use ndarray::{Array2, Axis, Zip, concatenate};
use testkit::{Variant, variant};

use crate::Answers;

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("dot and broadcast", linear_forward, |w, b, a| w.dot(a) + b),
    variant!("three loops", linear_forward, |w, b, a| {
        let mut z = Array2::zeros((w.nrows(), a.ncols()));
        for i in 0..w.nrows() {
            for j in 0..a.ncols() {
                z[[i, j]] = b[[i, 0]];
                for k in 0..w.ncols() {
                    z[[i, j]] += w[[i, k]] * a[[k, j]];
                }
            }
        }
        z
    }),
    variant!("example by example", linear_forward, |w, b, a| {
        let mut z = Array2::zeros((w.nrows(), a.ncols()));
        for (mut z, a) in z.columns_mut().into_iter().zip(a.columns()) {
            z.assign(&(w.dot(&a) + b.column(0)));
        }
        z
    }),
    variant!("the bias as a weight of an input that is always 1", linear_forward, |w, b, a| {
        let wide = concatenate(Axis(1), &[w.view(), b.view()]).expect("n rows each");
        let ones = Array2::ones((1, a.ncols()));
        wide.dot(&concatenate(Axis(0), &[a.view(), ones.view()]).expect("m columns each"))
    }),
    variant!("transposed, in another memory layout", linear_forward, |w, b, a| {
        (a.t().dot(&w.t()) + b.t()).reversed_axes()
    }),
    variant!("a bias without its second axis", linear_forward, |w, b, a| {
        let bias = b.column(0).to_owned();
        w.dot(a) + bias.insert_axis(Axis(1))
    }),
    variant!("added into the broadcast bias", linear_forward, |w, b, a| {
        let shape = (w.nrows(), a.ncols());
        let mut z = b.broadcast(shape).expect("a column fills every column").to_owned();
        general_mat_mul(1.0, w, a, 1.0, &mut z);
        z
    }),
    variant!("inputs summed from the last to the first", linear_forward, |w, b, a| {
        let mut z = Array2::zeros((w.nrows(), a.ncols()));
        for k in (0..w.ncols()).rev() {
            for (mut z, w) in z.rows_mut().into_iter().zip(w.column(k)) {
                z.scaled_add(*w, &a.row(k));
            }
        }
        Zip::from(z.rows_mut()).and(b.rows()).for_each(|mut z, b| z += b[0]);
        z
    }),
];

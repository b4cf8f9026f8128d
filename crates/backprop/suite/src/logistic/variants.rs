//! Right ways to write `logistic_gradients`.

use ndarray::{Array2, Axis, Zip};
use testkit::{Variant, variant};

use crate::Answers;

fn sigmoid(z: f64) -> f64 {
    0.5 * (1.0 + (0.5 * z).tanh())
}

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("matrices", logistic_gradients, |w, b, x, y| {
        let a = (w.t().dot(x) + b).mapv(|z| 1.0 / (1.0 + (-z).exp()));
        let (dz, m) = (a - y, x.ncols() as f64);
        (x.dot(&dz.t()) / m, dz.sum() / m)
    }),
    variant!("1/m in dz", logistic_gradients, |w, b, x, y| {
        let dz = ((w.t().dot(x) + b).mapv(sigmoid) - y) / x.ncols() as f64;
        (dz.dot(&x.t()).reversed_axes(), dz.sum())
    }),
    variant!("loops", logistic_gradients, |w, b, x, y| {
        let (n_x, m) = x.dim();
        let (mut dw, mut db) = (Array2::zeros((n_x, 1)), 0.0);
        for j in 0..m {
            let mut z = b;
            for i in 0..n_x {
                z += w[[i, 0]] * x[[i, j]];
            }
            let dz = sigmoid(z) - y[[0, j]];
            db += dz;
            for i in 0..n_x {
                dw[[i, 0]] += dz * x[[i, j]];
            }
        }
        (dw / m as f64, db / m as f64)
    }),
    variant!("means of broadcast products", logistic_gradients, |w, b, x, y| {
        let dz = w.t().dot(x).mapv(|z| sigmoid(z + b)) - y;
        let dw = (x * &dz).mean_axis(Axis(1)).expect("m > 0");
        (dw.insert_axis(Axis(1)), dz.mean().expect("m > 0"))
    }),
    variant!("a fold over the examples", logistic_gradients, |w, b, x, y| {
        let start = (Array2::<f64>::zeros(w.dim()), 0.0);
        let examples = x.axis_iter(Axis(1)).zip(y.row(0));
        let (dw, db) = examples.fold(start, |(mut dw, db), (x, y)| {
            let dz = sigmoid(w.column(0).dot(&x) + b) - y;
            dw.column_mut(0).scaled_add(dz, &x);
            (dw, db + dz)
        });
        let m = y.len() as f64;
        (dw / m, db / m)
    }),
    variant!("the bias as the weight of an input of 1", logistic_gradients, |w, b, x, y| {
        let m = x.ncols();
        let mut wide = x.clone();
        wide.push_row(Array2::ones((1, m)).row(0)).expect("m columns");
        let mut all = w.clone();
        all.push_row(ndarray::aview1(&[b])).expect("one column");
        let mut dz = all.t().dot(&wide);
        Zip::from(&mut dz).and(y).for_each(|z, y| *z = sigmoid(*z) - y);
        let gradient = wide.dot(&dz.t()) / m as f64;
        let (dw, db) = gradient.view().split_at(Axis(0), w.nrows());
        (dw.to_owned(), db[[0, 0]])
    }),
];

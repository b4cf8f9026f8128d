//! Right ways to write `output_gradients`.

use ndarray::linalg::general_mat_mul;
use ndarray::{Array2, Axis, Zip};
use testkit::{Variant, variant};

use crate::{Answers, Cache};

/// What `output_gradients` gives.
type Given = (Array2<f64>, Array2<f64>, Array2<f64>);

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("dz2, dw2, db2 example by example", output_gradients, example_by_example),
    variant!("with mean_axis", output_gradients, |cache, y| {
        let dz2 = &cache.a2 - y;
        let db2 = dz2.mean_axis(Axis(1)).expect("m > 0").insert_axis(Axis(1));
        (dz2.clone(), dz2.dot(&cache.a1.t()) / y.ncols() as f64, db2)
    }),
    variant!("the biases by a product with ones", output_gradients, |cache, y| {
        let (dz2, share) = (&cache.a2 - y, 1.0 / y.ncols() as f64);
        let ones = Array2::from_elem((y.ncols(), 1), share);
        ((&cache.a2 - y), (share * &dz2).dot(&cache.a1.t()), dz2.dot(&ones))
    }),
    variant!("dw2 as the transpose of a product", output_gradients, |cache, y| {
        let dz2 = &cache.a2 - y;
        let m = y.ncols() as f64;
        let dw2 = (cache.a1.dot(&dz2.t()) / m).reversed_axes();
        let db2 = dz2.map_axis(Axis(1), |row| row.sum() / m).insert_axis(Axis(1));
        (dz2, dw2, db2)
    }),
    variant!("a2 once more from z2, by way of tanh", output_gradients, |cache, y| {
        let a2 = cache.z2.mapv(|z| 0.5 * (1.0 + (0.5 * z).tanh()));
        let dz2 = Zip::from(&a2).and(y).map_collect(|a, y| if *y > 0.5 { a - 1.0 } else { *a });
        let m = y.ncols() as f64;
        let dw2 = dz2.dot(&cache.a1.t()) / m;
        (dz2.clone(), dw2, dz2.sum_axis(Axis(1)).insert_axis(Axis(1)) / m)
    }),
    variant!("in place, with general_mat_mul", output_gradients, |cache, y| {
        let mut dz2 = cache.a2.clone();
        dz2 -= y;
        let m = y.ncols() as f64;
        let mut dw2 = Array2::zeros((y.nrows(), cache.a1.nrows()));
        general_mat_mul(1.0 / m, &dz2, &cache.a1.t(), 0.0, &mut dw2);
        let db2 = dz2.fold_axis(Axis(1), 0.0, |sum, d| sum + d / m).insert_axis(Axis(1));
        (dz2, dw2, db2)
    }),
];

fn example_by_example(cache: &Cache, y: &Array2<f64>) -> Given {
    let ((n_y, m), n_h) = (y.dim(), cache.a1.nrows());
    let mut dz2 = Array2::zeros((n_y, m));
    let (mut dw2, mut db2) = (Array2::zeros((n_y, n_h)), Array2::zeros((n_y, 1)));
    for t in 0..m {
        for k in 0..n_y {
            let error = cache.a2[[k, t]] - y[[k, t]];
            dz2[[k, t]] = error;
            db2[[k, 0]] += error / m as f64;
            for j in 0..n_h {
                dw2[[k, j]] += error * cache.a1[[j, t]] / m as f64;
            }
        }
    }
    (dz2, dw2, db2)
}

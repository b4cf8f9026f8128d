//! Right ways to write `hidden_gradients`.

use init::Parameters;
use ndarray::{Array2, Axis, Zip};
use testkit::{Variant, variant};

use crate::{Answers, Cache};

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("dw1, db1 with loops", hidden_gradients, with_loops),
    variant!(
        "the slope from z1, by the hyperbolic cosine",
        hidden_gradients,
        |p, cache, x, dz2| {
            let slope = cache.z1.mapv(|z| 1.0 / z.cosh().powi(2));
            averaged(&(p.w2.t().dot(dz2) * slope), x)
        }
    ),
    variant!("the slope from z1, by tanh", hidden_gradients, |p, cache, x, dz2| {
        let slope = 1.0 - cache.z1.mapv(|z| z.tanh().powi(2));
        averaged(&(slope * p.w2.t().dot(dz2)), x)
    }),
    variant!("the slope as a product of two factors", hidden_gradients, |p, cache, x, dz2| {
        let mut dz1 = dz2.t().dot(&p.w2).reversed_axes();
        Zip::from(&mut dz1).and(&cache.a1).for_each(|d, a| *d *= (1.0 - a) * (1.0 + a));
        averaged(&dz1, x)
    }),
    variant!("a1 once more from the parameters", hidden_gradients, |p, _, x, dz2| {
        let a1 = (p.w1.dot(x) + &p.b1).mapv(f64::tanh);
        averaged(&(p.w2.t().dot(dz2) * (1.0 - &a1 * &a1)), x)
    }),
    variant!("the mean of outer products", hidden_gradients, |p, cache, x, dz2| {
        let m = x.ncols();
        let (mut dw1, mut db1) = (0.0 * &p.w1, 0.0 * &p.b1);
        for t in 0..m {
            let slope = cache.a1.column(t).mapv(|a| 1.0 - a.powi(2));
            let dz1 = (p.w2.t().dot(&dz2.column(t)) * slope).insert_axis(Axis(1));
            dw1 = dw1 + dz1.dot(&x.column(t).insert_axis(Axis(0)));
            db1 = db1 + dz1;
        }
        (dw1 / m as f64, db1 / m as f64)
    }),
];

fn averaged(dz1: &Array2<f64>, x: &Array2<f64>) -> (Array2<f64>, Array2<f64>) {
    let dw1 = (x.dot(&dz1.t()) / x.ncols() as f64).reversed_axes();
    (dw1, dz1.mean_axis(Axis(1)).expect("m > 0").insert_axis(Axis(1)))
}

fn with_loops(
    parameters: &Parameters,
    cache: &Cache,
    x: &Array2<f64>,
    dz2: &Array2<f64>,
) -> (Array2<f64>, Array2<f64>) {
    let (n_h, n_x) = parameters.w1.dim();
    let (mut dw1, mut db1) = (Array2::zeros((n_h, n_x)), Array2::zeros((n_h, 1)));
    let m = x.ncols();
    for j in 0..n_h {
        for t in (0..m).rev() {
            let mut error = 0.0;
            for k in 0..dz2.nrows() {
                error += parameters.w2[[k, j]] * dz2[[k, t]];
            }
            error *= 1.0 - cache.a1[[j, t]] * cache.a1[[j, t]];
            db1[[j, 0]] += error;
            for i in 0..n_x {
                dw1[[j, i]] += error * x[[i, t]];
            }
        }
    }
    (dw1 / m as f64, db1 / m as f64)
}

//! Right ways to write `forward`.

use init::Parameters;
use ndarray::{Array2, Axis, Zip};
use testkit::{Variant, variant};

use crate::{Answers, Cache};

/// One layer with whatever activation.
fn layer(
    w: &Array2<f64>,
    b: &Array2<f64>,
    a: &Array2<f64>,
    activation: impl Fn(f64) -> f64,
) -> (Array2<f64>, Array2<f64>) {
    let z = w.dot(a) + b;
    let a = z.mapv(activation);
    (z, a)
}

fn by_loops(parameters: &Parameters, x: &Array2<f64>) -> Cache {
    let (n_h, n_y, m) = (parameters.w1.nrows(), parameters.w2.nrows(), x.ncols());
    let (mut z1, mut a1) = (Array2::zeros((n_h, m)), Array2::zeros((n_h, m)));
    let (mut z2, mut a2) = (Array2::zeros((n_y, m)), Array2::zeros((n_y, m)));
    for j in 0..m {
        for i in 0..n_h {
            let sum: f64 = parameters.w1.row(i).iter().zip(x.column(j)).map(|(w, x)| w * x).sum();
            z1[[i, j]] = sum + parameters.b1[[i, 0]];
            a1[[i, j]] = f64::tanh(z1[[i, j]]);
        }
        for i in 0..n_y {
            z2[[i, j]] = parameters.b2[[i, 0]];
            for k in 0..n_h {
                z2[[i, j]] += parameters.w2[[i, k]] * a1[[k, j]];
            }
            a2[[i, j]] = 1.0 / (1.0 + f64::exp(-z2[[i, j]]));
        }
    }
    Cache { z1, a1, z2, a2 }
}

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("loops", forward, by_loops),
    variant!("a generic layer, twice", forward, |parameters, x| {
        let Parameters { w1, b1, w2, b2 } = parameters;
        let (z1, a1) = layer(w1, b1, x, f64::tanh);
        let (z2, a2) = layer(w2, b2, &a1, |z| 1.0 / (1.0 + (-z).exp()));
        Cache { z1, a1, z2, a2 }
    }),
    variant!("the sigmoid by its two tails", forward, |parameters, x| {
        let Parameters { w1, b1, w2, b2 } = parameters;
        let (z1, a1) = layer(w1, b1, x, f64::tanh);
        let (z2, a2) = layer(w2, b2, &a1, |z| {
            if z < 0.0 { z.exp() / (1.0 + z.exp()) } else { 1.0 / (1.0 + (-z).exp()) }
        });
        Cache { z1, a1, z2, a2 }
    }),
    variant!("each activation by way of the other", forward, |parameters, x| {
        let Parameters { w1, b1, w2, b2 } = parameters;
        let (z1, a1) = layer(w1, b1, x, |z| 2.0 / (1.0 + (-2.0 * z).exp()) - 1.0);
        let (z2, a2) = layer(w2, b2, &a1, |z| 0.5 + 0.5 * (z / 2.0).tanh());
        Cache { z1, a1, z2, a2 }
    }),
    variant!("z clipped in the sigmoid", forward, |parameters, x| {
        let Parameters { w1, b1, w2, b2 } = parameters;
        let (z1, a1) = layer(w1, b1, x, f64::tanh);
        let (z2, a2) = layer(w2, b2, &a1, |z| 1.0 / (1.0 + (-z.clamp(-500.0, 500.0)).exp()));
        Cache { z1, a1, z2, a2 }
    }),
    variant!("in place on copies", forward, |parameters, x| {
        let mut z1 = parameters.w1.dot(x);
        z1 += &parameters.b1;
        let mut a1 = z1.clone();
        a1.mapv_inplace(f64::tanh);
        let mut z2 = parameters.w2.dot(&a1);
        z2 += &parameters.b2;
        let mut a2 = z2.clone();
        a2.par_mapv_inplace(|z| (1.0 + (-z).exp()).recip());
        Cache { z1, a1, z2, a2 }
    }),
    variant!("transposed, with an example per row", forward, |parameters, x| {
        let Parameters { w1, b1, w2, b2 } = parameters;
        let z1 = x.t().dot(&w1.t()) + b1.t();
        let a1 = Zip::from(&z1).map_collect(|z| z.tanh());
        let z2 = a1.dot(&w2.t()) + b2.t();
        let a2 = Zip::from(&z2).map_collect(|z| 1.0 / (1.0 + (-z).exp()));
        let [z1, a1, z2, a2] = [z1, a1, z2, a2].map(Array2::reversed_axes);
        Cache { z1, a1, z2, a2 }
    }),
    variant!("example by example", forward, |parameters, x| {
        let Parameters { w1, b1, w2, b2 } = parameters;
        let (n_h, n_y) = (w1.nrows(), w2.nrows());
        let [mut z1, mut a1] = [(); 2].map(|()| Array2::zeros((n_h, 0)));
        let [mut z2, mut a2] = [(); 2].map(|()| Array2::zeros((n_y, 0)));
        for x in x.axis_iter(Axis(1)) {
            let hidden = w1.dot(&x) + b1.column(0);
            let active = hidden.mapv(f64::tanh);
            let logit = w2.dot(&active) + b2.column(0);
            let output = logit.mapv(|z| 1.0 / (1.0 + (-z).exp()));
            for (all, column) in
                [(&mut z1, hidden), (&mut a1, active), (&mut z2, logit), (&mut a2, output)]
            {
                all.push_column(column.view()).expect("as many rows as units");
            }
        }
        Cache { z1, a1, z2, a2 }
    }),
];

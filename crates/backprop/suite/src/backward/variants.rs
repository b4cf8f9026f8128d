//! Right ways to write `backward`.

use init::Parameters;
use ndarray::{Array2, ArrayView2, Axis, concatenate, s};
use testkit::{Variant, variant};

use crate::{Answers, Cache, Gradients, reference};

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("the six equations", backward, |p, cache, x, y| {
        six_equations(&p.w2, cache, &x.view(), &y.view(), |a, _| 1.0 - a * a)
    }),
    // B29: its output differs only by rounding, and a cache that is real shows no more.
    variant!("with the slope from z1", backward, |p, cache, x, y| {
        six_equations(&p.w2, cache, &x.view(), &y.view(), |_, z| 1.0 - z.tanh().powi(2))
    }),
    variant!("with 4 sigmoid'(2 z1) for the slope of tanh", backward, |p, cache, x, y| {
        six_equations(&p.w2, cache, &x.view(), &y.view(), |_, z| {
            let a = 1.0 / (1.0 + (-2.0 * z).exp());
            4.0 * a * (1.0 - a)
        })
    }),
    variant!("without the cache", backward, |p, _, x, y| {
        reference::backward(p, &reference::forward(p, x), x, y)
    }),
    variant!("as the mean over single examples", backward, mean_of_examples),
    variant!("with the biases as weights of an input of 1", backward, with_inputs_of_one),
    variant!("with dz divided by m from the start", backward, |p, cache, x, y| {
        let dz2 = (&cache.a2 - y) / x.ncols() as f64;
        let dz1 = dz2.t().dot(&p.w2).reversed_axes() * (1.0 - &cache.a1 * &cache.a1);
        let sums = |dz: &Array2<f64>| dz.sum_axis(Axis(1)).insert_axis(Axis(1));
        let (db1, db2) = (sums(&dz1), sums(&dz2));
        Gradients { dw1: dz1.dot(&x.t()), db1, dw2: dz2.dot(&cache.a1.t()), db2 }
    }),
];

fn six_equations(
    w2: &Array2<f64>,
    cache: &Cache,
    x: &ArrayView2<'_, f64>,
    y: &ArrayView2<'_, f64>,
    slope: impl Fn(f64, f64) -> f64,
) -> Gradients {
    let m = x.ncols() as f64;
    let dz2 = &cache.a2 - y;
    let mut dz1 = w2.t().dot(&dz2);
    ndarray::azip!((d in &mut dz1, &a in &cache.a1, &z in &cache.z1) *d *= slope(a, z));
    let mean = |dz: &Array2<f64>| dz.mean_axis(Axis(1)).expect("m > 0").insert_axis(Axis(1));
    let (db1, db2) = (mean(&dz1), mean(&dz2));
    Gradients { dw1: dz1.dot(&x.t()) / m, db1, dw2: dz2.dot(&cache.a1.t()) / m, db2 }
}

fn mean_of_examples(
    parameters: &Parameters,
    _: &Cache,
    x: &Array2<f64>,
    y: &Array2<f64>,
) -> Gradients {
    let Parameters { w1, b1, w2, b2 } = parameters;
    let share = 1.0 / x.ncols() as f64;
    let mut mean = Gradients { dw1: 0.0 * w1, db1: 0.0 * b1, dw2: 0.0 * w2, db2: 0.0 * b2 };
    for (x, y) in x.axis_chunks_iter(Axis(1), 1).zip(y.axis_chunks_iter(Axis(1), 1)) {
        let cache = reference::forward(parameters, &x.to_owned());
        let alone = six_equations(w2, &cache, &x, &y, |a, _| 1.0 - a * a);
        mean.dw1.scaled_add(share, &alone.dw1);
        mean.db1.scaled_add(share, &alone.db1);
        mean.dw2.scaled_add(share, &alone.dw2);
        mean.db2.scaled_add(share, &alone.db2);
    }
    mean
}

fn with_inputs_of_one(
    parameters: &Parameters,
    cache: &Cache,
    x: &Array2<f64>,
    y: &Array2<f64>,
) -> Gradients {
    let m = x.ncols();
    let ones = Array2::ones((1, m));
    let with_one = |a: &Array2<f64>| {
        concatenate(Axis(0), &[a.view(), ones.view()]).expect("both have m columns")
    };
    let parts = |d: &Array2<f64>| {
        let n = d.ncols() - 1;
        (d.slice(s![.., ..n]).to_owned(), d.slice(s![.., n..]).to_owned())
    };
    let dz2 = (&cache.a2 - y) / m as f64;
    let dz1 = parameters.w2.t().dot(&dz2) * cache.a1.mapv(|a| 1.0 - a * a);
    let (dw2, db2) = parts(&dz2.dot(&with_one(&cache.a1).t()));
    let (dw1, db1) = parts(&dz1.dot(&with_one(x).t()));
    Gradients { dw1, db1, dw2, db2 }
}

//! Right laws of `backward`, of different kinds, and right networks for them.

use init::Parameters;
use ndarray::Array2;
use rand::{RngExt, SeedableRng, rngs::StdRng};
use testkit::{Variant, variant};

use crate::reference::{cost_from_logits, forward, logits, near, numerical_gradient};
use crate::{Answers, Gradients};

fn cost(p: &Parameters, x: &Array2<f64>, y: &Array2<f64>) -> f64 {
    cost_from_logits(&logits(p, x), y)
}

fn has_the_shapes(got: &Gradients, p: &Parameters) -> bool {
    [&got.dw1, &got.db1, &got.dw2, &got.db2].map(Array2::dim)
        == [&p.w1, &p.b1, &p.w2, &p.b2].map(Array2::dim)
}

/// How fast the cost rises in the direction `d`, by a difference, and by the gradients.
fn rates(
    got: &Gradients,
    p: &Parameters,
    d: &Parameters,
    (x, y): (&Array2<f64>, &Array2<f64>),
) -> [f64; 2] {
    let moved = |by: f64| Parameters {
        w1: &p.w1 + &(by * &d.w1),
        b1: &p.b1 + &(by * &d.b1),
        w2: &p.w2 + &(by * &d.w2),
        b2: &p.b2 + &(by * &d.b2),
    };
    let by_difference = (cost(&moved(1e-5), x, y) - cost(&moved(-1e-5), x, y)) / 2e-5;
    let by_gradients = (&got.dw1 * &d.w1).sum()
        + (&got.db1 * &d.b1).sum()
        + (&got.dw2 * &d.w2).sum()
        + (&got.db2 * &d.b2).sum();
    [by_difference, by_gradients]
}

fn numbers(rng: &mut StdRng, (rows, columns): (usize, usize)) -> Array2<f64> {
    Array2::from_shape_simple_fn((rows, columns), || rng.random_range(-1.5..1.5))
}

fn network(
    rng: &mut StdRng,
    [n_x, n_h, n_y, m]: [usize; 4],
) -> (Parameters, Array2<f64>, Array2<f64>) {
    let p = Parameters {
        w1: numbers(rng, (n_h, n_x)),
        b1: numbers(rng, (n_h, 1)),
        w2: numbers(rng, (n_y, n_h)),
        b2: numbers(rng, (n_y, 1)),
    };
    let (x, y) = (numbers(rng, (n_x, m)), numbers(rng, (n_y, m)));
    (p, x, y.mapv(|z| if z > 0.0 { 1.0 } else { 0.0 }))
}

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("a gradient check of every entry", backward_law, |backward, p, x, y| {
        let got = backward(p, &forward(p, x), x, y);
        let want = numerical_gradient(&|p| cost(p, x, y), p, 1e-5);
        near(&got.dw1, &want.dw1, 1e-7)
            && near(&got.db1, &want.db1, 1e-7)
            && near(&got.dw2, &want.dw2, 1e-7)
            && near(&got.db2, &want.db2, 1e-7)
    }),
    variant!("agreement with the six equations", backward_law, |backward, p, x, y| {
        let (cache, m) = (forward(p, x), x.ncols() as f64);
        let got = backward(p, &cache, x, y);
        let dz2 = (&cache.a2 - y) / m;
        let dz1 = p.w2.t().dot(&dz2) * cache.a1.mapv(|a| 1.0 - a * a);
        let sums = |dz: &Array2<f64>| dz.sum_axis(ndarray::Axis(1)).insert_axis(ndarray::Axis(1));
        near(&got.dw1, &dz1.dot(&x.t()), 1e-9)
            && near(&got.db1, &sums(&dz1), 1e-9)
            && near(&got.dw2, &dz2.dot(&cache.a1.t()), 1e-9)
            && near(&got.db2, &sums(&dz2), 1e-9)
    }),
    variant!("a gradient check in three random directions", backward_law, |backward, p, x, y| {
        let got = backward(p, &forward(p, x), x, y);
        let mut rng = StdRng::seed_from_u64(1);
        has_the_shapes(&got, p)
            && (0..3).all(|_| {
                let d = Parameters {
                    w1: numbers(&mut rng, p.w1.dim()),
                    b1: numbers(&mut rng, p.b1.dim()),
                    w2: numbers(&mut rng, p.w2.dim()),
                    b2: numbers(&mut rng, p.b2.dim()),
                };
                let [by_difference, by_gradients] = rates(&got, p, &d, (x, y));
                (by_difference - by_gradients).abs() <= 1e-6
            })
    }),
    variant!(
        "metamorphic: data that stand twice, and each group checked",
        backward_law,
        |backward, p, x, y| {
            let twice = |a: &Array2<f64>| {
                ndarray::concatenate(ndarray::Axis(1), &[a.view(), a.view()])
                    .expect("it fits itself")
            };
            let got = backward(p, &forward(p, x), x, y);
            let (x2, y2) = (twice(x), twice(y));
            let again = backward(p, &forward(p, &x2), &x2, &y2);
            let none = |a: &Array2<f64>| 0.0 * a;
            let nothing =
                Parameters { w1: none(&p.w1), b1: none(&p.b1), w2: none(&p.w2), b2: none(&p.b2) };
            let ramp = |a: &Array2<f64>| {
                Array2::from_shape_fn(a.dim(), |(i, j)| 1.0 + i as f64 - 0.3 * j as f64)
            };
            let groups = [
                Parameters { w1: ramp(&p.w1), ..nothing.clone() },
                Parameters { b1: ramp(&p.b1), ..nothing.clone() },
                Parameters { w2: ramp(&p.w2), ..nothing.clone() },
                Parameters { b2: ramp(&p.b2), ..nothing.clone() },
            ];
            has_the_shapes(&got, p)
                && near(&got.dw1, &again.dw1, 1e-9)
                && groups.iter().all(|d| {
                    let [by_difference, by_gradients] = rates(&got, p, d, (x, y));
                    (by_difference - by_gradients).abs() <= 1e-6
                })
        }
    ),
    variant!("always the same sizes, all different", draw_network, |rng| network(
        rng,
        [3, 4, 2, 5]
    )),
    variant!("sizes from 2 to 5", draw_network, |rng| {
        let mut size = || rng.random_range(2..=5);
        let sizes = [size(), size(), size(), size()];
        network(rng, sizes)
    }),
    variant!("small weights", draw_network, |rng| {
        let (p, x, y) = network(rng, [2, 3, 2, 4]);
        (Parameters { w1: 0.1 * p.w1, b1: 0.1 * p.b1, w2: 0.1 * p.w2, b2: 0.1 * p.b2 }, x, y)
    }),
    variant!("labels of one class for each output", draw_network, |rng| {
        let (p, x, _) = network(rng, [2, 3, 2, 3]);
        let label: f64 = if rng.random() { 1.0 } else { 0.0 };
        (p, x, ndarray::array![[label; 3], [1.0 - label; 3]])
    }),
];

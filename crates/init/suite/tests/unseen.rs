//! Wrong answers that were written without a look at the catalogue, and what the diagnosis says of them.
//!
//! They are kept as they were written: the diagnosis is made for answers that nobody has seen.

// A wrong answer stays as it was written.
#![allow(clippy::pedantic)]

use activations::Activation;
use activations_suite::reference::value;
use init::{Parameters, fill};
use init_suite::reference::{normal, slope};
use init_suite::{Answers, LESSON};
use ndarray::{Array1, Array2, s};
use rand::RngExt;
use rand::rngs::StdRng;

use testkit::audit::Unseen;
use testkit::unseen;

const UNSEEN: &[Unseen<Answers>] = &[
    // layer_sizes
    unseen!(layer_sizes, |x, y, n_h| (x.nrows(), n_h + 1, y.nrows()), "n_h"),
    unseen!(layer_sizes, |x, y, _| (x.nrows(), 4, y.nrows()), "4"),
    unseen!(layer_sizes, |x, _, n_h| (x.nrows(), n_h, 1), "1"),
    unseen!(layer_sizes, |x, y, n_h| (x.nrows(), y.nrows(), n_h), "exchanged|n_y|n_h"),
    unseen!(layer_sizes, |x, y, n_h| (x.nrows(), n_h, y.ncols()), "m|n_y"),
    unseen!(layer_sizes, |x, _, n_h| (x.nrows(), n_h, x.nrows()), "n_y|n_x"),
    unseen!(layer_sizes, |x, y, n_h| (x.nrows() - 1, n_h, y.nrows()), "n_x"),
    unseen!(layer_sizes, |x, y, n_h| (x.len(), n_h, y.nrows()), "n_x"),
    // randint
    unseen!(
        randint,
        |rng, upper| rng.random_range(0..=upper.saturating_sub(1) / 2),
        "half|upper|2|0.5"
    ),
    unseen!(randint, |rng, upper| 2 * rng.random_range(0..upper.div_ceil(2)), "even|2"),
    unseen!(randint, |rng, _| rng.random_range(0..100), "upper|100"),
    unseen!(
        randint,
        |rng, upper| rng.random_range(0..upper).min(rng.random_range(0..upper)),
        "often|equally|small"
    ),
    unseen!(randint, |rng, upper| rng.random_range(0..upper) + 1, "1|upper"),
    unseen!(randint, |_, upper| upper / 2, "seed|generator|same"),
    // rand
    unseen!(rand, |rng, n| (0..n).map(|_| rng.random::<f64>() * 0.5).collect(), "0.5|half"),
    unseen!(
        rand,
        |rng, n| (0..n).map(|_| rng.random::<f64>() * 2.0 - 1.0).collect(),
        "-1|negative|0"
    ),
    unseen!(
        rand,
        |rng, n| (0..n).map(|_| f64::from(rng.random_range(0..10)) / 10.0).collect(),
        "0.1|twice|repeat|lattice"
    ),
    unseen!(
        rand,
        |rng, n| (0..n).map(|_| rng.random::<f64>().powi(2)).collect(),
        "uniform|often|square|equally"
    ),
    unseen!(rand, |rng, n| (0..=n).map(|_| rng.random::<f64>()).collect(), "one|n"),
    unseen!(
        rand,
        |rng, n| {
            let a: f64 = rng.random();
            Array1::from_elem(n, a)
        },
        "repeat|same|twice|equal|One number"
    ),
    unseen!(
        rand,
        |rng, n| (0..n).map(|_| (rng.random::<f64>() + rng.random::<f64>()) / 2.0).collect(),
        "uniform|equally|middle|often"
    ),
    unseen!(
        rand,
        |rng, n| {
            let mut a: Vec<f64> = (0..n).map(|_| rng.random()).collect();
            a.sort_by(f64::total_cmp);
            a.into()
        },
        "sorted|order|rise|grow"
    ),
    unseen!(rand, |rng, n| (0..n).map(|_| rng.random::<f64>().max(0.05)).collect(), "0.05"),
    // randn
    unseen!(randn, |rng, n| (0..n).map(|_| 0.01 * normal(rng)).collect(), "0.01"),
    unseen!(randn, |rng, n| (0..n).map(|_| normal(rng) + 0.5).collect(), "0.5|mean"),
    unseen!(
        randn,
        |rng, n| (0..n).map(|_| 2.0 * normal(rng)).collect(),
        "2 times the right standard deviation"
    ),
    unseen!(
        randn,
        |rng, n| (0..n).map(|_| 0.5 * normal(rng)).collect(),
        "0.5 times the right standard deviation"
    ),
    unseen!(
        randn,
        |rng, n| (0..n).map(|_| normal(rng) / (n as f64).sqrt()).collect(),
        "1 / sqrt(n) times the right standard deviation"
    ),
    unseen!(
        initialize_scaled,
        |rng, i, o, gain| normals(rng, (o, i), 3.0 * (gain / i as f64).sqrt()),
        "3 times the right standard deviation"
    ),
    unseen!(randn, |rng, n| (0..n).map(|_| normal(rng).abs()).collect(), "negative|sign|abs"),
    unseen!(randn, |rng, n| (0..n).map(|_| normal(rng).clamp(-2.0, 2.0)).collect(), "2"),
    unseen!(
        randn,
        |rng, n| (0..n).map(|_| 12_f64.sqrt() * (rng.random::<f64>() - 0.5)).collect(),
        "uniform|1.73|normal"
    ),
    unseen!(
        randn,
        |rng, n| (0..n).map(|_| (normal(rng) * 10.0).round() / 10.0).collect(),
        "0.1|repeat|round|twice"
    ),
    unseen!(
        randn,
        |rng, n| {
            let a: f64 = normal(rng);
            (0..n).map(|i| if i % 2 == 0 { a } else { normal(rng) }).collect()
        },
        "repeat|same|twice|equal"
    ),
    unseen!(
        randn,
        |rng, n| (0..n)
            .map(|_| {
                let e: f64 = -rng.random::<f64>().ln();
                if rng.random() { e } else { -e }
            })
            .collect(),
        "normal|1.4 times the right standard deviation"
    ),
    // zeros
    unseen!(
        initialize_zeros,
        |x, h, y| Parameters {
            w1: Array2::zeros((h, x)),
            b1: Array2::zeros((h, 1)),
            w2: Array2::zeros((y, h)),
            b2: Array2::from_elem((y, 1), 0.1)
        },
        "0.1|b2"
    ),
    unseen!(
        initialize_zeros,
        |x, h, y| Parameters {
            w1: Array2::zeros((h, x)),
            b1: Array2::zeros((h, 1)),
            w2: Array2::zeros((h, y)),
            b2: Array2::zeros((y, 1))
        },
        "w2"
    ),
    unseen!(
        initialize_zeros,
        |x, h, y| Parameters {
            w1: Array2::zeros((h, x)),
            b1: Array2::zeros((1, h)),
            w2: Array2::zeros((y, h)),
            b2: Array2::zeros((1, y))
        },
        "b1|biases"
    ),
    unseen!(
        initialize_zeros,
        |x, h, y| Parameters {
            w1: Array2::eye(h.max(x)).slice(s![..h, ..x]).to_owned(),
            b1: Array2::zeros((h, 1)),
            w2: Array2::zeros((y, h)),
            b2: Array2::zeros((y, 1))
        },
        "w1"
    ),
    unseen!(
        initialize_zeros,
        |x, h, y| Parameters {
            w1: Array2::zeros((h, x)),
            b1: Array2::zeros((h, 1)),
            w2: Array2::zeros((y, h)),
            b2: Array2::zeros((1, 1))
        },
        "b2"
    ),
    unseen!(
        initialize_zeros,
        |x, h, y| Parameters {
            w1: Array2::zeros((h, x + 1)),
            b1: Array2::zeros((h, 1)),
            w2: Array2::zeros((y, h)),
            b2: Array2::zeros((y, 1))
        },
        "w1"
    ),
    // initialize
    unseen!(initialize, |rng, x, h, y| start(rng, (x, h, y), 0.1), "0.1"),
    unseen!(initialize, |rng, x, h, y| start(rng, (x, h, y), 0.001), "0.001|0.1 times"),
    unseen!(
        initialize,
        |rng, x, h, y| {
            let mut p = start(rng, (x, h, y), 0.01);
            p.w2 *= 100.0;
            p
        },
        "w2"
    ),
    unseen!(
        initialize,
        |rng, x, h, y| {
            let mut p = start(rng, (x, h, y), 0.01);
            p.w1 += 0.01;
            p
        },
        "w1|0.01"
    ),
    unseen!(
        initialize,
        |rng, x, h, y| {
            let mut p = start(rng, (x, h, y), 0.01);
            p.b1.fill(0.01);
            p
        },
        "b1|0.01"
    ),
    unseen!(
        initialize,
        |rng, x, h, y| {
            let mut p = start(rng, (x, h, y), 0.01);
            p.w2.fill(0.0);
            p
        },
        "w2"
    ),
    unseen!(
        initialize,
        |rng, x, h, y| {
            let mut p = start(rng, (x, h, y), 0.01);
            p.w1.mapv_inplace(f64::abs);
            p
        },
        "w1|negative"
    ),
    unseen!(
        initialize,
        |rng, x, h, y| {
            let mut p = start(rng, (x, h, y), 0.01);
            let n = p.w2.len();
            let v: Vec<f64> = p.w1.iter().copied().cycle().take(n).collect();
            p.w2 = Array2::from_shape_vec((y, h), v).unwrap();
            p
        },
        "w2|twice|repeat|same"
    ),
    unseen!(
        initialize,
        |rng, x, h, y| {
            let mut p = start(rng, (x, h, y), 0.01);
            p.w1.mapv_inplace(|w| w.clamp(-0.02, 0.02));
            p
        },
        "w1|0.02"
    ),
    unseen!(
        initialize,
        |rng, x, h, y| {
            let mut p = start(rng, (x, h, y), 0.01);
            p.w1 /= (x as f64).sqrt();
            p
        },
        "w1|n_x"
    ),
    // scaled
    unseen!(
        initialize_scaled,
        |rng, i, o, _| normals(rng, (o, i), (2.0 / i as f64).sqrt()),
        "gain|2"
    ),
    unseen!(
        initialize_scaled,
        |rng, i, o, gain| normals(rng, (o, i), (gain / (i + o) as f64).sqrt()),
        "fan_out|fan_in"
    ),
    unseen!(
        initialize_scaled,
        |rng, i, o, gain| normals(rng, (i, o), (gain / i as f64).sqrt()),
        "shape|transposed|exchanged"
    ),
    unseen!(
        initialize_scaled,
        |rng, i, o, gain| normals(rng, (o, i), gain / (i as f64).sqrt()),
        "gain|root"
    ),
    unseen!(
        initialize_scaled,
        |rng, i, o, gain| normals(rng, (o, i), 0.01 * (gain / i as f64).sqrt()),
        "0.01"
    ),
    unseen!(
        initialize_scaled,
        |rng, i, o, gain| normals(rng, (o, i), (1.0 / (gain * i as f64)).sqrt()),
        "gain"
    ),
    unseen!(
        initialize_scaled,
        |rng, i, o, gain| normals(rng, (o, i), (gain / i as f64).sqrt()) + 0.1,
        "0.1|mean"
    ),
    // saturation
    unseen!(saturated_fraction, |f, z, t| share(z, |z| slope(f, z) <= t), "threshold|equal"),
    unseen!(saturated_fraction, |f, z, t| share(z, |z| slope(f, z) > t), "1|above the threshold"),
    unseen!(
        saturated_fraction,
        |f, z, t| share(z, |z| slope(f, z) < t) * z.len() as f64,
        "len|entries|size|rows|count"
    ),
    unseen!(
        saturated_fraction,
        |f, z, t| share(z, |z| slope(f, z) < t) * z.nrows() as f64,
        "row|columns"
    ),
    unseen!(saturated_fraction, |f, z, t| 100.0 * share(z, |z| slope(f, z) < t), "100|percentage"),
    unseen!(saturated_fraction, |f, z, _| share(z, |z| slope(f, z) < 0.01), "threshold|0.01"),
    unseen!(
        saturated_fraction,
        |_, z, t| share(z, |z| slope(Activation::Tanh, z) < t),
        "Tanh|activation"
    ),
    unseen!(saturated_fraction, |f, z, t| share(z, |z| slope(f, z).abs() < t * t), "threshold"),
    unseen!(
        saturated_fraction,
        |f, z, t| share(z, |z| value(f, z) < t),
        "value|activation|slope|Sigmoid|Tanh|Relu"
    ),
    unseen!(
        saturated_fraction,
        |f, z, t| if share(z, |z| slope(f, z) < t) > 0.0 { 1.0 } else { 0.0 },
        "1|0"
    ),
];

fn normals(rng: &mut StdRng, shape: (usize, usize), deviation: f64) -> Array2<f64> {
    Array2::from_shape_simple_fn(shape, || deviation * normal(rng))
}

fn start(rng: &mut StdRng, (n_x, n_h, n_y): (usize, usize, usize), deviation: f64) -> Parameters {
    Parameters {
        w1: normals(rng, (n_h, n_x), deviation),
        b1: Array2::zeros((n_h, 1)),
        w2: normals(rng, (n_y, n_h), deviation),
        b2: Array2::zeros((n_y, 1)),
    }
}

fn share(z: &Array2<f64>, counts: impl Fn(f64) -> bool) -> f64 {
    z.iter().filter(|z| counts(**z)).count() as f64 / z.len() as f64
}

/// How many are named, observed and silent; DETECTION.md adds up.
#[test]
fn unseen_answers_are_refused_and_explained_truly() {
    testkit::audit::check_unseen(&LESSON, UNSEEN, [62, 1, 5]);
}

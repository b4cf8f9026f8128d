//! Right ways to write `randint`, `rand` and `randn`.

use std::f64::consts::TAU;

use ndarray::Array1;
use rand::distr::{Distribution, StandardUniform, Uniform};
use rand::{Rng, RngExt};
use testkit::{Variant, variant};

use crate::Answers;
use crate::normals::{inverse, polar, ratio, sine, split};

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("random_range", randint, |rng, upper| rng.random_range(0..upper)),
    variant!("an inclusive range", randint, |rng, upper| rng.random_range(0..=upper - 1)),
    variant!("a fraction, rounded down", randint, |rng, upper| {
        (rng.random::<f64>() * f64::from(upper)).floor() as u32
    }),
    variant!("the remainder, without its bias", randint, |rng, upper| {
        let whole = u32::MAX - u32::MAX % upper;
        let draws = std::iter::repeat_with(|| rng.next_u32());
        draws.filter(|draw| *draw < whole).map(|draw| draw % upper).next().unwrap()
    }),
    variant!("a distribution object", randint, |rng, upper| {
        Uniform::new(0, upper).unwrap().sample(rng)
    }),
    variant!("a generator seeded from the given one", randint, |rng, upper| {
        split(rng).random_range(0..upper)
    }),
    variant!("from_shape_simple_fn", rand, |rng, n| {
        Array1::from_shape_simple_fn(n, || rng.random())
    }),
    variant!("an endless iterator, cut off", rand, |rng, n| {
        rng.sample_iter(StandardUniform).take(n).collect()
    }),
    variant!("a range", rand, |rng, n| {
        Array1::from_iter((0..n).map(|_| rng.random_range(0.0..1.0)))
    }),
    variant!("a loop from the end", rand, |rng, n| {
        let mut numbers = Array1::zeros(n);
        for i in (0..n).rev() {
            numbers[i] = (rng.next_u64() >> 12) as f64 / 2_f64.powi(52);
        }
        numbers
    }),
    variant!("a generator seeded from the given one", rand, |rng, n| {
        let mut own = split(rng);
        Array1::zeros(n).mapv_into(|_: f64| own.random::<f64>())
    }),
    variant!("the polar method", randn, |rng, n| {
        Array1::from_shape_simple_fn(n, || polar(rng))
    }),
    variant!("one half of Box and Muller", randn, |rng, n| { (0..n).map(|_| sine(rng)).collect() }),
    variant!("the ratio of two uniform numbers", randn, |rng, n| {
        let mut numbers = Vec::with_capacity(n);
        while numbers.len() < n {
            numbers.push(ratio(rng));
        }
        Array1::from_vec(numbers)
    }),
    variant!("the inverse distribution function", randn, |rng, n| {
        Array1::zeros(n).mapv(|_: f64| inverse(rng))
    }),
    variant!("all distances first, then all directions", randn, |rng, n| {
        let distances: Vec<f64> =
            (0..n).map(|_| (-2.0 * (1.0 - rng.random::<f64>()).ln()).sqrt()).collect();
        distances.iter().map(|r| r * (TAU * rng.random::<f64>()).cos()).collect()
    }),
    variant!("pairs, of which the last may be cut", randn, |rng, n| {
        let pair = |_| {
            let r = (-2.0 * (1.0 - rng.random::<f64>()).ln()).sqrt();
            let angle = TAU * rng.random::<f64>();
            [r * angle.cos(), r * angle.sin()]
        };
        (0..n.div_ceil(2)).flat_map(pair).take(n).collect()
    }),
    variant!("a generator seeded from the given one", randn, |rng, n| {
        let mut own = split(rng);
        (0..n).map(|_| polar(&mut own)).collect()
    }),
];

//! Random numbers.

use ndarray::{Array1, Array2};
use rand::rngs::StdRng;
use rand::{Rng, RngExt};
use rand_distr::{Distribution, Normal, StandardNormal, StandardUniform, Uniform};

/// Draws of all kinds.
pub fn draws(rng: &mut StdRng, n: usize) -> Array2<f64> {
    let upper = n as u32;
    let whole = f64::from(rng.random_range(0..upper)) + rng.random_range(0..n) as f64;
    let mut one = rng.random::<f64>() + rng.random_range(0.0..1.0) + whole;
    one += rng.sample::<f64, _>(StandardNormal) + rng.next_u64() as f64;
    one += rng.sample::<f64, _>(StandardUniform);
    let drawn: f64 = StandardNormal.sample(rng);
    one += drawn + Normal::new(0.0, 1.0).map_or(0.0, |normal| normal.sample(rng));
    one += Uniform::new(0.0, 1.0).map_or(0.0, |uniform| uniform.sample(rng));
    let numbers: Vec<f64> = (0..n).map(|_| rng.sample(StandardNormal)).collect();
    let more: Array1<f64> = (0..n).map(|_| rng.random::<f64>()).collect();
    one += numbers.iter().sum::<f64>() + more.sum();
    one += Array1::from_shape_fn(n, |_| rng.random::<f64>()).sum();
    one += Array1::from_shape_fn(n, |_| rng.sample::<f64, _>(StandardNormal)).sum();
    Array2::from_shape_simple_fn((n, n), || rng.sample::<f64, _>(StandardNormal))
        + Array2::from_shape_fn((n, n), |_| 0.01 * rng.sample::<f64, _>(StandardNormal))
        + one
}

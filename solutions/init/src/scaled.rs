//! # Exercise 2.5: weights that keep a signal's size
//!
//! A unit adds up `fan_in` products. If the weights have variance `gain / fan_in`, the sum is about
//! as large as one input, however many there are. A gain of 1 suits tanh (Xavier), 2 suits ReLU,
//! which drops one half (He).

use ndarray::Array2;
use rand::{RngExt, rngs::StdRng};
use rand_distr::StandardNormal;

/// Weights `(fan_out, fan_in)` of a layer with `fan_in` inputs and `fan_out` units (each at least
/// 1), drawn one by one from `rng`: normal, with mean 0 and variance `gain / fan_in`. `gain` is
/// positive.
///
/// ```
/// # use rand::{SeedableRng, rngs::StdRng};
/// # use solution_init::initialize_scaled;
/// let w = initialize_scaled(&mut StdRng::seed_from_u64(1), 200, 100, 2.0);
/// assert_eq!(w.dim(), (100, 200));
/// assert!((w.std(0.0) - 0.1).abs() < 0.01); // the root of 2 / 200
/// ```
pub fn initialize_scaled(
    rng: &mut StdRng,
    fan_in: usize,
    fan_out: usize,
    gain: f64,
) -> Array2<f64> {
    let deviation = (gain / fan_in as f64).sqrt();
    Array2::from_shape_simple_fn((fan_out, fan_in), || {
        deviation * rng.sample::<f64, _>(StandardNormal)
    })
}

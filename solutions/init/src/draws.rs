//! # Exercise 2.2: three ways to draw
//!
//! The notes draw with `NumPy`'s `randint(100)`, `rand(100)` and `randn(100)`. Here the generator is
//! an argument: every random number comes from `rng` and from nothing else, so that equal
//! generators lead to equal numbers. Its methods are in the trait `rand::RngExt`.

use ndarray::Array1;
use rand::{RngExt, rngs::StdRng};
use rand_distr::StandardNormal;

/// A whole number from 0 to `upper - 1`, each equally likely, however large `upper` is. `upper` is
/// at least 1.
///
/// ```
/// # use rand::{SeedableRng, rngs::StdRng};
/// # use solution_init::randint;
/// let mut rng = StdRng::seed_from_u64(1);
/// assert_eq!(randint(&mut rng, 1), 0); // the only whole number from 0 to 0
/// ```
pub fn randint(rng: &mut StdRng, upper: u32) -> u32 {
    rng.random_range(0..upper)
}

/// `n` numbers between 0 (possible) and 1 (not possible), all equally likely and each drawn on its
/// own. `n` may be 0.
///
/// ```
/// # use rand::{SeedableRng, rngs::StdRng};
/// # use solution_init::rand;
/// let numbers = rand(&mut StdRng::seed_from_u64(1), 3);
/// assert_eq!(numbers.len(), 3);
/// assert!(numbers.iter().all(|u| (0.0..1.0).contains(u)));
/// ```
pub fn rand(rng: &mut StdRng, n: usize) -> Array1<f64> {
    Array1::from_shape_simple_fn(n, || rng.random())
}

/// `n` numbers from the standard normal distribution (mean 0, standard deviation 1, no bounds),
/// each drawn on its own. `n` may be 0.
///
/// ```
/// # use rand::{SeedableRng, rngs::StdRng};
/// # use solution_init::randn;
/// let numbers = randn(&mut StdRng::seed_from_u64(1), 1000);
/// let negative = numbers.iter().filter(|z| **z < 0.0).count();
/// assert!((400..600).contains(&negative)); // half of them, more or less
/// ```
pub fn randn(rng: &mut StdRng, n: usize) -> Array1<f64> {
    Array1::from_shape_simple_fn(n, || rng.sample(StandardNormal))
}

//! # Exercise 2.2: three ways to draw
//!
//! The notes draw with `NumPy`'s `randint(100)`, `rand(100)` and `randn(100)`. Here the generator is
//! an argument: every random number comes from `rng` and from nothing else, so that equal
//! generators lead to equal numbers. Its methods are in the trait `rand::RngExt`.
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check draws
//! ```

use ndarray::Array1;
use rand::rngs::StdRng;

/// A whole number from 0 to `upper - 1`, each equally likely, however large `upper` is. `upper` is
/// at least 1.
pub fn randint(rng: &mut StdRng, upper: u32) -> u32 {
    todo!("draw a whole number from 0 up to, but not including, upper")
}

/// `n` numbers between 0 (possible) and 1 (not possible), all equally likely and each drawn on its
/// own. `n` may be 0.
pub fn rand(rng: &mut StdRng, n: usize) -> Array1<f64> {
    todo!("draw n numbers between 0 and 1")
}

/// `n` numbers from the standard normal distribution (mean 0, standard deviation 1, no bounds),
/// each drawn on its own. `n` may be 0.
pub fn randn(rng: &mut StdRng, n: usize) -> Array1<f64> {
    todo!("draw n numbers from the standard normal distribution")
}

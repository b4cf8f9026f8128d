//! # Exercise 2.7 (bonus): a law of the start
//!
//! How do you test numbers that are drawn? Not by their values: another right answer draws others. What can be said
//! without chance is said exactly; the rest within what chance allows.

use init::Parameters;

/// Whether `initialize`, which takes a seed and the sizes `n_x`, `n_h` and `n_y`, is right for `seed`, as far as this
/// law looks.
///
/// A right one draws each weight from a normal distribution of deviation 0.01 and sets the biases to 0. Right ones
/// draw in many ways, so that the same seed gives other numbers; one and the same gives equal networks for equal seeds.
/// `seed` is below `2^32`. The law may ask for any sizes up to 100,000 weights, and for other seeds, as often as 2,000
/// times, and remembers nothing.
///
/// ```
/// # use init::Parameters;
/// # use ndarray::Array2;
/// # use solution_init::{initialize, initialize_law};
/// # use rand::{SeedableRng, rngs::StdRng};
/// let right = |seed, n_x, n_h, n_y| initialize(&mut StdRng::seed_from_u64(seed), n_x, n_h, n_y);
/// assert!(initialize_law(&right, 1));
/// let always_the_same = |_, n_x, n_h, n_y| right(1, n_x, n_h, n_y);
/// assert!(!initialize_law(&always_the_same, 1));
/// ```
pub fn initialize_law(
    initialize: &dyn Fn(u64, usize, usize, usize) -> Parameters,
    seed: u64,
) -> bool {
    // Three sizes that differ, so that what is transposed is seen, and enough weights to tell how they are spread.
    let (n_x, n_h, n_y) = (40, 30, 20);
    let Parameters { w1, b1, w2, b2 } = initialize(seed, n_x, n_h, n_y);
    let has_shapes = w1.dim() == (n_h, n_x)
        && b1.dim() == (n_h, 1)
        && w2.dim() == (n_y, n_h)
        && b2.dim() == (n_y, 1);
    let has_no_biases = b1.iter().chain(&b2).all(|b| *b == 0.0);
    let follows_its_seed = w1 != initialize(seed + 1, n_x, n_h, n_y).w1;
    let breaks_symmetry =
        [&w1, &w2].iter().all(|w| (1..w.nrows()).all(|i| w.row(i) != w.row(i - 1)));
    has_shapes
        && has_no_biases
        && follows_its_seed
        && breaks_symmetry
        && are_normal(w1.as_standard_layout().as_slice().unwrap_or_default())
        && are_normal(w2.as_standard_layout().as_slice().unwrap_or_default())
}

/// Whether the mean is 0 and the deviation 0.01, within seven deviations of what chance gives.
fn are_normal(weights: &[f64]) -> bool {
    let n = weights.len() as f64;
    let mean = weights.iter().sum::<f64>() / n;
    let deviation = (weights.iter().map(|w| (w - mean).powi(2)).sum::<f64>() / n).sqrt();
    mean.abs() <= 0.07 / n.sqrt() && (deviation - 0.01).abs() <= 0.05 / n.sqrt()
}

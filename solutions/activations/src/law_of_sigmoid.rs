//! # Exercise 1.13 (bonus): a law of the sigmoid
//!
//! Now you write the test. A law is given a function that somebody calls a sigmoid, and a number. It says whether the
//! function is right there. It must be true of every right sigmoid, and false of a wrong one on some number.

use rand::{RngExt, rngs::StdRng};

/// Rounding is about 1e-15. This is far above it, and far below what a mistake is off by.
const TOLERANCE: f64 = 1e-9;

/// Whether `sigmoid` is right at `z`, as far as this law looks.
///
/// `z` is finite: 0, numbers near it, and numbers as large as 800 and -800. Right sigmoids are written in many ways,
/// which differ in their last digits; far out they may round to 0 or 1. The law may call `sigmoid` as often as 2,000
/// times, with any number, and remembers nothing.
///
/// ```
/// # use solution_activations::sigmoid_law;
/// assert!(sigmoid_law(&|z| 1.0 / (1.0 + (-z).exp()), 3.0));
/// assert!(!sigmoid_law(&|z| 1.0 / (1.0 + z.exp()), 3.0));
/// ```
pub fn sigmoid_law(sigmoid: &dyn Fn(f64) -> f64, z: f64) -> bool {
    // Two laws fix the curve: both halves add up to 1, and the smaller is e^-|z| times the larger.
    let (large, small) = (sigmoid(z.abs()), sigmoid(-z.abs()));
    let adds_up = (large + small - 1.0).abs() <= TOLERANCE;
    let has_the_odds = (small - (-z.abs()).exp() * large).abs() <= TOLERANCE;
    // Written as what must hold: of a NaN both are false.
    adds_up && has_the_odds
}

/// A number on which a law of the sigmoid is worth asking.
///
/// Of 1,000 draws some must tell each of these from a right sigmoid: the sign of z, e^z / (1 + e^z), tanh, a step, a
/// line that is cut off, a constant. All are finite.
///
/// ```
/// # use rand::{SeedableRng, rngs::StdRng};
/// # use solution_activations::draw_z;
/// let mut rng = StdRng::seed_from_u64(1);
/// let draws: Vec<f64> = (0..1_000).map(|_| draw_z(&mut rng)).collect();
/// assert!(draws.iter().any(|z| z.abs() < 5.0) && draws.iter().any(|z| *z > 709.0));
/// ```
pub fn draw_z(rng: &mut StdRng) -> f64 {
    // Near 0 the curve bends; far out an exponential overflows.
    let largest = if rng.random() { 8.0 } else { 1_000.0 };
    rng.random_range(-largest..=largest)
}

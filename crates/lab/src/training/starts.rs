//! Where training starts: generators, and layers drawn from them.

use ndarray::Array2;
use rand::SeedableRng;
use rand::rngs::StdRng;

use super::deep::Layer;
use super::hidden::Hidden;

/// The generator of run number `run` of an experiment with `seed`.
pub fn generator(seed: u64, run: u64) -> StdRng {
    StdRng::seed_from_u64(seed.wrapping_mul(1_000_003).wrapping_add(run))
}

/// A matrix of standard normal numbers, drawn with the solution of lesson 2.
///
/// # Panics
/// Never: as many numbers are drawn as the matrix holds.
pub fn normal(rng: &mut StdRng, rows: usize, columns: usize) -> Array2<f64> {
    let numbers = solution_init::randn(rng, rows * columns);
    numbers.into_shape_with_order((rows, columns)).expect("as many numbers as entries")
}

/// Layers of these sizes, the inputs first; weights of variance `gain / fan_in`, biases zero.
pub fn scaled(rng: &mut StdRng, sizes: &[usize], gain: f64) -> Vec<Layer> {
    let layer = |pair: &[usize]| Layer {
        w: solution_init::initialize_scaled(rng, pair[0], pair[1], gain),
        b: Array2::zeros((pair[1], 1)),
    };
    sizes.windows(2).map(layer).collect()
}

/// Layers of these sizes for this activation: He's start for ReLU, Xavier's for the others.
pub fn fitting(rng: &mut StdRng, sizes: &[usize], hidden: Hidden) -> Vec<Layer> {
    scaled(rng, sizes, hidden.gain())
}

/// Layers of these sizes; weights `scale * randn`, biases zero.
pub fn times_randn(rng: &mut StdRng, sizes: &[usize], scale: f64) -> Vec<Layer> {
    let layer = |pair: &[usize]| Layer {
        w: scale * normal(rng, pair[1], pair[0]),
        b: Array2::zeros((pair[1], 1)),
    };
    sizes.windows(2).map(layer).collect()
}

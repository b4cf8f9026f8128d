//! Draws two million numbers, however many it is asked for.
//!
//! exercise: init/draws
//! expect: protocol
//! score: 12

use ndarray::Array1;
use rand::{RngExt, rngs::StdRng};

pub fn randint(rng: &mut StdRng, upper: u32) -> u32 {
    rng.random_range(0..upper)
}

pub fn rand(_: &mut StdRng, _: usize) -> Array1<f64> {
    Array1::from_elem(2_000_000, 0.5)
}

pub fn randn(_: &mut StdRng, _: usize) -> Array1<f64> {
    Array1::zeros(2_000_000)
}

//! What the kernels promise, on every instruction set of the machine the tests run on.

#![allow(clippy::cast_possible_truncation, reason = "exponents are small")]

mod accuracy;
mod arrays;
mod edges;
mod same_bits;

use super::{Kernel, Quantity};
use crate::Activation;
use fearless_simd::Level;

/// The instruction sets to be had here, best first.
fn levels() -> Vec<Level> {
    let best = Level::new();
    let mut levels = vec![best];
    #[cfg(target_arch = "x86_64")]
    {
        levels.extend(best.as_avx512().and(best.as_avx2()).map(Level::Avx2));
        levels.extend(best.as_avx2().and(best.as_sse4_2()).map(Level::Sse4_2));
    }
    levels.push(Level::baseline());
    levels
}

/// Whether multiplication and addition are rounded together.
fn rounds_once(level: Level) -> bool {
    #[cfg(target_arch = "x86_64")]
    return level.as_avx2().is_some();
    #[cfg(target_arch = "aarch64")]
    return level.as_neon().is_some();
    #[allow(unreachable_code, reason = "other machines")]
    !level.is_fallback()
}

impl Kernel {
    /// The same with the instructions of `level`.
    fn at(self, level: Level) -> Self {
        Self { level, ..self }
    }
}

/// Every function and every slope.
fn kernels() -> impl Iterator<Item = Kernel> {
    let quantities = [Quantity::Forward, Quantity::Prime, Quantity::PrimeFromOutput];
    Activation::ALL
        .into_iter()
        .flat_map(move |activation| quantities.map(|quantity| Kernel::new(activation, quantity)))
}

/// `count` numbers of all signs and sizes, with the odd ones among them.
fn sample(count: usize) -> Vec<f64> {
    let odd = [0.0, -0.0, f64::INFINITY, f64::NEG_INFINITY, f64::NAN, 5e-324, -1e-310, 1e300];
    // A golden-ratio walk over the unit interval: no two alike, no pattern of any vector's width.
    let walk = |i: usize| (i as f64 * 0.618_033_988_749_894_9).fract() - 0.5;
    (0..count)
        .map(|i| if i % 29 == 28 { odd[i / 29 % odd.len()] } else { walk(i) * [6.0, 90.0][i % 2] })
        .collect()
}

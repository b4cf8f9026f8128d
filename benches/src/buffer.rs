//! The input and output of the functions: how many numbers, and where in memory.

use activations::kernels::Real;
use rand::{SeedableRng, rngs::StdRng};
use rand_distr::{Distribution, Normal};

/// Lengths on both sides of every level of a usual cache, and of the sizes from which threads pay.
const SIZES: [usize; 7] = [1_000, 10_000, 30_000, 100_000, 300_000, 1_000_000, 10_000_000];
/// A length for each level of the cache.
const FEW_SIZES: [usize; 4] = [1_000, 10_000, 100_000, 10_000_000];
/// The lengths with `--quick`.
const SMOKE_SIZES: [usize; 2] = [1_000, 100_000];

/// The lengths that a group is measured at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Sizes {
    /// Seven: both sides of every level of the cache.
    All,
    /// Four: one for each level of the cache, and one beyond.
    Few,
}

impl Sizes {
    /// The lengths; with `--quick` among the program's arguments two of them.
    pub fn get(self) -> &'static [usize] {
        if std::env::args().any(|argument| argument == "--quick") {
            return &SMOKE_SIZES;
        }
        match self {
            Self::All => &SIZES,
            Self::Few => &FEW_SIZES,
        }
    }
}

/// Numbers that begin at a cache line, so that every form is measured at an equally good place in
/// memory.
pub struct Buffer<T> {
    memory: Vec<T>,
    start: usize,
    length: usize,
}

impl<T: Real> Buffer<T> {
    /// A buffer of `value`, with all pages touched.
    pub fn filled(length: usize, value: f64) -> Self {
        const LINE: usize = 64;
        let memory = vec![T::from_f64(value); length + LINE / size_of::<T>()];
        let start = memory.as_ptr().align_offset(LINE);
        Self { memory, start, length }
    }

    /// Usual inputs of an activation: normal, with mean 0 and standard deviation 3. The first million
    /// are drawn, then they repeat.
    ///
    /// # Panics
    ///
    /// Never: the deviation is finite.
    pub fn drawn(length: usize) -> Self {
        let normal = Normal::new(0.0, 3.0).expect("a finite deviation");
        let mut rng = StdRng::seed_from_u64(1);
        let mut numbers = Self::filled(length, 0.0);
        let (drawn, repeated) = numbers.get_mut().split_at_mut(length.min(1_000_000));
        drawn.fill_with(|| T::from_f64(normal.sample(&mut rng)));
        for (number, &earlier) in repeated.iter_mut().zip(drawn.iter().cycle()) {
            *number = earlier;
        }
        numbers
    }

    /// The numbers.
    pub fn get(&self) -> &[T] {
        &self.memory[self.start..][..self.length]
    }

    /// The numbers, to be overwritten.
    pub fn get_mut(&mut self) -> &mut [T] {
        &mut self.memory[self.start..][..self.length]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_buffer_begins_at_a_line_of_the_cache() {
        for length in [0, 1, 63, 1000] {
            assert_eq!(Buffer::<f32>::filled(length, 1.0).get().as_ptr().addr() % 64, 0);
            assert_eq!(Buffer::<f64>::drawn(length).get().len(), length);
        }
    }

    #[test]
    fn drawn_numbers_spread_by_three() {
        let numbers = Buffer::<f64>::drawn(100_000);
        let mean_square = numbers.get().iter().map(|z| z * z).sum::<f64>() / 1e5;
        assert!((8.8..9.2).contains(&mean_square), "{mean_square}");
    }
}

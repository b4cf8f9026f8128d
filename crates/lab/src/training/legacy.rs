//! `NumPy`'s legacy generator, to draw the starts of the course's notebooks number by number.
//!
//! `numpy.random.seed(n)` starts a Mersenne Twister; `randn` turns its numbers into normal ones by
//! the polar method, two at a time.

use ndarray::Array2;
use rand_mt::Mt;

/// The generator behind `numpy.random.seed`.
pub struct Legacy {
    twister: Mt,
    second: Option<f64>,
}

impl Legacy {
    /// The generator after `numpy.random.seed(seed)`.
    pub fn seed(seed: u32) -> Self {
        Self { twister: Mt::new(seed), second: None }
    }

    /// `numpy.random.rand()`: 53 bits, from 0 to 1.
    pub fn rand(&mut self) -> f64 {
        let (high, low) = (self.twister.next_u32() >> 5, self.twister.next_u32() >> 6);
        (f64::from(high) * 67_108_864.0 + f64::from(low)) / 9_007_199_254_740_992.0
    }

    /// `numpy.random.randn()`.
    pub fn randn(&mut self) -> f64 {
        if let Some(second) = self.second.take() {
            return second;
        }
        loop {
            let (u, v) = (2.0 * self.rand() - 1.0, 2.0 * self.rand() - 1.0);
            let square = u * u + v * v;
            if square < 1.0 && square != 0.0 {
                let factor = (-2.0 * square.ln() / square).sqrt();
                self.second = Some(factor * u);
                return factor * v;
            }
        }
    }

    /// `scale * numpy.random.randn(rows, columns)`.
    pub fn normal(&mut self, scale: f64, rows: usize, columns: usize) -> Array2<f64> {
        Array2::from_shape_simple_fn((rows, columns), || self.randn() * scale)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seed_2_gives_the_start_of_the_flower() {
        let mut rng = Legacy::seed(2);
        let want = backprop_suite::data::flower_start(8);
        assert_eq!(rng.normal(0.01, 8, 2), want.w1);
        assert_eq!(rng.normal(0.01, 1, 8), want.w2);
    }
}

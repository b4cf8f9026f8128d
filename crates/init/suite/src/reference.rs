//! The answers that the properties compare with: scalar loops over indices, normal numbers by
//! Box and Muller, slopes in forms that neither overflow nor cancel.

use std::f64::consts::TAU;

use activations::{Activation, NEGATIVE_SLOPE};
use ndarray::{Array1, Array2};
use rand::RngExt;
use rand::rngs::StdRng;
use testkit::Notation;

use crate::{Answers, Parameters};

/// The words of the notes.
pub const NOTATION: Notation = Notation {
    parts: &[("layer_sizes", &["n_x", "n_h", "n_y"])],
    sizes: &[("x", ["n_x", "m"]), ("y", ["n_y", "m"])],
    choices: &["Sigmoid", "Tanh", "Relu", "LeakyRelu", "Identity"],
    on_the_way: |_, _| Vec::new(),
};

/// Right answers to the lesson.
pub fn answers() -> Answers {
    Answers {
        layer_sizes: Box::new(layer_sizes),
        randint: Box::new(randint),
        rand: Box::new(rand),
        randn: Box::new(randn),
        initialize_zeros: Box::new(initialize_zeros),
        initialize: Box::new(initialize),
        initialize_law: Box::new(initialize_law),
        initialize_scaled: Box::new(initialize_scaled),
        saturated_fraction: Box::new(saturated_fraction),
    }
}

/// `(n_x, n_h, n_y)`: a row of `x` per input, a row of `y` per output.
pub fn layer_sizes(x: &Array2<f64>, y: &Array2<f64>, n_h: usize) -> (usize, usize, usize) {
    (x.shape()[0], n_h, y.shape()[0])
}

/// A whole number below `upper`: the upper half of a product with 64 random bits.
///
/// # Panics
/// If `upper` is 0: there is no such number.
pub fn randint(rng: &mut StdRng, upper: u32) -> u32 {
    assert!(upper > 0, "upper is 0, and no number is below it");
    let product = u128::from(rng.random::<u64>()) * u128::from(upper);
    u32::try_from(product >> 64).expect("it is below upper")
}

/// `n` numbers from 0 to 1: 53 random bits behind the point.
pub fn rand(rng: &mut StdRng, n: usize) -> Array1<f64> {
    let mut numbers = Array1::zeros(n);
    for i in 0..n {
        numbers[i] = (rng.random::<u64>() >> 11) as f64 / (1_u64 << 53) as f64;
    }
    numbers
}

/// `n` standard normal numbers.
pub fn randn(rng: &mut StdRng, n: usize) -> Array1<f64> {
    let mut numbers = Array1::zeros(n);
    for i in (0..n).step_by(2) {
        let (one, other) = pair(rng);
        numbers[i] = one;
        if i + 1 < n {
            numbers[i + 1] = other;
        }
    }
    numbers
}

/// A standard normal number.
pub fn normal(rng: &mut StdRng) -> f64 {
    pair(rng).0
}

/// Two independent standard normal numbers: Box and Muller's point in the plane, whose squared
/// distance from the origin is exponential and whose direction is uniform.
fn pair(rng: &mut StdRng) -> (f64, f64) {
    // 1 - u is never 0, so that its logarithm is finite.
    let distance = (-2.0 * (1.0 - rng.random::<f64>()).ln()).sqrt();
    let (sine, cosine) = (TAU * rng.random::<f64>()).sin_cos();
    (distance * cosine, distance * sine)
}

/// A matrix of normal numbers with mean 0 and the standard deviation `deviation`.
pub fn normal_matrix(rng: &mut StdRng, rows: usize, columns: usize, deviation: f64) -> Array2<f64> {
    let numbers = randn(rng, rows * columns);
    let mut matrix = Array2::zeros((rows, columns));
    for i in 0..rows {
        for j in 0..columns {
            matrix[[i, j]] = deviation * numbers[i * columns + j];
        }
    }
    matrix
}

/// Parameters that are all zero.
pub fn initialize_zeros(n_x: usize, n_h: usize, n_y: usize) -> Parameters {
    Parameters {
        w1: Array2::zeros((n_h, n_x)),
        b1: Array2::zeros((n_h, 1)),
        w2: Array2::zeros((n_y, n_h)),
        b2: Array2::zeros((n_y, 1)),
    }
}

/// Weights `0.01 * randn`, biases zero.
pub fn initialize(rng: &mut StdRng, n_x: usize, n_h: usize, n_y: usize) -> Parameters {
    let w1 = normal_matrix(rng, n_h, n_x, 0.01);
    let w2 = normal_matrix(rng, n_y, n_h, 0.01);
    Parameters { w1, w2, ..initialize_zeros(n_x, n_h, n_y) }
}

/// Weights `(fan_out, fan_in)` of variance `gain / fan_in`.
pub fn initialize_scaled(
    rng: &mut StdRng,
    fan_in: usize,
    fan_out: usize,
    gain: f64,
) -> Array2<f64> {
    normal_matrix(rng, fan_out, fan_in, scale(fan_in, gain))
}

/// The standard deviation of scaled weights.
pub fn scale(fan_in: usize, gain: f64) -> f64 {
    (gain / fan_in as f64).sqrt()
}

/// The share of entries of `z` where the slope of the activation is below `threshold`.
pub fn saturated_fraction(activation: Activation, z: &Array2<f64>, threshold: f64) -> f64 {
    let mut saturated = 0_usize;
    for z in z {
        if slope(activation, *z) < threshold {
            saturated += 1;
        }
    }
    saturated as f64 / z.len() as f64
}

/// The slope of `activation` at `z`.
pub fn slope(activation: Activation, z: f64) -> f64 {
    match activation {
        Activation::Sigmoid => bell(z),
        Activation::Tanh => 4.0 * bell(2.0 * z),
        Activation::Relu => f64::from(u8::from(z > 0.0)),
        Activation::LeakyRelu if z > 0.0 => 1.0,
        Activation::LeakyRelu => NEGATIVE_SLOPE,
        Activation::Identity => 1.0,
    }
}

/// The slope of the sigmoid, `e^-|z| / (1 + e^-|z|)^2`.
fn bell(z: f64) -> f64 {
    let e = (-z.abs()).exp();
    e / (1.0 + e).powi(2)
}

/// The mean and the standard deviation of `numbers`.
pub fn moments(numbers: &[f64]) -> (f64, f64) {
    let n = numbers.len() as f64;
    let mean = numbers.iter().sum::<f64>() / n;
    let variance = numbers.iter().map(|w| (w - mean).powi(2)).sum::<f64>() / n;
    (mean, variance.sqrt())
}

/// Shapes, biases, rows, seeds, and of 1,800 weights the moments, within 7 deviations of what chance gives: false once
/// in 10^11 times. Of a normal number the size is 0.798 on average; of a uniform one with the same deviation, 0.866.
pub fn initialize_law(
    initialize: &dyn Fn(u64, usize, usize, usize) -> Parameters,
    seed: u64,
) -> bool {
    let (n_x, n_h, n_y) = (40, 30, 20);
    let [first, again, other] = [seed, seed, seed ^ 1].map(|seed| initialize(seed, n_x, n_h, n_y));
    let Parameters { w1, b1, w2, b2 } = &first;
    let has_shapes = w1.dim() == (n_h, n_x)
        && b1.dim() == (n_h, 1)
        && w2.dim() == (n_y, n_h)
        && b2.dim() == (n_y, 1);
    let has_equal_rows = |w: &Array2<f64>| {
        (1..w.nrows()).any(|i| (0..i).any(|j| w.row(i) == w.row(j) || w.column(i) == w.column(j)))
    };
    let weights: Vec<f64> = w1.iter().chain(w2).copied().collect();
    let sizes: Vec<f64> = weights.iter().map(|w| w.abs()).collect();
    let n = weights.len() as f64;
    let ((mean, deviation), (size, _)) = (moments(&weights), moments(&sizes));
    has_shapes
        && b1.iter().chain(b2).all(|b| *b == 0.0)
        && first == again
        && first != other
        && !has_equal_rows(w1)
        && !has_equal_rows(w2)
        && w1.iter().take(n_y * n_h).ne(w2.iter())
        && mean.abs() <= 0.07 / n.sqrt()
        && (deviation - 0.01).abs() <= 0.01 * 7.0 / (2.0 * n).sqrt()
        && (size / deviation - 0.798).abs() <= 0.04
}

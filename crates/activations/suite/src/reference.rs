//! The answers that the properties compare with: each written out for one number, with loops where
//! it is a layer, so that it shares nothing with the solutions but the formula.

use ndarray::Array2;
use rand::{RngExt, rngs::StdRng};
use testkit::Notation;

use crate::{Activation, Answers, NEGATIVE_SLOPE};

/// The words of the notes.
pub const NOTATION: Notation = Notation {
    parts: &[("collapse", &["w", "b"])],
    sizes: &[("z", ["z.nrows()", "z.ncols()"])],
    choices: &["Sigmoid", "Tanh", "Relu", "LeakyRelu", "Identity"],
    on_the_way: |_, _| Vec::new(),
};

/// Right answers to the lesson.
pub fn answers() -> Answers {
    Answers {
        sigmoid: Box::new(sigmoid),
        tanh: Box::new(tanh),
        relu: Box::new(relu),
        leaky_relu: Box::new(leaky_relu),
        sigmoid_prime: Box::new(sigmoid_prime),
        tanh_prime: Box::new(tanh_prime),
        sigmoid_prime_from_a: Box::new(|a| a * (1.0 - a)),
        tanh_prime_from_a: Box::new(|a| (1.0 - a) * (1.0 + a)),
        relu_prime: Box::new(relu_prime),
        leaky_relu_prime: Box::new(leaky_relu_prime),
        forward: Box::new(forward),
        prime: Box::new(prime),
        forward_parallel: Box::new(forward),
        collapse: Box::new(collapse),
        tanh_is_closer_to_zero: Box::new(|z| tanh(z).abs() < sigmoid(z)),
        tanh_slope_is_larger: Box::new(|z| tanh_prime(z) > sigmoid_prime(z)),
        log_sigmoid: Box::new(log_sigmoid),
        sigmoid_law: Box::new(sigmoid_law),
        draw_z: Box::new(draw_z),
        slope_law: Box::new(slope_law),
    }
}

/// `1 / (1 + e^-z)`, with an exponential that never overflows.
pub fn sigmoid(z: f64) -> f64 {
    let e = (-z.abs()).exp();
    if z >= 0.0 { 1.0 / (1.0 + e) } else { e / (1.0 + e) }
}

/// `(1 - e^-2z) / (1 + e^-2z)` for positive `z`, mirrored for negative ones.
pub fn tanh(z: f64) -> f64 {
    // `expm1(x)` is `e^x - 1` without the cancellation near 0.
    let minus = (-2.0 * z.abs()).exp_m1();
    (-minus / (2.0 + minus)).copysign(z)
}

/// `max(0, z)`.
pub fn relu(z: f64) -> f64 {
    if z > 0.0 { z } else { 0.0 }
}

/// `z` where it is positive, else `negative_slope * z`.
pub fn leaky_relu(z: f64, negative_slope: f64) -> f64 {
    if z > 0.0 { z } else { negative_slope * z }
}

/// `e^-|z| / (1 + e^-|z|)^2`: the sigmoid's slope, which is even.
pub fn sigmoid_prime(z: f64) -> f64 {
    let e = (-z.abs()).exp();
    e / ((1.0 + e) * (1.0 + e))
}

/// `4 e^-2|z| / (1 + e^-2|z|)^2`: the slope of tanh, which is even.
pub fn tanh_prime(z: f64) -> f64 {
    4.0 * sigmoid_prime(2.0 * z)
}

/// 1 right of 0, else 0.
pub fn relu_prime(z: f64) -> f64 {
    if z > 0.0 { 1.0 } else { 0.0 }
}

/// 1 right of 0, else `negative_slope`.
pub fn leaky_relu_prime(z: f64, negative_slope: f64) -> f64 {
    if z > 0.0 { 1.0 } else { negative_slope }
}

/// The activation of one number.
pub fn value(activation: Activation, z: f64) -> f64 {
    match activation {
        Activation::Sigmoid => sigmoid(z),
        Activation::Tanh => tanh(z),
        Activation::Relu => relu(z),
        Activation::LeakyRelu => leaky_relu(z, NEGATIVE_SLOPE),
        Activation::Identity => z,
    }
}

/// The slope of the activation at one number.
pub fn slope(activation: Activation, z: f64) -> f64 {
    match activation {
        Activation::Sigmoid => sigmoid_prime(z),
        Activation::Tanh => tanh_prime(z),
        Activation::Relu => relu_prime(z),
        Activation::LeakyRelu => leaky_relu_prime(z, NEGATIVE_SLOPE),
        Activation::Identity => 1.0,
    }
}

/// The activation of every entry of `z`.
pub fn forward(activation: Activation, z: &Array2<f64>) -> Array2<f64> {
    Array2::from_shape_fn(z.dim(), |index| value(activation, z[index]))
}

/// The slope of the activation at every entry of `z`.
pub fn prime(activation: Activation, z: &Array2<f64>) -> Array2<f64> {
    Array2::from_shape_fn(z.dim(), |index| slope(activation, z[index]))
}

/// The one layer that does what `layers` do one after the other.
pub fn collapse(layers: &[(Array2<f64>, Array2<f64>)]) -> (Array2<f64>, Array2<f64>) {
    let (mut w, mut b) = layers[0].clone();
    for (w_next, b_next) in &layers[1..] {
        w = product(w_next, &w);
        b = product(w_next, &b);
        for (i, entry) in b.column_mut(0).iter_mut().enumerate() {
            *entry += b_next[[i, 0]];
        }
    }
    (w, b)
}

/// What linear `layers` make of `x`, one after the other.
pub fn through(layers: &[(Array2<f64>, Array2<f64>)], x: &Array2<f64>) -> Array2<f64> {
    layers.iter().fold(x.clone(), |x, (w, b)| {
        let wx = product(w, &x);
        Array2::from_shape_fn(wx.dim(), |(i, j)| wx[[i, j]] + b[[i, 0]])
    })
}

fn product(left: &Array2<f64>, right: &Array2<f64>) -> Array2<f64> {
    Array2::from_shape_fn((left.nrows(), right.ncols()), |(i, j)| {
        (0..left.ncols()).map(|k| left[[i, k]] * right[[k, j]]).sum()
    })
}

/// `ln(sigmoid(z))`. It is about `-e^-z` for a large `z`: `ln(1 + e^-z)` keeps all its digits only
/// as `ln_1p`. Measured, it is within 1.4 units of the last digit.
pub fn log_sigmoid(z: f64) -> f64 {
    z.min(0.0) - (-z.abs()).exp().ln_1p()
}

/// Whether `sigmoid(z)` is what the formula says.
pub fn sigmoid_law(is_sigmoid: &dyn Fn(f64) -> f64, z: f64) -> bool {
    (is_sigmoid(z) - sigmoid(z)).abs() <= 1e-9
}

/// Half of the numbers near 0, where the curve bends, half of them far out, where an exponential overflows.
pub fn draw_z(rng: &mut StdRng) -> f64 {
    let largest = if rng.random() { 8.0 } else { 1_000.0 };
    rng.random_range(-largest..=largest)
}

/// Whether `slope(z)` is the central difference of `g`.
pub fn slope_law(g: &dyn Fn(f64) -> f64, slope: &dyn Fn(f64) -> f64, z: f64) -> bool {
    let step = 1e-5;
    let rate = (g(z + step) - g(z - step)) / (2.0 * step);
    (slope(z) - rate).abs() <= 1e-8
}

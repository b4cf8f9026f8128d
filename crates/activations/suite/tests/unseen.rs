//! Wrong answers that were written without a look at the catalogue, and what the diagnosis says of them.
//!
//! They are kept as they were written: the diagnosis is made for answers that nobody has seen.

// A wrong answer stays as it was written.
#![allow(clippy::pedantic)]

use activations::{Activation, fill};
use activations_suite::reference::{collapse as whole, slope, value};
use activations_suite::{Answers, LESSON};
use ndarray::Array2;
use testkit::audit::Unseen;
use testkit::unseen;

const UNSEEN: &[Unseen<Answers>] = &[
    // sigmoid
    unseen!(sigmoid, |z| 1.0 / (1.0 + (-0.5 * z).exp()), "0.5|half|2"),
    unseen!(sigmoid, |z| 1.0 / (1.0 + (-3.0 * z).exp()), "3"),
    unseen!(sigmoid, |z| 1.0 / (2.0 + (-z).exp()), "2|too small"),
    unseen!(sigmoid, |z| 1.0 / (1.0 + (-z).exp()) - 0.5, "0.5"),
    unseen!(sigmoid, |z| 1.0 / (1.0 + (-z).exp()) + 0.01, "0.01"),
    unseen!(sigmoid, |z| 0.9 / (1.0 + (-z).exp()), "0.9"),
    unseen!(sigmoid, |z| (1.0 / (1.0 + (-z).exp())).clamp(0.1, 0.9), "0.1|0.9"),
    unseen!(sigmoid, |z| if z < -20.0 { 0.0 } else { 1.0 / (1.0 + (-z).exp()) }, "-20|0|negative"),
    unseen!(sigmoid, |z| if z > 6.0 { 1.0 } else { 1.0 / (1.0 + (-z).exp()) }, "6|1"),
    unseen!(sigmoid, |z| 1.0 / (1.0 + (1.0 - z).exp()), "1"),
    unseen!(sigmoid, |z| f64::from(1.0 / (1.0 + (-z as f32).exp())), "f32|accuracy"),
    unseen!(sigmoid, |z| (0.5 + 0.25 * z).clamp(0.0, 1.0), "z"),
    unseen!(sigmoid, |z| 0.5 * (1.0 + z / (1.0 + z.abs())), "z"),
    unseen!(sigmoid, |z| 1.0 / (1.0 + (-z.abs()).exp()), "negative|size|sign"),
    unseen!(sigmoid, |z| (1.0 / (1.0 + (-z).exp())).sqrt(), "root|sqrt"),
    unseen!(
        sigmoid,
        |z| (1.0 / (1.0 + (-z).exp()) * 1000.0).round() / 1000.0,
        "round|0.001|1000|digits|accuracy"
    ),
    // tanh
    unseen!(tanh, |z| z.clamp(-1.0, 1.0), "1"),
    unseen!(tanh, |z| (0.5 * z).tanh(), "0.5|half|2"),
    unseen!(tanh, |z| 1.7159 * (z * 2.0 / 3.0).tanh(), "1.7159|0.66|z"),
    unseen!(
        tanh,
        |z| if z > 20.0 {
            1.0
        } else if z < -20.0 {
            0.0
        } else {
            z.tanh()
        },
        "-20|0|negative"
    ),
    unseen!(tanh, |z| z.tanh().abs(), "negative|sign|size"),
    unseen!(tanh, |z| z.tanh().powi(3), "cube|third|3"),
    unseen!(tanh, |z| z - z.powi(3) / 3.0, "0|infinite"),
    unseen!(tanh, |z| z.tanh().clamp(-0.999, 0.999), "0.999"),
    unseen!(tanh, |z| z.tanh() + 1.0, "1"),
    unseen!(tanh, |z| z.atan(), "z"),
    // relu
    unseen!(relu, |z| if z > 1.0 { z } else { 0.0 }, "1"),
    unseen!(relu, |z| z.clamp(0.0, 6.0), "6"),
    unseen!(relu, |z| if z < 0.0 { 0.1 * z } else { z }, "0.1"),
    unseen!(relu, |z| z.max(-1.0), "-1"),
    unseen!(relu, |z| 2.0 * z.max(0.0), "2"),
    unseen!(relu, |z| z.max(0.0) + 1e-8, "1e-8|0.00000001"),
    unseen!(relu, |z| z.max(0.0).floor(), "whole|round|floor|digits"),
    unseen!(relu, |z| if z > 0.0 { z * z } else { 0.0 }, "square"),
    unseen!(relu, |z| f64::from(z.max(0.0) as f32), "f32|accuracy|infinite"),
    unseen!(relu, |z| if z > 1000.0 { 1000.0 } else { z.max(0.0) }, "1000"),
    // leaky_relu
    unseen!(leaky_relu, |z, _| if z > 0.0 { z } else { 0.2 * z }, "0.2|negative_slope"),
    unseen!(leaky_relu, |z, s| if z > 0.0 { z } else { s }, "negative_slope|z"),
    unseen!(leaky_relu, |z, s| if z > 0.0 { z } else { z - s }, "negative_slope"),
    unseen!(leaky_relu, |z, s| if z > 0.0 { z } else { s * s * z }, "negative_slope|square"),
    unseen!(leaky_relu, |z, s| if z > 0.0 { s * z } else { z }, "negative_slope|positive|negative"),
    unseen!(leaky_relu, |z, s| if z > 0.0 { z } else { (s * z).max(-1.0) }, "-1"),
    unseen!(leaky_relu, |z, s| if z > 0.0 { z } else { (1.0 - s) * z }, "1|negative_slope"),
    unseen!(leaky_relu, |z, s| if z >= 0.0 { z } else { z / s }, "negative_slope|divid"),
    // slopes
    unseen!(
        sigmoid_prime,
        |z| {
            let a = 1.0 / (1.0 + (-z).exp());
            a * a
        },
        "a|z|0"
    ),
    unseen!(
        sigmoid_prime,
        |z| {
            let a = 1.0 / (1.0 + (-z).exp());
            a * (1.0 + a)
        },
        "1|a|z"
    ),
    unseen!(
        sigmoid_prime,
        |z| {
            let a = 1.0 / (1.0 + (-z).exp());
            4.0 * a * (1.0 - a)
        },
        "4"
    ),
    unseen!(
        sigmoid_prime,
        |z| {
            let a = 1.0 / (1.0 + (-z).exp());
            z * a * (1.0 - a)
        },
        "z"
    ),
    unseen!(
        sigmoid_prime,
        |z| {
            let s = |z: f64| 1.0 / (1.0 + (-z).exp());
            (s(z + 0.01) - s(z)) / 0.01
        },
        "accuracy|near|approx"
    ),
    unseen!(
        sigmoid_prime,
        |z| {
            let s = |z: f64| 1.0 / (1.0 + (-z).exp());
            (s(z + 1e-5) - s(z - 1e-5)) / 1e-5
        },
        "2"
    ),
    unseen!(tanh_prime, |z| 1.0 - z.tanh().abs(), "square|a|z"),
    unseen!(tanh_prime, |z| 1.0 + z.tanh().powi(2), "1|sign"),
    unseen!(tanh_prime, |z| 2.0 * z.tanh() * (1.0 - z.tanh().powi(2)), "z|tanh"),
    unseen!(tanh_prime, |z| 1.0 - (2.0 * z).tanh().powi(2), "2"),
    unseen!(tanh_prime, |z| (1.0 - z.tanh().powi(2)).max(0.05), "0.05"),
    unseen!(
        tanh_prime,
        |z| if z > 0.0 { 1.0 - z.tanh().powi(2) } else { 1.0 },
        "negative|1|max(0, z)"
    ),
    // from output
    unseen!(sigmoid_prime_from_a, |a| a * (1.0 - a) / 2.0, "0.5|half|2"),
    unseen!(sigmoid_prime_from_a, |a| a - a * a * a, "a"),
    unseen!(sigmoid_prime_from_a, |a| (a * (1.0 - a)).sqrt(), "root|sqrt"),
    unseen!(sigmoid_prime_from_a, |a| a * (a - 1.0), "sign|negat"),
    unseen!(sigmoid_prime_from_a, |a| 1.0 - a * (1.0 - a), "1"),
    unseen!(tanh_prime_from_a, |a| 1.0 - a.powi(4), "a|square"),
    unseen!(tanh_prime_from_a, |a| (1.0 - a) * (1.0 - a), "a"),
    unseen!(tanh_prime_from_a, |a| 0.5 * (1.0 - a * a), "0.5|half"),
    unseen!(tanh_prime_from_a, |a| (1.0 - a * a).powi(2), "square|^2"),
    unseen!(tanh_prime_from_a, |a| a * a - 1.0, "sign|negat"),
    // hinge slopes
    unseen!(relu_prime, |z| if z > 0.0 { 1.0 } else { -1.0 }, "-1|negative"),
    unseen!(relu_prime, |z| if z > 1.0 { 1.0 } else { 0.0 }, "1"),
    unseen!(relu_prime, |z| if z > 0.0 { 1.0 } else { 0.01 }, "0.01|leaky"),
    unseen!(relu_prime, |z| if z > 1e-3 { 1.0 } else { 0.0 }, "0.001|small|z"),
    unseen!(relu_prime, |z| 1.0 / (1.0 + (-10.0 * z).exp()), "z"),
    unseen!(leaky_relu_prime, |z, _| if z > 0.0 { 1.0 } else { 0.3 }, "0.3|negative_slope"),
    unseen!(leaky_relu_prime, |z, s| if z > 0.0 { 1.0 } else { -s }, "negat|sign"),
    unseen!(leaky_relu_prime, |z, s| if z > 0.0 { s } else { 1.0 }, "positive|negative|1"),
    unseen!(leaky_relu_prime, |z, s| if z > 0.0 { 1.0 + s } else { s }, "1|negative_slope"),
    unseen!(leaky_relu_prime, |z, s| if z > 0.0 { 1.0 } else { s / 2.0 }, "0.5|half|2"),
    // elementwise
    unseen!(
        forward,
        |f, z| z.mapv(|z| match f {
            Activation::LeakyRelu =>
                if z > 0.0 {
                    z
                } else {
                    0.2 * z
                },
            f => value(f, z),
        }),
        "0.2"
    ),
    unseen!(
        forward,
        |f, z| match f {
            Activation::Tanh => z.mapv(|z| (2.0 * z).tanh()),
            f => z.mapv(|z| value(f, z)),
        },
        "Tanh"
    ),
    unseen!(
        forward,
        |f, z| z.mapv(|z| match f {
            Activation::Identity => 0.0,
            f => value(f, z),
        }),
        "Identity"
    ),
    unseen!(forward, |f, z| z.mapv(|z| value(f, z)) * 1.5, "1.5"),
    unseen!(
        forward,
        |f, z| z.mapv(|z| match f {
            Activation::Relu => z.abs(),
            f => value(f, z),
        }),
        "Relu"
    ),
    unseen!(
        forward,
        |f, z| {
            let mut a = z.mapv(|z| value(f, z));
            if let Some(last) = a.last_mut() {
                *last = 0.0;
            }
            a
        },
        "last"
    ),
    unseen!(
        forward,
        |f, z| {
            let mut a = z.mapv(|z| value(f, z));
            if a.nrows() > 1 {
                a.row_mut(1).fill(0.0);
            }
            a
        },
        "row"
    ),
    unseen!(
        forward,
        |f, z| {
            let mean = z.mean().unwrap_or(0.0);
            z.mapv(|z| value(f, z - mean))
        },
        "mean|other|z"
    ),
    unseen!(
        prime,
        |f, z| z.mapv(|z| match f {
            Activation::Identity => z,
            f => slope(f, z),
        }),
        "Identity|identity"
    ),
    unseen!(
        prime,
        |f, z| z.mapv(|z| match f {
            Activation::Sigmoid => value(f, z),
            f => slope(f, z),
        }),
        "Sigmoid"
    ),
    unseen!(
        prime,
        |f, z| z.mapv(|z| match f {
            Activation::LeakyRelu =>
                if z > 0.0 {
                    1.0
                } else {
                    0.1
                },
            f => slope(f, z),
        }),
        "0.1"
    ),
    unseen!(
        prime,
        |f, z| z.mapv(|z| match f {
            Activation::Relu =>
                if z >= -1.0 {
                    1.0
                } else {
                    0.0
                },
            f => slope(f, z),
        }),
        "Relu"
    ),
    unseen!(prime, |f, z| -z.mapv(|z| slope(f, z)), "sign|negat"),
    // parallel
    unseen!(
        forward_parallel,
        |f, z| {
            let mut a = z.mapv(|z| value(f, z));
            if a.ncols() > 1 {
                let n = a.ncols() - 1;
                a.column_mut(n).fill(0.0);
            }
            a
        },
        "column"
    ),
    unseen!(forward_parallel, |f, z| z.mapv(|z| value(f, z).min(5.0)), "5"),
    unseen!(
        forward_parallel,
        |f, z| z.mapv(|z| match f {
            Activation::Relu =>
                if z > 0.0 {
                    1.0
                } else {
                    0.0
                },
            f => value(f, z),
        }),
        "Relu"
    ),
    unseen!(forward_parallel, |f, z| z.mapv(|z| f64::from(value(f, z) as f32)), "f32|accuracy"),
    // collapse
    unseen!(
        collapse,
        |layers| {
            let (w, b) = whole(layers);
            (w * 2.0, b)
        },
        "2"
    ),
    unseen!(
        collapse,
        |layers| {
            let (w, b) = whole(layers);
            (w, b * 0.0)
        },
        "0"
    ),
    unseen!(
        collapse,
        |layers| {
            let (w, _) = whole(layers);
            let mut b = Array2::zeros((w.nrows(), 1));
            if let Some((_, last)) = layers.last() {
                b.assign(last);
            }
            (w, b)
        },
        "b"
    ),
    unseen!(
        collapse,
        |layers| {
            let (w, b) = whole(layers);
            (-w, b)
        },
        "sign|negat"
    ),
    unseen!(collapse, |layers| whole(&layers[..layers.len().min(2)]), "layer"),
    unseen!(collapse, |layers| whole(&layers[layers.len() - 1..]), "layer"),
    unseen!(
        collapse,
        |layers| {
            let (w, b) = whole(layers);
            let ones = Array2::from_elem((w.ncols(), 1), 1.0);
            let b = b + w.dot(&ones);
            (w, b)
        },
        "b"
    ),
    unseen!(
        collapse,
        |layers| {
            let (w, b) = whole(layers);
            (w.mapv(|w| w.max(0.0)), b)
        },
        "negative|0"
    ),
    // predictions
    unseen!(tanh_is_closer_to_zero, |z| z > 0.0, "z|true"),
    unseen!(tanh_is_closer_to_zero, |z| z < 1.0, "z|true"),
    unseen!(tanh_is_closer_to_zero, |z| z.abs() < 0.5, "z|true"),
    unseen!(tanh_slope_is_larger, |z| z.abs() < 2.0, "z|true"),
    unseen!(tanh_slope_is_larger, |z| z.abs() > 1.0, "z|true"),
    unseen!(tanh_slope_is_larger, |_| true, "true"),
    // log_sigmoid
    unseen!(log_sigmoid, |z| (1.0 / (1.0 + (-z).exp())).log10(), "0.43|10"),
    unseen!(log_sigmoid, |z| (1.0 / (1.0 + (-z).exp())).log2(), "1.44|2"),
    unseen!(log_sigmoid, |z| -(1.0 + z.exp()).ln(), "sign|z"),
    unseen!(log_sigmoid, |z| if z < -30.0 { -30.0 } else { -(-z).exp().ln_1p() }, "-30"),
    unseen!(log_sigmoid, |z| -(-z.abs()).exp().ln_1p(), "negative|z"),
    unseen!(log_sigmoid, |z| z.min(0.0), "z|accuracy|0"),
    unseen!(log_sigmoid, |z| z.min(0.0) + (-z.abs()).exp().ln_1p(), "sign|z|0|too large"),
];

/// How many are named, observed and silent; DETECTION.md adds up.
#[test]
fn unseen_answers_are_refused_and_explained_truly() {
    testkit::audit::check_unseen(&LESSON, UNSEEN, [96, 10, 8]);
}

//! Right ways to write `initialize_scaled`.

use ndarray::{Array1, Array2};
use testkit::{Variant, variant};

use crate::Answers;
use crate::normals::{inverse, polar, ratio, sine, split};
use crate::reference::randn;

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!(
        "entry by entry, the polar method",
        initialize_scaled,
        |rng, fan_in, fan_out, gain| {
            let deviation = (gain / fan_in as f64).sqrt();
            Array2::from_shape_simple_fn((fan_out, fan_in), || deviation * polar(rng))
        }
    ),
    variant!("two roots", initialize_scaled, |rng, fan_in, fan_out, gain| {
        let normal = Array2::from_shape_simple_fn((fan_out, fan_in), || inverse(rng));
        normal * gain.sqrt() / (fan_in as f64).sqrt()
    }),
    variant!("a power of one half", initialize_scaled, |rng, fan_in, fan_out, gain| {
        let numbers = randn(rng, fan_in * fan_out) * (gain / fan_in as f64).powf(0.5);
        Array2::from_shape_vec((fan_out, fan_in), numbers.to_vec()).unwrap()
    }),
    variant!("transposed, then turned", initialize_scaled, |rng, fan_in, fan_out, gain| {
        let variance = gain / fan_in as f64;
        Array2::from_shape_simple_fn((fan_in, fan_out), || variance.sqrt() * ratio(rng))
            .reversed_axes()
    }),
    variant!("row by row, own generators", initialize_scaled, |rng, fan_in, fan_out, gain| {
        let mut w = Array2::zeros((fan_out, fan_in));
        for mut row in w.rows_mut() {
            let mut own = split(rng);
            let numbers: Array1<f64> = (0..fan_in).map(|_| sine(&mut own)).collect();
            row.assign(&(numbers / (fan_in as f64 / gain).sqrt()));
        }
        w
    }),
];

//! Results against exact values, in units of the last place.

use super::{levels, rounds_once};
use crate::{Activation, Kernel};
use fearless_simd::Level;

const TABLE: &str = include_str!("../../../tests/data/accurate_values.txt");
const REFERENCE: &str =
    include_str!("../../../../../solutions/activations/tests/data/activation_reference.csv");

/// The columns of [`TABLE`], and how far from the exact value results may be.
fn columns() -> [(Kernel, f64); 4] {
    [
        (Kernel::forward(Activation::Sigmoid), 2.0),
        (Kernel::prime(Activation::Sigmoid), 2.5),
        (Kernel::forward(Activation::Tanh), 2.0),
        (Kernel::prime(Activation::Tanh), 2.5),
    ]
}

/// What rounding twice may cost where the machine cannot do better.
fn limit(level: Level, limit: f64) -> f64 {
    if rounds_once(level) { limit } else { 5.0 }
}

/// The number's place in the sequence of all floating-point numbers.
fn place(x: f64) -> i64 {
    let magnitude = x.abs().to_bits().cast_signed();
    if x.is_sign_negative() { -magnitude } else { magnitude }
}

/// The difference to an exact value near `z`, in units of the last place of `f32`.
fn error_f32(got: f32, exact: f64) -> f64 {
    let last_place = 2f64.powi((exact.abs().log2().floor() as i32).max(-126) - 23);
    (f64::from(got) - exact).abs() / last_place
}

#[test]
fn f64_is_within_two_units_of_the_table() {
    let parse = |text| u64::from_str_radix(text, 16).map(f64::from_bits).unwrap();
    let rows: Vec<Vec<&str>> = TABLE.lines().map(|row| row.split(' ').collect()).collect();
    let z: Vec<f64> = rows.iter().map(|row| parse(row[0])).collect();
    for level in levels() {
        for (column, (kernel, units)) in columns().into_iter().enumerate() {
            let mut results = vec![0.0; z.len()];
            kernel.at(level).map(&z, &mut results);
            for (row, (z, result)) in rows.iter().zip(z.iter().zip(results)) {
                let (nearest, above) = (parse(row[2 * column + 1]), row[2 * column + 2]);
                let above = above.parse::<f64>().unwrap() / 1000.0;
                let error = (place(result) - place(nearest)) as f64 - above;
                assert!(
                    error.abs() <= limit(level, units),
                    "{kernel:?} of {z:e} on {level:?} is {result:e}, {error} units off"
                );
            }
        }
    }
}

#[test]
fn f64_is_within_three_units_of_the_rounded_reference() {
    for row in REFERENCE.lines().skip(1) {
        let cells: Vec<&str> = row.split(',').collect();
        let (kernel, units) = match cells[0] {
            "sigmoid" => (Kernel::forward(Activation::Sigmoid), 3),
            "dsigmoid" => (Kernel::prime(Activation::Sigmoid), 3),
            "tanh" => (Kernel::forward(Activation::Tanh), 3),
            "dtanh" => (Kernel::prime(Activation::Tanh), 3),
            "relu" => (Kernel::forward(Activation::Relu), 0),
            "drelu" => (Kernel::prime(Activation::Relu), 0),
            "leaky_relu" => (Kernel::forward(Activation::LeakyRelu), 0),
            "dleaky_relu" => (Kernel::prime(Activation::LeakyRelu), 0),
            // Not an activation function of the course.
            "log_sigmoid" | "softplus" => continue,
            other => panic!("the reference has an unknown function {other}"),
        };
        let mut result = [cells[1].parse::<f64>().unwrap()];
        let want: f64 = cells[2].parse().unwrap();
        kernel.map_in_place(&mut result);
        assert!((place(result[0]) - place(want)).abs() <= units, "{row}, but got {:e}", result[0]);
    }
}

#[test]
fn f32_is_within_two_units_of_f64() {
    // Every 9973rd of all 2^32 bit patterns; the example `exhaustive_f32` takes them all.
    let z: Vec<f32> = (0..=u32::MAX).step_by(9973).map(f32::from_bits).collect();
    let wide: Vec<f64> = z.iter().map(|&z| f64::from(z)).collect();
    for level in levels() {
        for (kernel, units) in columns() {
            let (mut results, mut exact) = (vec![0f32; z.len()], vec![0f64; z.len()]);
            kernel.at(level).map(&z, &mut results);
            kernel.map(&wide, &mut exact);
            for ((z, result), exact) in z.iter().zip(results).zip(exact) {
                if exact.is_nan() {
                    assert!(result.is_nan(), "{kernel:?} of NaN is {result:e}");
                    continue;
                }
                let error = error_f32(result, exact);
                assert!(
                    error <= limit(level, units),
                    "{kernel:?} of {z:e} on {level:?} is {result:e}, {error} units off"
                );
            }
        }
    }
}

#[test]
fn a_slope_from_the_output_is_within_a_unit() {
    let outputs: Vec<f64> = (0..=4096).map(|i| f64::from(i) / 4096.0).collect();
    for level in levels() {
        for (activation, slope) in [
            (Activation::Sigmoid, (|a| a * (1.0 - a)) as fn(f64) -> f64),
            (Activation::Tanh, |a| 1.0 - a * a),
        ] {
            let mut results = vec![0.0; outputs.len()];
            Kernel::prime_from_output(activation).at(level).map(&outputs, &mut results);
            for (&a, result) in outputs.iter().zip(results) {
                // With 12 bits each, the products and differences above are exact.
                assert_eq!(result.to_bits(), slope(a).to_bits(), "{activation:?}' from {a}");
            }
        }
    }
}

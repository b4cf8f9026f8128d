//! Zeros, infinities, NaN, symmetry, ranges.

use super::{kernels, levels, sample};
use crate::{Activation, Kernel, NEGATIVE_SLOPE, kernels::Real};

/// `kernel` of one number.
fn one<T: Real>(kernel: Kernel, z: T) -> T {
    let mut data = [z];
    kernel.map_in_place(&mut data);
    data[0]
}

#[test]
fn nan_gives_nan() {
    for level in levels() {
        for kernel in kernels() {
            assert!(one(kernel.at(level), f64::NAN).is_nan(), "{kernel:?} on {level:?}");
            assert!(one(kernel.at(level), f32::NAN).is_nan(), "{kernel:?} on {level:?}");
        }
    }
}

#[test]
fn zeros_and_infinities_have_exact_results() {
    const INFINITY: f64 = f64::INFINITY;
    let (forward, prime) = (Kernel::forward, Kernel::prime);
    for level in levels() {
        for (kernel, z, want) in [
            (forward(Activation::Sigmoid), -0.0, 0.5),
            (forward(Activation::Sigmoid), INFINITY, 1.0),
            (forward(Activation::Sigmoid), -INFINITY, 0.0),
            (prime(Activation::Sigmoid), 0.0, 0.25),
            (prime(Activation::Sigmoid), INFINITY, 0.0),
            (prime(Activation::Sigmoid), -INFINITY, 0.0),
            (forward(Activation::Tanh), 0.0, 0.0),
            (forward(Activation::Tanh), -0.0, -0.0),
            (forward(Activation::Tanh), INFINITY, 1.0),
            (forward(Activation::Tanh), -INFINITY, -1.0),
            (prime(Activation::Tanh), -0.0, 1.0),
            (prime(Activation::Tanh), INFINITY, 0.0),
            (forward(Activation::Relu), -0.0, 0.0),
            (forward(Activation::Relu), -INFINITY, 0.0),
            (forward(Activation::Relu), INFINITY, INFINITY),
            (prime(Activation::Relu), 0.0, 0.0),
            (prime(Activation::Relu), -0.0, 0.0),
            (prime(Activation::Relu), 5e-324, 1.0),
            (forward(Activation::LeakyRelu), -INFINITY, -INFINITY),
            (forward(Activation::LeakyRelu), -2.0, -2.0 * NEGATIVE_SLOPE),
            (prime(Activation::LeakyRelu), 0.0, NEGATIVE_SLOPE),
            (prime(Activation::LeakyRelu), INFINITY, 1.0),
            (forward(Activation::Identity), -0.0, -0.0),
            (prime(Activation::Identity), -7.0, 1.0),
        ] {
            let got = one(kernel.at(level), z);
            assert_eq!(got.to_bits(), want.to_bits(), "{kernel:?} of {z} on {level:?} is {got:e}");
        }
    }
}

#[test]
fn subnormal_results_are_kept() {
    let sigmoid = Kernel::forward(Activation::Sigmoid);
    assert_eq!(one(sigmoid, -745.0_f64).to_bits(), 1);
    assert_eq!(one(sigmoid, -103.5_f32).to_bits(), 1);
    assert_eq!(one(Kernel::forward(Activation::Tanh), 5e-324_f64).to_bits(), 1);
}

#[test]
fn symmetry_holds_to_the_bit() {
    let tanh = Kernel::forward(Activation::Tanh);
    for z in sample(4000).into_iter().filter(|z| !z.is_nan()) {
        assert_eq!(one(tanh, -z).to_bits(), (-one(tanh, z)).to_bits(), "tanh of {z}");
        for activation in [Activation::Sigmoid, Activation::Tanh] {
            let slope = Kernel::prime(activation);
            assert_eq!(one(slope, -z).to_bits(), one(slope, z).to_bits(), "{activation:?}' of {z}");
        }
    }
}

#[test]
fn no_result_leaves_its_range() {
    let z: Vec<f64> = (-80_000..=80_000).map(|i| f64::from(i) / 100.0).collect();
    for level in levels() {
        for (kernel, range) in [
            (Kernel::forward(Activation::Sigmoid), 0.0..=1.0),
            (Kernel::prime(Activation::Sigmoid), 0.0..=0.25),
            (Kernel::forward(Activation::Tanh), -1.0..=1.0),
            (Kernel::prime(Activation::Tanh), 0.0..=1.0),
        ] {
            let mut results = z.clone();
            kernel.at(level).map_in_place(&mut results);
            for (z, result) in z.iter().zip(results) {
                assert!(range.contains(&result), "{kernel:?} of {z} on {level:?} is {result:e}");
            }
        }
    }
}

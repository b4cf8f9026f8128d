//! From values (which function, which part of it) to the machine code made for them.

use super::{
    Quantity,
    functions::{Leaky, Relu, Sigmoid, Tanh},
    real::Real,
    sweep::{self, Each, Forward, Prime, PrimeFromOutput},
};
use crate::{Activation, NEGATIVE_SLOPE};
use fearless_simd::{Level, dispatch};

/// One pass over numbers.
pub(super) enum Job<'a, T> {
    /// `to[i] = f(from[i])`.
    Map { from: &'a [T], to: &'a mut [T] },
    /// The same at the end of `to`, which has room for it.
    Append { from: &'a [T], to: &'a mut Vec<T> },
    /// The same, past the caches.
    Stream { from: &'a [T], to: &'a mut [T] },
    /// `data[i] = f(data[i])`.
    InPlace { data: &'a mut [T] },
    /// `data[i] *= f(from[i])`.
    Multiply { from: &'a [T], data: &'a mut [T] },
}

impl<T: Real> Job<'_, T> {
    /// Does the work with the instructions of `level`.
    ///
    /// The slopes of the piecewise linear functions are one piece of code, with the slope below 0
    /// as its parameter: every piece is compiled for two types and every instruction set.
    pub(super) fn run(self, level: Level, quantity: Quantity, activation: Activation) {
        let leaky = Leaky { negative_slope: slope_below_zero(activation) };
        match (quantity, activation) {
            (Quantity::Forward, Activation::Sigmoid) => self.each(level, Forward(Sigmoid)),
            (Quantity::Forward, Activation::Tanh) => self.each(level, Forward(Tanh)),
            (Quantity::Forward, Activation::Relu) => self.each(level, Forward(Relu)),
            (Quantity::Forward, _) => self.each(level, Forward(leaky)),
            (Quantity::Prime, Activation::Sigmoid) => self.each(level, Prime(Sigmoid)),
            (Quantity::Prime, Activation::Tanh) => self.each(level, Prime(Tanh)),
            (Quantity::PrimeFromOutput, Activation::Sigmoid) => {
                self.each(level, PrimeFromOutput(Sigmoid));
            }
            (Quantity::PrimeFromOutput, Activation::Tanh) => {
                self.each(level, PrimeFromOutput(Tanh));
            }
            (Quantity::Prime | Quantity::PrimeFromOutput, _) => self.each(level, Prime(leaky)),
        }
    }

    fn each(self, level: Level, f: impl Each) {
        match self {
            Self::Map { from, to } => dispatch!(level, simd => sweep::map(simd, f, from, to)),
            Self::Append { from, to } => dispatch!(level, simd => sweep::append(simd, f, from, to)),
            Self::Stream { from, to } => dispatch!(level, simd => sweep::stream(simd, f, from, to)),
            Self::InPlace { data } => dispatch!(level, simd => sweep::map_in_place(simd, f, data)),
            Self::Multiply { from, data } => {
                dispatch!(level, simd => sweep::multiply(simd, f, from, data));
            }
        }
    }
}

/// `a[i] = f(z[i])` and `prime[i] = f'(z[i])` in one pass.
pub(super) fn with_prime<T: Real>(
    level: Level,
    activation: Activation,
    z: &[T],
    a: &mut [T],
    prime: &mut [T],
) {
    let leaky = Leaky { negative_slope: slope_below_zero(activation) };
    match activation {
        Activation::Sigmoid => {
            dispatch!(level, simd => sweep::with_prime(simd, Sigmoid, z, a, prime));
        }
        Activation::Tanh => dispatch!(level, simd => sweep::with_prime(simd, Tanh, z, a, prime)),
        Activation::Relu => dispatch!(level, simd => sweep::with_prime(simd, Relu, z, a, prime)),
        Activation::LeakyRelu | Activation::Identity => {
            dispatch!(level, simd => sweep::with_prime(simd, leaky, z, a, prime));
        }
    }
}

/// The slope of a piecewise linear function at 0 and below.
fn slope_below_zero(activation: Activation) -> f64 {
    match activation {
        Activation::Identity => 1.0,
        Activation::LeakyRelu => NEGATIVE_SLOPE,
        _ => 0.0,
    }
}

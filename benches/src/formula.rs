//! The formula of the kernels as a plain loop: the form to read first.
//!
//! 1. A function computes the result for a single number, without a branch and without a call.
//! 2. A `for` loop applies the function to each number.
//! 3. [`dispatch!`] compiles the loop once for every instruction set, so the compiler can turn it into
//!    vector code.
//!
//! The kernels differ in one thing: they keep several vectors under way at once.

#![allow(clippy::inline_always, reason = "without it the instructions at hand are not used")]
#![allow(clippy::redundant_closure_for_method_calls, reason = "closures can be inlined always")]

use activations::{Activation, NEGATIVE_SLOPE, kernels::Real};
use fearless_simd::{Level, dispatch};

/// A number type with the formulas written out for it.
pub trait Formula: Real {
    /// `1 / (1 + e^-x)`; `FUSED` if the machine multiplies and adds with one rounding.
    #[must_use]
    fn sigmoid<const FUSED: bool>(self) -> Self;
    /// `(e^x - e^-x) / (e^x + e^-x)`.
    #[must_use]
    fn tanh<const FUSED: bool>(self) -> Self;
    /// `x` where it is positive, else `slope * x`.
    #[must_use]
    fn leaky_relu(self, slope: Self) -> Self;
    /// `max(0, x)`.
    #[must_use]
    fn relu(self) -> Self;
}

/// `a * b + c`, rounded once where `FUSED` says that the machine can: elsewhere `mul_add` would
/// call a function for each number.
macro_rules! fused {
    ($fused:ident, $a:expr, $b:expr, $c:expr) => {
        if $fused { $a.mul_add($b, $c) } else { $a * $b + $c }
    };
}

/// `p`, `q - 2` and `2^-k` for `x = k ln 2 + p`, where `e^p = (q + p) / (q - p)`.
macro_rules! reduce {
    ($float:ident, $fused:ident, $x:expr, $shifter:expr) => {{
        let x = $x;
        let rounded = fused!($fused, x, -<$float as Real>::LOG2_E, $shifter);
        let minus_k = rounded - $shifter;
        let p = fused!($fused, minus_k, <$float as Real>::LN_2_HIGH, x);
        let p = fused!($fused, minus_k, <$float as Real>::LN_2_LOW, p);
        let square = p * p;
        let mut w = <$float as Real>::Q[0];
        for &coefficient in &<$float as Real>::Q[1..] {
            w = fused!($fused, w, square, coefficient);
        }
        let bits = rounded.to_bits() << <$float as Real>::FRACTION_BITS;
        (p, w * square, $float::from_bits(bits))
    }};
}

macro_rules! formula {
    ($float:ident) => {
        impl Formula for $float {
            #[inline(always)]
            fn sigmoid<const FUSED: bool>(self) -> Self {
                let (lowest, highest) = Self::SIGMOID_RANGE;
                let x = if self > highest { highest } else { self };
                let x = if x < lowest { lowest } else { x };
                // e^-x = 2^n (q - p) / (q + p), with 2^n held below infinity by a guard.
                let (p, w, power) = reduce!($float, FUSED, x, Self::SHIFTER - Self::GUARD_BITS);
                let (plus, minus) = (w + p, w - p);
                let sum = 2.0 + plus;
                let lost = (2.0 - sum) + plus;
                let numerator = sum * Self::GUARD;
                numerator / (fused!(FUSED, power, minus - lost, numerator) + (power + power))
            }

            #[inline(always)]
            fn tanh<const FUSED: bool>(self) -> Self {
                let size = self.abs();
                let size = if size > Self::TANH_LIMIT { Self::TANH_LIMIT } else { size };
                let (p, w, power) = reduce!($float, FUSED, -2.0 * size, Self::SHIFTER);
                let (p, w) = (-0.5 * p, -0.5 * w);
                let (less, more) = (power - 1.0, power + 1.0);
                let inner = fused!(FUSED, more, p, -(less * w));
                let above = less + inner;
                let lost = (less - above) + inner;
                let below = more + (fused!(FUSED, less, p - w, -(w + w)) - lost);
                (above / below).copysign(self)
            }

            #[inline(always)]
            fn leaky_relu(self, slope: Self) -> Self {
                if self <= 0.0 { slope * self } else { self }
            }

            #[inline(always)]
            fn relu(self) -> Self {
                if self <= 0.0 { 0.0 } else { self }
            }
        }
    };
}

formula!(f32);
formula!(f64);

/// `to[i] = f(from[i])`.
#[inline(always)]
fn each<T: Copy>(from: &[T], to: &mut [T], f: impl Fn(T) -> T) {
    for (y, x) in to.iter_mut().zip(from) {
        *y = f(*x);
    }
}

#[inline(always)]
fn all<T: Formula, const FUSED: bool>(activation: Activation, from: &[T], to: &mut [T]) {
    match activation {
        Activation::Sigmoid => each(
            from,
            to,
            #[inline(always)]
            |x| x.sigmoid::<FUSED>(),
        ),
        Activation::Tanh => each(
            from,
            to,
            #[inline(always)]
            |x| x.tanh::<FUSED>(),
        ),
        Activation::Relu => each(
            from,
            to,
            #[inline(always)]
            |x| x.relu(),
        ),
        Activation::LeakyRelu => {
            let slope = T::from_f64(NEGATIVE_SLOPE);
            each(
                from,
                to,
                #[inline(always)]
                |x| x.leaky_relu(slope),
            );
        }
        Activation::Identity => to.copy_from_slice(from),
    }
}

/// `to[i] = f(from[i])` with the plain loop, for the instructions at hand.
///
/// # Panics
///
/// Panics if the lengths differ.
pub fn map<T: Formula>(activation: Activation, from: &[T], to: &mut [T]) {
    assert_eq!(from.len(), to.len(), "lengths {} and {} differ", from.len(), to.len());
    let level = Level::new();
    if rounds_once(level) {
        dispatch!(level, _ => all::<T, true>(activation, from, to));
    } else {
        dispatch!(level, _ => all::<T, false>(activation, from, to));
    }
}

/// Whether multiplication and addition are rounded together.
fn rounds_once(level: Level) -> bool {
    #[cfg(target_arch = "x86_64")]
    return level.as_avx2().is_some();
    #[allow(unreachable_code, reason = "other machines")]
    {
        cfg!(target_arch = "aarch64") && !level.is_fallback()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::buffer::Buffer;
    use activations::Kernel;

    fn agrees<T: Formula + PartialEq + std::fmt::Debug>() {
        let mut z = Buffer::<T>::drawn(5000);
        let odd = [0.0, -0.0, f64::INFINITY, -f64::INFINITY, -720.0, 720.0, -90.0, 1e-30];
        for (z, &odd) in z.get_mut().iter_mut().zip(&odd) {
            *z = T::from_f64(odd);
        }
        for activation in Activation::ALL {
            let (mut ours, mut theirs) = (vec![T::default(); 5000], vec![T::default(); 5000]);
            map(activation, z.get(), &mut ours);
            Kernel::forward(activation).map(z.get(), &mut theirs);
            assert_eq!(ours, theirs, "{activation:?}");
        }
    }

    #[test]
    fn the_loop_gives_the_numbers_of_the_kernel() {
        agrees::<f32>();
        agrees::<f64>();
    }

    #[test]
    fn nan_stays_nan() {
        for activation in Activation::ALL {
            let mut out = [0.0];
            map(activation, &[f64::NAN], &mut out);
            assert!(out[0].is_nan(), "{activation:?}");
        }
    }
}

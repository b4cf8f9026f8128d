//! The activation functions and their slopes, one formula each for both types and every machine.
//!
//! # How the exponential is avoided
//!
//! With `x = k ln 2 + p` and `|p| <= ln(2) / 2`, `e^x = 2^k (q + p) / (q - p)` holds exactly for
//! `q = p coth(p / 2)`. Sigmoid and tangent are fractions anyway, so this fraction costs them no
//! second division; and `q` is even in `p` and nearly 2, so that a short polynomial in `p^2` gives
//! it to the last bit, where `e^p` itself would need one of twice the degree.

use super::{pack::Pack, real::Real};
use fearless_simd::Simd;

/// What every activation function offers, for any pack.
pub(super) trait Function: Copy + Send + Sync {
    /// The function of `z`.
    fn forward<T: Real, S: Simd, const U: usize>(self, z: Pack<T, S, U>) -> Pack<T, S, U>;
    /// Its slope at `z`.
    fn prime<T: Real, S: Simd, const U: usize>(self, z: Pack<T, S, U>) -> Pack<T, S, U>;
    /// Its slope, where `a` is the output.
    fn prime_from_output<T: Real, S: Simd, const U: usize>(self, a: Pack<T, S, U>)
    -> Pack<T, S, U>;
}

/// What is left of a number in the formulas.
struct Reduced<T: Real, S: Simd, const U: usize> {
    /// `p`, times the unit.
    p: Pack<T, S, U>,
    /// `q - 2`, times the unit.
    w: Pack<T, S, U>,
    /// `2^-k`, times the power of two that the shifter asks for.
    power: Pack<T, S, U>,
}

/// Finds `p`, `q` and `k` of `x / unit`; the unit is 1 or a power of two.
#[inline(always)]
fn reduce<T: Real, S: Simd, const U: usize>(
    x: Pack<T, S, U>,
    unit: T,
    shifter: T,
) -> Reduced<T, S, U> {
    let shifter = x.constant(shifter);
    let rounded = x.mul_add(x.constant(-T::LOG2_E / unit), shifter);
    let minus_k = rounded - shifter;
    let p = minus_k.mul_add(x.constant(T::LN_2_HIGH * unit), x);
    let p = minus_k.mul_add(x.constant(T::LN_2_LOW * unit), p);
    let square = p * p;
    let mut w = x.constant(T::default());
    for (i, &coefficient) in T::Q.iter().enumerate() {
        let mut coefficient = coefficient * unit;
        for _ in 0..T::Q.len() - i {
            coefficient /= unit * unit;
        }
        w = if i == 0 {
            x.constant(coefficient)
        } else {
            w.mul_add(square, x.constant(coefficient))
        };
    }
    Reduced { p, w: w * square, power: rounded.lowest_bits_as_exponent() }
}

/// `factor / (1 + e^-x) = factor (q + p) / ((q + p) + 2^-k (q - p))`; the factor is 1, 2 or 4.
///
/// Both sides of the fraction are multiplied by a small power of two, so that `2^-k` stays finite
/// as far as the result is not 0: subnormal results are as good as any other.
///
/// Rounding `q + p` and `q - p` would each cost half a unit in the last place. The first loss is
/// known (`lost`) and put back below the line, where it does the same to the fraction; `q - p` is
/// never formed at all: its 2 joins the rest in the very last addition.
#[inline(always)]
fn sigmoid<T: Real, S: Simd, const U: usize>(x: Pack<T, S, U>, factor: u8) -> Pack<T, S, U> {
    let (lowest, highest) = T::SIGMOID_RANGE;
    let x = x.at_most(highest).at_least(lowest);
    let Reduced { p, w, power } = reduce(x, T::from(1_u8), T::SHIFTER - T::GUARD_BITS);
    let two = x.constant(T::from(2_u8));
    let (above_two, below_two) = (w + p, w - p);
    let sum = two + above_two;
    let lost = (two - sum) + above_two;
    let guarded = sum * x.constant(T::GUARD);
    let rest = power.mul_add(below_two - lost, guarded);
    let numerator =
        if factor == 1 { guarded } else { sum * x.constant(T::GUARD * T::from(factor)) };
    numerator / (rest + (power + power))
}

/// `tanh(|x|) = ((s - 1) q - (s + 1) p) / ((s + 1) q - (s - 1) p)` with `-2|x| = k ln 2 + p` and
/// `s = 2^-k`; no term cancels, and near 0, where `s = 1`, it is `-p / q`.
///
/// With `q = 2 + w`, and everything times `-1/2`, so that `|x|` itself can be reduced. What the
/// numerator loses to rounding is put back below the line, as in [`sigmoid`].
#[inline(always)]
fn tanh<T: Real, S: Simd, const U: usize>(x: Pack<T, S, U>) -> Pack<T, S, U> {
    let unit = T::from(-1_i8) / T::from(2_i8);
    let Reduced { p, w, power } = reduce(x.abs().at_most(T::TANH_LIMIT), unit, T::SHIFTER);
    let one = x.constant(T::from(1_u8));
    let (less, more) = (power - one, power + one);
    let inner = more.mul_sub(p, less * w);
    let above = less + inner;
    let lost = (less - above) + inner;
    let below = more + (less.mul_sub(p - w, w + w) - lost);
    (above / below).copysign(x)
}

/// `1 / (1 + e^-z)`.
#[derive(Clone, Copy)]
pub(super) struct Sigmoid;

impl Function for Sigmoid {
    #[inline(always)]
    fn forward<T: Real, S: Simd, const U: usize>(self, z: Pack<T, S, U>) -> Pack<T, S, U> {
        sigmoid(z, 1)
    }

    /// The slope is even, and `1 - a` loses nothing while `a` is at most one half.
    #[inline(always)]
    fn prime<T: Real, S: Simd, const U: usize>(self, z: Pack<T, S, U>) -> Pack<T, S, U> {
        self.prime_from_output(sigmoid(-z.abs(), 1))
    }

    /// `a (1 - a)`.
    #[inline(always)]
    fn prime_from_output<T: Real, S: Simd, const U: usize>(
        self,
        a: Pack<T, S, U>,
    ) -> Pack<T, S, U> {
        (-a).mul_add(a, a)
    }
}

/// `(e^z - e^-z) / (e^z + e^-z)`.
#[derive(Clone, Copy)]
pub(super) struct Tanh;

impl Function for Tanh {
    #[inline(always)]
    fn forward<T: Real, S: Simd, const U: usize>(self, z: Pack<T, S, U>) -> Pack<T, S, U> {
        tanh(z)
    }

    /// `1 - tanh(z)^2 = 4 sigmoid'(2 z)`, which keeps its digits where `tanh` has become 1.
    #[inline(always)]
    fn prime<T: Real, S: Simd, const U: usize>(self, z: Pack<T, S, U>) -> Pack<T, S, U> {
        let four = sigmoid(z.abs() * z.constant(T::from(-2_i8)), 4);
        let quarter = four * z.constant(T::from(1_u8) / T::from(4_u8));
        (-four).mul_add(quarter, four)
    }

    /// `1 - a^2`.
    #[inline(always)]
    fn prime_from_output<T: Real, S: Simd, const U: usize>(
        self,
        a: Pack<T, S, U>,
    ) -> Pack<T, S, U> {
        (-a).mul_add(a, a.constant(T::from(1_u8)))
    }
}

/// `z` where it is positive, else `negative_slope * z`; with a slope of 1 this is the identity.
#[derive(Clone, Copy)]
pub(super) struct Leaky {
    /// The slope at 0 and below, at most 1.
    pub(super) negative_slope: f64,
}

impl Function for Leaky {
    #[inline(always)]
    fn forward<T: Real, S: Simd, const U: usize>(self, z: Pack<T, S, U>) -> Pack<T, S, U> {
        z.or_larger(z * z.constant(T::from_f64(self.negative_slope)))
    }

    /// At the kink itself the slope is that of the left side.
    #[inline(always)]
    fn prime<T: Real, S: Simd, const U: usize>(self, z: Pack<T, S, U>) -> Pack<T, S, U> {
        let slope = z.constant(T::from_f64(self.negative_slope));
        z.by_sign(slope, z.constant(T::from(1_u8)))
    }

    /// The output has the sign of the input, so the slope can be read off either.
    #[inline(always)]
    fn prime_from_output<T: Real, S: Simd, const U: usize>(
        self,
        a: Pack<T, S, U>,
    ) -> Pack<T, S, U> {
        self.prime(a)
    }
}

/// `max(0, z)`: not [`Leaky`] with a slope of 0, for `0 * -inf` is NaN and `0 * -1` is `-0`.
#[derive(Clone, Copy)]
pub(super) struct Relu;

impl Function for Relu {
    #[inline(always)]
    fn forward<T: Real, S: Simd, const U: usize>(self, z: Pack<T, S, U>) -> Pack<T, S, U> {
        let zero = T::default();
        // Of two zeros the larger may be the negative one; the sum is not.
        z.at_least(zero) + z.constant(zero)
    }

    /// At 0 the slope is 0, as the frameworks have it.
    #[inline(always)]
    fn prime<T: Real, S: Simd, const U: usize>(self, z: Pack<T, S, U>) -> Pack<T, S, U> {
        Leaky { negative_slope: 0.0 }.prime(z)
    }

    #[inline(always)]
    fn prime_from_output<T: Real, S: Simd, const U: usize>(
        self,
        a: Pack<T, S, U>,
    ) -> Pack<T, S, U> {
        self.prime(a)
    }
}

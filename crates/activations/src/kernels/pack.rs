//! Several vectors that go through a formula side by side.

use super::real::Real;
use fearless_simd::prelude::*;
use std::ops::{Add, Div, Mul, Neg, Sub};

/// `U` vectors of the widest kind, treated as one number in a formula.
///
/// One vector alone leaves the arithmetic units idle while it waits for its own previous step:
/// every operation below is written out for all `U`, so that they fill each other's gaps.
#[derive(Clone, Copy)]
pub(super) struct Pack<T: Real, S: Simd, const U: usize> {
    simd: S,
    vectors: [T::Native<S>; U],
}

impl<T: Real, S: Simd, const U: usize> Pack<T, S, U> {
    /// Numbers in a pack.
    pub(super) const LEN: usize = U * T::Native::<S>::LEN;

    /// A pack of which every number is `value`.
    #[inline(always)]
    pub(super) fn splat(simd: S, value: T) -> Self {
        Self { simd, vectors: [T::Native::<S>::splat(simd, value); U] }
    }

    /// The numbers of `slice`, which must be [`Pack::LEN`] of them.
    #[inline(always)]
    pub(super) fn load(simd: S, slice: &[T]) -> Self {
        let mut pack = Self::splat(simd, T::default());
        for (vector, part) in pack.vectors.iter_mut().zip(slice.chunks_exact(T::Native::<S>::LEN)) {
            *vector = T::Native::<S>::from_slice(simd, part);
        }
        pack
    }

    /// Writes the numbers to `slice`, which must have room for exactly [`Pack::LEN`].
    #[inline(always)]
    pub(super) fn store(self, slice: &mut [T]) {
        for (vector, part) in self.vectors.iter().zip(slice.chunks_exact_mut(T::Native::<S>::LEN)) {
            vector.store_slice(part);
        }
    }

    /// The vectors.
    #[inline(always)]
    pub(super) fn vectors(self) -> [T::Native<S>; U] {
        self.vectors
    }

    /// The numbers of the first vector.
    #[inline(always)]
    pub(super) fn first_mut(&mut self) -> &mut [T] {
        self.vectors[0].as_mut_slice()
    }

    /// The same constant for every number.
    #[inline(always)]
    pub(super) fn constant(self, value: T) -> Self {
        Self::splat(self.simd, value)
    }

    #[inline(always)]
    fn each(mut self, f: impl Fn(T::Native<S>) -> T::Native<S>) -> Self {
        for vector in &mut self.vectors {
            *vector = f(*vector);
        }
        self
    }

    #[inline(always)]
    fn zip(mut self, other: Self, f: impl Fn(T::Native<S>, T::Native<S>) -> T::Native<S>) -> Self {
        for i in 0..U {
            self.vectors[i] = f(self.vectors[i], other.vectors[i]);
        }
        self
    }

    /// `self * factor + term`, rounded once where the machine can.
    #[inline(always)]
    pub(super) fn mul_add(mut self, factor: Self, term: Self) -> Self {
        for i in 0..U {
            self.vectors[i] = self.vectors[i].mul_add(factor.vectors[i], term.vectors[i]);
        }
        self
    }

    /// `self * factor - term`, rounded once where the machine can.
    #[inline(always)]
    pub(super) fn mul_sub(mut self, factor: Self, term: Self) -> Self {
        for i in 0..U {
            self.vectors[i] = self.vectors[i].mul_sub(factor.vectors[i], term.vectors[i]);
        }
        self
    }

    /// The absolute values.
    #[inline(always)]
    pub(super) fn abs(self) -> Self {
        self.each(
            #[inline(always)]
            |v| v.abs(),
        )
    }

    /// The magnitudes of `self` with the signs of `sign`.
    #[inline(always)]
    pub(super) fn copysign(self, sign: Self) -> Self {
        self.zip(
            sign,
            #[inline(always)]
            |v, s| v.copysign(s),
        )
    }

    /// The smaller of each number and `limit`; NaN stays NaN.
    ///
    /// The bare instruction returns its second operand when one is NaN (x86) or the NaN (ARM,
    /// WASM); the scalar fallback drops a NaN and needs the comparison.
    #[inline(always)]
    pub(super) fn at_most(self, limit: T) -> Self {
        let bound = T::Native::<S>::splat(self.simd, limit);
        if self.simd.level().is_fallback() {
            return self.each(
                #[inline(always)]
                |v| v.simd_gt(bound).select(bound, v),
            );
        }
        self.each(
            #[inline(always)]
            |v| bound.min(v),
        )
    }

    /// The larger of each number and `limit`; NaN stays NaN.
    #[inline(always)]
    pub(super) fn at_least(self, limit: T) -> Self {
        self.or_larger(self.constant(limit))
    }

    /// The larger of each number and that of `other`, which may be NaN only where the number is;
    /// NaN stays NaN.
    ///
    /// Where this is a choice between a number just loaded and another, and the result goes back to
    /// its place, the bare instruction is more than shorter: the compiler makes a masked store of
    /// such a choice, which some machines take ten times as long for.
    #[inline(always)]
    pub(super) fn or_larger(self, other: Self) -> Self {
        if self.simd.level().is_fallback() {
            return self.zip(
                other,
                #[inline(always)]
                |v, o| v.simd_lt(o).select(o, v),
            );
        }
        self.zip(
            other,
            #[inline(always)]
            |v, o| o.max(v),
        )
    }

    /// Where a number is 0 or less, that of `otherwise`; where it is positive, that of `positive`;
    /// NaN stays NaN.
    #[inline(always)]
    pub(super) fn by_sign(self, otherwise: Self, positive: Self) -> Self {
        let mut out = self;
        for i in 0..U {
            let v = self.vectors[i];
            let zero = T::Native::<S>::splat(self.simd, T::default());
            let chosen = v.simd_le(zero).select(otherwise.vectors[i], v);
            out.vectors[i] = v.simd_gt(zero).select(positive.vectors[i], chosen);
        }
        out
    }

    /// `2^n` where the lowest bits of `self` hold `n` plus the exponent's bias.
    #[inline(always)]
    pub(super) fn lowest_bits_as_exponent(self) -> Self {
        self.each(
            #[inline(always)]
            |v| T::Native::<S>::from_bits(v.to_bits() << T::FRACTION_BITS),
        )
    }
}

macro_rules! operator {
    ($trait:ident, $method:ident, $op:tt) => {
        impl<T: Real, S: Simd, const U: usize> $trait for Pack<T, S, U> {
            type Output = Self;

            #[inline(always)]
            fn $method(self, other: Self) -> Self {
                self.zip(other, #[inline(always)] |a, b| a $op b)
            }
        }
    };
}

operator!(Add, add, +);
operator!(Sub, sub, -);
operator!(Mul, mul, *);
operator!(Div, div, /);

impl<T: Real, S: Simd, const U: usize> Neg for Pack<T, S, U> {
    type Output = Self;

    #[inline(always)]
    fn neg(self) -> Self {
        self.each(
            #[inline(always)]
            |v| -v,
        )
    }
}

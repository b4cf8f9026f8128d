//! The two number types, and the constants in which their kernels differ.

use super::stream::Streamed;
use fearless_simd::prelude::*;

/// A floating-point type the kernels run on: `f32` or `f64`.
///
/// The constants parametrise one formula for both types; [`super::functions`] tells what they mean.
pub trait Real: SimdFloatElement + Streamed + Send + Sync + 'static {
    /// `log2(e)`.
    const LOG2_E: Self;
    /// The upper part of `ln 2`, short enough that a multiple by any exponent is exact.
    const LN_2_HIGH: Self;
    /// What is missing from [`Real::LN_2_HIGH`].
    const LN_2_LOW: Self;
    /// `1.5 * 2^p` with p the bits of the fraction: adding it rounds to an integer and leaves that
    /// integer in the lowest bits. The exponent's bias is added to it.
    const SHIFTER: Self;
    /// Bits of the fraction.
    const FRACTION_BITS: u32;
    /// Coefficients of `q(p) - 2 = p * coth(p / 2) - 2` in powers of `p^2`, highest first, to `p^2`
    /// itself: the minimax polynomial for `|p| <= ln(2) / 2`.
    const Q: &'static [Self];
    /// A power of two that keeps the largest `e^-x` of the sigmoid finite: `2^-GUARD_BITS`.
    const GUARD: Self;
    /// The exponent of [`Real::GUARD`], negated, as a number.
    const GUARD_BITS: Self;
    /// Where the sigmoid has become 1 and below which it has become 0.
    const SIGMOID_RANGE: (Self, Self);
    /// Where the hyperbolic tangent has become 1.
    const TANH_LIMIT: Self;

    /// The nearest number of this type.
    fn from_f64(value: f64) -> Self;
}

impl Real for f64 {
    const LOG2_E: Self = std::f64::consts::LOG2_E;
    const LN_2_HIGH: Self = 0.693_147_180_369_123_8;
    const LN_2_LOW: Self = 1.908_214_929_270_587_7e-10;
    const SHIFTER: Self = 6_755_399_441_055_744.0 + 1023.0;
    const FRACTION_BITS: u32 = 52;
    const Q: &'static [Self] = &[
        4.143_766_280_402_429e-8,
        -1.653_406_003_383_645_6e-6,
        6.613_756_471_622_828e-5,
        -2.777_777_777_756_440_2e-3,
        0.166_666_666_666_666_6,
    ];
    const GUARD: Self = 1.0 / 1_152_921_504_606_846_976.0;
    const GUARD_BITS: Self = 60.0;
    const SIGMOID_RANGE: (Self, Self) = (-748.0, 40.0);
    const TANH_LIMIT: Self = 20.0;

    fn from_f64(value: f64) -> Self {
        value
    }
}

impl Real for f32 {
    const LOG2_E: Self = std::f32::consts::LOG2_E;
    // 355 / 512: ten bits.
    const LN_2_HIGH: Self = 355.0 / 512.0;
    const LN_2_LOW: Self = -2.121_944_4e-4;
    const SHIFTER: Self = 12_582_912.0 + 127.0;
    const FRACTION_BITS: u32 = 23;
    const Q: &'static [Self] = &[-2.769_853e-3, 0.166_666_55];
    const GUARD: Self = 1.0 / 1_073_741_824.0;
    const GUARD_BITS: Self = 30.0;
    const SIGMOID_RANGE: (Self, Self) = (-107.0, 20.0);
    const TANH_LIMIT: Self = 10.0;

    #[allow(clippy::cast_possible_truncation, reason = "the nearest one is what is asked for")]
    fn from_f64(value: f64) -> Self {
        value as Self
    }
}

//! Stores that bypass the caches: the one thing here that safe code cannot say.
//!
//! An ordinary store first fetches the line it writes to. For an output larger than the caches
//! that is a third of the traffic, which these stores save; for a smaller one they are a loss,
//! since whoever reads the output next finds it in memory only.

use fearless_simd::prelude::*;

/// The widest alignment such a store asks for, in bytes.
const BOUNDARY: usize = 64;

/// How many numbers to skip until the address is a multiple of [`BOUNDARY`].
pub(super) fn to_boundary<T>(slice: &[T]) -> usize {
    slice.as_ptr().align_offset(BOUNDARY)
}

/// Writes `vector` to `to`, past the caches where the machine can.
///
/// # Panics
///
/// Panics if `to` is not as long as the vector, or not aligned like [`to_boundary`] says.
#[inline(always)]
pub(super) fn store<T: SimdFloatElement + Streamed, S: Simd>(vector: T::Native<S>, to: &mut [T]) {
    if !T::store_past_caches(vector.token(), vector.as_slice(), to) {
        vector.store_slice(to);
    }
}

/// Makes the stores so far visible to whom the caller hands the data, as ordinary ones are.
#[inline(always)]
#[allow(unused_variables, reason = "other machines have no such store")]
pub(super) fn finish(simd: impl Simd) {
    #[cfg(target_arch = "x86_64")]
    if let Some(avx2) = simd.level().as_avx2() {
        x86::fence(avx2);
    }
}

/// A number type of which whole vectors can be written past the caches.
pub trait Streamed: Sized {
    /// Writes `lanes` to `to`; false if the machine cannot, and nothing was written.
    #[doc(hidden)]
    fn store_past_caches<S: Simd>(simd: S, lanes: &[Self], to: &mut [Self]) -> bool;
}

macro_rules! streamed {
    ($type:ty, $wide:ident $by_wide:ident, $half:ident $by_half:ident) => {
        impl Streamed for $type {
            #[inline(always)]
            #[allow(unused_variables, reason = "other machines have no such store")]
            fn store_past_caches<S: Simd>(simd: S, lanes: &[Self], to: &mut [Self]) -> bool {
                #[cfg(target_arch = "x86_64")]
                {
                    use fearless_simd::{$half, $wide};
                    let whole = "a whole vector is written";
                    // The level is known where this is compiled: no branch remains.
                    if let Some(avx512) = simd.level().as_avx512() {
                        let lanes = $wide::from_slice(avx512, lanes);
                        x86::$by_wide(avx512, lanes, to.try_into().expect(whole));
                        return true;
                    }
                    if let Some(avx2) = simd.level().as_avx2() {
                        let lanes = $half::from_slice(avx2, lanes);
                        x86::$by_half(avx2, lanes, to.try_into().expect(whole));
                        return true;
                    }
                }
                false
            }
        }
    };
}

streamed!(f32, f32x16 stream_f32x16, f32x8 stream_f32x8);
streamed!(f64, f64x8 stream_f64x8, f64x4 stream_f64x4);

/// The instructions themselves.
#[cfg(target_arch = "x86_64")]
mod x86 {
    use fearless_simd::x86::{Avx2, Avx512};
    use fearless_simd::{f32x8, f32x16, f64x4, f64x8};
    use std::arch::x86_64::{
        _mm_sfence, _mm256_stream_pd, _mm256_stream_ps, _mm512_stream_pd, _mm512_stream_ps,
    };

    macro_rules! stream {
        ($name:ident, $level:ident, $vector:ident, $type:ty, $lanes:literal, $call:ident) => {
            fearless_simd::kernel!(
                #[inline(always)]
                #[allow(unsafe_code, reason = "the instruction takes a bare pointer")]
                pub(super) fn $name(
                    token: $level,
                    vector: $vector<$level>,
                    to: &mut [$type; $lanes],
                ) {
                    let _ = token;
                    assert!(to.as_ptr().addr() % size_of_val(to) == 0, "not at a boundary");
                    // SAFETY: `to` is borrowed exclusively, as long as the vector, and aligned.
                    unsafe { $call(to.as_mut_ptr(), vector.into()) };
                }
            );
        };
    }

    fearless_simd::kernel!(
        #[inline(always)]
        #[allow(unsafe_code, unused_unsafe, reason = "newer compilers than 1.89 call it safe")]
        pub(super) fn fence(token: Avx2) {
            let _ = token;
            // SAFETY: it has no operands, and every processor with AVX2 has it.
            unsafe { _mm_sfence() };
        }
    );

    stream!(stream_f32x16, Avx512, f32x16, f32, 16, _mm512_stream_ps);
    stream!(stream_f64x8, Avx512, f64x8, f64, 8, _mm512_stream_pd);
    stream!(stream_f32x8, Avx2, f32x8, f32, 8, _mm256_stream_ps);
    stream!(stream_f64x4, Avx2, f64x4, f64, 4, _mm256_stream_pd);
}

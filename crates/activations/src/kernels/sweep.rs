//! Loops over slices: blocks of [`UNROLL`] vectors, then single vectors, then a padded last one.

use super::{functions::Function, pack::Pack, real::Real, stream};
use fearless_simd::prelude::*;

/// Vectors in flight: enough to fill the arithmetic units, few enough to stay in registers.
pub(super) const UNROLL: usize = 3;

/// Something done to every number on its own.
pub(super) trait Each: Copy + Send + Sync {
    /// The result for each number of `x`.
    fn apply<T: Real, S: Simd, const U: usize>(self, x: Pack<T, S, U>) -> Pack<T, S, U>;
}

/// A function's value.
#[derive(Clone, Copy)]
pub(super) struct Forward<F>(pub(super) F);
/// A function's slope, from its input.
#[derive(Clone, Copy)]
pub(super) struct Prime<F>(pub(super) F);
/// A function's slope, from its output.
#[derive(Clone, Copy)]
pub(super) struct PrimeFromOutput<F>(pub(super) F);

macro_rules! each {
    ($wrapper:ident, $method:ident) => {
        impl<F: Function> Each for $wrapper<F> {
            #[inline(always)]
            fn apply<T: Real, S: Simd, const U: usize>(self, x: Pack<T, S, U>) -> Pack<T, S, U> {
                self.0.$method(x)
            }
        }
    };
}

each!(Forward, forward);
each!(Prime, prime);
each!(PrimeFromOutput, prime_from_output);

/// A vector of the numbers in `slice`, which may be too few; the others are 0.
#[inline(always)]
fn load<T: Real, S: Simd>(simd: S, slice: &[T]) -> Pack<T, S, 1> {
    if slice.len() == Pack::<T, S, 1>::LEN {
        return Pack::load(simd, slice);
    }
    let mut pack = Pack::splat(simd, T::default());
    pack.first_mut()[..slice.len()].copy_from_slice(slice);
    pack
}

/// Writes as many numbers as `slice` has room for.
#[inline(always)]
fn store<T: Real, S: Simd>(pack: Pack<T, S, 1>, slice: &mut [T]) {
    if slice.len() == Pack::<T, S, 1>::LEN {
        return pack.store(slice);
    }
    let [vector] = pack.vectors();
    slice.copy_from_slice(&vector.as_slice()[..slice.len()]);
}

/// `to[i] = f(from[i])`.
#[inline(always)]
pub(super) fn map<T: Real, S: Simd>(simd: S, f: impl Each, from: &[T], to: &mut [T]) {
    let block = Pack::<T, S, UNROLL>::LEN;
    let (mut from, mut to) = (from.chunks_exact(block), to.chunks_exact_mut(block));
    for (x, y) in from.by_ref().zip(to.by_ref()) {
        f.apply(Pack::<T, S, UNROLL>::load(simd, x)).store(y);
    }
    let width = Pack::<T, S, 1>::LEN;
    for (x, y) in from.remainder().chunks(width).zip(to.into_remainder().chunks_mut(width)) {
        store(f.apply(load(simd, x)), y);
    }
}

/// `f(from[i])` at the end of `to`.
#[inline(always)]
pub(super) fn append<T: Real, S: Simd>(simd: S, f: impl Each, from: &[T], to: &mut Vec<T>) {
    let mut blocks = from.chunks_exact(Pack::<T, S, UNROLL>::LEN);
    for x in blocks.by_ref() {
        for vector in f.apply(Pack::<T, S, UNROLL>::load(simd, x)).vectors() {
            to.extend_from_slice(vector.as_slice());
        }
    }
    for x in blocks.remainder().chunks(Pack::<T, S, 1>::LEN) {
        let [vector] = f.apply(load(simd, x)).vectors();
        to.extend_from_slice(&vector.as_slice()[..x.len()]);
    }
}

/// `data[i] = f(data[i])`.
#[inline(always)]
pub(super) fn map_in_place<T: Real, S: Simd>(simd: S, f: impl Each, data: &mut [T]) {
    let mut blocks = data.chunks_exact_mut(Pack::<T, S, UNROLL>::LEN);
    for x in blocks.by_ref() {
        f.apply(Pack::<T, S, UNROLL>::load(simd, x)).store(x);
    }
    for x in blocks.into_remainder().chunks_mut(Pack::<T, S, 1>::LEN) {
        store(f.apply(load(simd, x)), x);
    }
}

/// `data[i] *= f(from[i])`.
#[inline(always)]
pub(super) fn multiply<T: Real, S: Simd>(simd: S, f: impl Each, from: &[T], data: &mut [T]) {
    let block = Pack::<T, S, UNROLL>::LEN;
    let (mut from, mut data) = (from.chunks_exact(block), data.chunks_exact_mut(block));
    for (x, y) in from.by_ref().zip(data.by_ref()) {
        (Pack::load(simd, y) * f.apply(Pack::<T, S, UNROLL>::load(simd, x))).store(y);
    }
    let width = Pack::<T, S, 1>::LEN;
    for (x, y) in from.remainder().chunks(width).zip(data.into_remainder().chunks_mut(width)) {
        store(load(simd, y) * f.apply(load(simd, x)), y);
    }
}

/// `a[i] = f(z[i])` and `prime[i] = f'(z[i])`, the latter from `a[i]`.
#[inline(always)]
pub(super) fn with_prime<T: Real, S: Simd>(
    simd: S,
    f: impl Function,
    z: &[T],
    a: &mut [T],
    prime: &mut [T],
) {
    let block = Pack::<T, S, UNROLL>::LEN;
    let (mut z, mut a) = (z.chunks_exact(block), a.chunks_exact_mut(block));
    let mut prime = prime.chunks_exact_mut(block);
    for ((x, y), d) in z.by_ref().zip(a.by_ref()).zip(prime.by_ref()) {
        let out = f.forward(Pack::<T, S, UNROLL>::load(simd, x));
        out.store(y);
        f.prime_from_output(out).store(d);
    }
    let width = Pack::<T, S, 1>::LEN;
    let rest = z.remainder().chunks(width).zip(a.into_remainder().chunks_mut(width));
    for ((x, y), d) in rest.zip(prime.into_remainder().chunks_mut(width)) {
        let out = f.forward(load(simd, x));
        store(out, y);
        store(f.prime_from_output(out), d);
    }
}

/// [`map`] past the caches: the results go straight to memory.
#[inline(always)]
pub(super) fn stream<T: Real, S: Simd>(simd: S, f: impl Each, from: &[T], to: &mut [T]) {
    let head = stream::to_boundary(to).min(to.len());
    let (from_head, from) = from.split_at(head);
    let (to_head, to) = to.split_at_mut(head);
    map(simd, f, from_head, to_head);
    let block = Pack::<T, S, UNROLL>::LEN;
    let (mut from, mut to) = (from.chunks_exact(block), to.chunks_exact_mut(block));
    for (x, y) in from.by_ref().zip(to.by_ref()) {
        let pack = f.apply(Pack::<T, S, UNROLL>::load(simd, x));
        let width = Pack::<T, S, 1>::LEN;
        for (vector, part) in pack.vectors().into_iter().zip(y.chunks_exact_mut(width)) {
            stream::store::<T, S>(vector, part);
        }
    }
    stream::finish(simd);
    map(simd, f, from.remainder(), to.into_remainder());
}

//! The limit that memory sets: no activation is faster than copying the input, or, in place, than
//! scaling it.

use crate::{
    buffer::Sizes,
    forms::{self, Form, Threads, type_name},
    measure::Group,
};
use activations::{Activation, Kernel, kernels::Real};
use criterion::Criterion;
use fearless_simd::{Level, dispatch};
use rayon::prelude::*;
use std::hint::black_box;

fn copy<T: Real>(threads: Threads) -> Form<T> {
    Form::new("copy", threads, move |z, out| match threads {
        Threads::Serial => out.copy_from_slice(z),
        _ => share(z, out, |z, out| out.copy_from_slice(z)),
    })
}

/// Writes without reading what is overwritten: the roof of the kernels that stream.
fn stream<T: Real>(threads: Threads) -> Form<T> {
    let kernel = Kernel::forward(Activation::Identity).streaming();
    forms::kernel(kernel, threads).named("copy past the caches")
}

fn scale<T: Real + std::ops::MulAssign>(threads: Threads) -> Form<T> {
    Form::new("scale in place", threads, move |z, out| match threads {
        Threads::Serial => scale_all(out),
        _ => share(z, out, |_, out| scale_all(out)),
    })
}

/// Gives every thread its half, or its part, at once: no scheduling in the way.
fn share<T: Real>(z: &[T], out: &mut [T], each: impl Fn(&[T], &mut [T]) + Sync) {
    let part = z.len().div_ceil(rayon::current_num_threads()).next_multiple_of(64);
    z.par_chunks(part).zip(out.par_chunks_mut(part)).for_each(|(z, out)| each(z, out));
}

/// By 1, which the compiler must not know: the numbers stay in range however often it is done.
fn scale_all<T: Real + std::ops::MulAssign>(data: &mut [T]) {
    let factor = black_box(T::from_f64(1.0));
    dispatch!(Level::new(), _ => data.iter_mut().for_each(#[inline(always)] |x| *x *= factor));
}

/// The group: copying, copying past the caches and scaling in place, on one thread and on all.
pub fn group<T: Real + Into<f64> + std::ops::MulAssign>(criterion: &mut Criterion) {
    let name = format!("roof {}", type_name::<T>());
    let mut group = Group::new(criterion, &name, Sizes::All, 2);
    for threads in [Threads::Serial, Threads::Rayon] {
        for form in [copy::<T>(threads), stream(threads)] {
            group.time(&form, Sizes::All, |z| z);
        }
        group.time_unchecked(&scale(threads), Sizes::All);
    }
}

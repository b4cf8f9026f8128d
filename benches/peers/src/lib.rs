//! The kernels behind a C interface: what `compare.py` calls in its own process, on the arrays
//! that NumPy, PyTorch, JAX and the others work on.

#![allow(unsafe_code, reason = "a C interface hands over bare pointers")]

pub mod training;

use activations::{Activation, Kernel, NEGATIVE_SLOPE, kernels::Real};
use ndarray::ArrayView1;
use rayon::ThreadPoolBuilder;
use std::hint::black_box;
use std::slice::{from_raw_parts, from_raw_parts_mut};

/// All threads share the work.
const PARALLEL: u32 = 1;
/// Results go past the caches.
const STREAMING: u32 = 2;
/// The solution, number by number, instead of a kernel.
const TEXTBOOK: u32 = 4;

/// What `operation` stands for in `compare.py`.
fn kernel(operation: u32, flags: u32) -> Option<Kernel> {
    let kernel = match operation {
        0 => Kernel::forward(Activation::Sigmoid),
        1 => Kernel::forward(Activation::Tanh),
        2 => Kernel::forward(Activation::Relu),
        3 => Kernel::forward(Activation::LeakyRelu),
        4 => Kernel::prime_from_output(Activation::Sigmoid),
        5 => Kernel::prime_from_output(Activation::Tanh),
        6 => Kernel::forward(Activation::Identity),
        _ => return None,
    };
    let kernel = if flags & PARALLEL == 0 { kernel } else { kernel.parallel() };
    Some(if flags & STREAMING == 0 { kernel } else { kernel.streaming() })
}

/// `to[i] = f(from[i])` with the solution's function; false for an unknown operation.
fn textbook(operation: u32, from: &[f64], to: &mut [f64]) -> bool {
    match operation {
        0 => each(from, to, solution_activations::sigmoid),
        1 => each(from, to, solution_activations::tanh),
        2 => each(from, to, solution_activations::relu),
        3 => each(from, to, |z| solution_activations::leaky_relu(z, NEGATIVE_SLOPE)),
        4 => each(from, to, solution_activations::sigmoid_prime_from_a),
        5 => each(from, to, solution_activations::tanh_prime_from_a),
        6 => to.copy_from_slice(from),
        _ => return false,
    }
    true
}

fn each(from: &[f64], to: &mut [f64], f: impl Fn(f64) -> f64) {
    for (to, &from) in to.iter_mut().zip(from) {
        *to = f(from);
    }
}

/// `to[i] = f(from[i])`, in place where both are one; 0, or 1 for an unknown operation. Without a
/// `to` the result is a new array, as [`Kernel::apply`] makes it, and is dropped.
///
/// # Safety
///
/// `from` and `to` each hold `count` numbers, `to` writable. They are the same or do not overlap, or
/// `to` is null.
unsafe fn run<T: Real>(op: u32, flags: u32, from: *const T, to: *mut T, count: usize) -> i32 {
    let Some(kernel) = kernel(op, flags) else { return 1 };
    if to.is_null() {
        // SAFETY: as the caller of this function promises.
        let from = unsafe { from_raw_parts(from, count) };
        drop(black_box(kernel.apply(&ArrayView1::from(from))));
        return 0;
    }
    // SAFETY: as the caller of this function promises; `from` is not used if it is `to`.
    let out = unsafe { from_raw_parts_mut(to, count) };
    if from == to.cast_const() {
        kernel.map_in_place(out);
    } else {
        // SAFETY: as above.
        kernel.map(unsafe { from_raw_parts(from, count) }, out);
    }
    0
}

/// An operation on `f64`: see [`run`]. With the flag `TEXTBOOK` the solution does it.
///
/// # Safety
///
/// As of [`run`].
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gradlings_f64(
    operation: u32,
    flags: u32,
    from: *const f64,
    to: *mut f64,
    count: usize,
) -> i32 {
    if flags & TEXTBOOK == 0 {
        // SAFETY: as the caller promises.
        return unsafe { run(operation, flags, from, to, count) };
    }
    // SAFETY: as the caller promises; in place is not asked of the textbook.
    let (from, to) = unsafe { (from_raw_parts(from, count), from_raw_parts_mut(to, count)) };
    i32::from(!textbook(operation, from, to))
}

/// An operation on `f32`: see [`run`].
///
/// # Safety
///
/// As of [`run`].
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gradlings_f32(
    operation: u32,
    flags: u32,
    from: *const f32,
    to: *mut f32,
    count: usize,
) -> i32 {
    // SAFETY: as the caller promises.
    unsafe { run(operation, flags, from, to, count) }
}

/// Makes the calling thread one of the `threads` of rayon's pool, as a training loop in the pool
/// would be; 0, or 1 if there is a pool already.
#[unsafe(no_mangle)]
pub extern "C" fn gradlings_threads(threads: usize) -> i32 {
    let pool = ThreadPoolBuilder::new().num_threads(threads).use_current_thread();
    i32::from(pool.build_global().is_err())
}

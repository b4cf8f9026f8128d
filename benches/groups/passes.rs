//! Slopes from `z` and from `a`; one pass against two; a fresh output under the system's allocator.

use activations::{Activation, Kernel};
use benches::{
    buffer::{Buffer, Sizes},
    check::{self, definition},
    forms::{self, Threads},
    measure::{self, Group, run},
    outputs,
};
use criterion::{BenchmarkId, Criterion, Throughput};
use std::hint::black_box;

/// The slope, in the form that loses nothing far from 0.
fn slope(activation: Activation, z: f64) -> f64 {
    let a = definition(activation, -z.abs());
    match activation {
        Activation::Sigmoid => a * (1.0 - a),
        _ => 4.0 * slope(Activation::Sigmoid, 2.0 * z),
    }
}

/// Textbook and kernel, from `z` and from `a`.
fn slopes_of(
    criterion: &mut Criterion,
    activation: Activation,
    from_z: impl Fn(f64) -> f64 + Send + Sync + 'static,
    from_a: impl Fn(f64) -> f64 + Copy + Send + Sync + 'static,
) {
    let name = format!("{} slope f64", forms::name(activation));
    let mut group = Group::new(criterion, &name, Sizes::Few, 2);
    group.time_unchecked(&forms::textbook_serial(from_z).named("textbook from z"), Sizes::Few);
    group.time_unchecked(&forms::textbook_serial(from_a).named("textbook from a"), Sizes::Few);
    for threads in [Threads::Serial, Threads::Rayon] {
        let form = forms::kernel(Kernel::prime(activation), threads).named("kernel from z");
        group.time(&form, Sizes::Few, |z| slope(activation, z));
        let form = forms::kernel(Kernel::prime_from_output(activation), threads);
        let form = form.named("kernel from a");
        check::check_on(&form, &outputs_of_sigmoid(), from_a);
        group.time_unchecked(&form, Sizes::Few);
    }
}

fn slopes(criterion: &mut Criterion) {
    use solution_activations as given;
    slopes_of(criterion, Activation::Sigmoid, given::sigmoid_prime, given::sigmoid_prime_from_a);
    slopes_of(criterion, Activation::Tanh, given::tanh_prime, given::tanh_prime_from_a);
}

/// Numbers between 0 and 1 of so few bits that `1 - a^2` is exact, as `a (1 - a)` is.
fn outputs_of_sigmoid() -> Buffer<f64> {
    let mut outputs = Buffer::drawn(1000);
    outputs.get_mut().iter_mut().enumerate().for_each(|(i, a)| *a = i as f64 / 1024.0);
    outputs
}

/// A step over several slices, which is not a `Form`: a name, and a function of what it reads (`z` or
/// `a`) and of the two slices that it may write.
type Step = (&'static str, fn(Pair, &[f64], &mut [f64], &mut [f64]));

/// A function and its slope.
#[derive(Clone, Copy)]
struct Pair {
    tanh: Kernel,
    slope: Kernel,
}

/// `a` and its slope: with two passes, or with one.
const FORWARD: [Step; 2] = [
    ("two passes", |of, z, a, prime| {
        of.tanh.map(z, a);
        of.slope.map(a, prime);
    }),
    ("one pass", |of, z, a, prime| of.tanh.map_with_prime(z, a, prime)),
];

/// `dz = da * a'` in place of `da`: with a slice for the slopes, or without.
const BACKWARD: [Step; 2] = [
    ("two passes", |of, a, dz, prime| {
        of.slope.map(a, prime);
        dz.iter_mut().zip(prime).for_each(|(dz, prime)| *dz *= *prime);
    }),
    ("one pass", |of, a, dz, _| of.slope.multiply(a, dz)),
];

/// tanh and its slope from the output, on as many threads as `threads` says.
fn pair(threads: Threads) -> Pair {
    let tanh = Kernel::forward(Activation::Tanh);
    let slope = Kernel::prime_from_output(Activation::Tanh);
    match threads {
        Threads::Serial => Pair { tanh, slope },
        _ => Pair { tanh: tanh.parallel(), slope: slope.parallel() },
    }
}

/// Times both steps; `from` is what they read, `traffic` the slices that one pass moves.
fn steps(criterion: &mut Criterion, name: &str, steps: [Step; 2], from: f64, traffic: usize) {
    let mut group = criterion.benchmark_group(name);
    for &size in Sizes::Few.get() {
        let z = Buffer::<f64>::filled(size, from);
        let (mut a, mut prime) = (Buffer::filled(size, 0.5), Buffer::filled(size, 0.0));
        let elements = size as u64;
        let bytes = elements * 8 * traffic as u64;
        group.throughput(Throughput::ElementsAndBytes { elements, bytes });
        for (name, step) in steps {
            for threads in [Threads::Serial, Threads::Rayon] {
                let of = pair(threads);
                let id = BenchmarkId::new(format!("{name} {}", threads.name()), size);
                let (z, a, prime) = (z.get(), a.get_mut(), prime.get_mut());
                group.bench_function(id, |bencher| {
                    measure::time(bencher, threads, || step(of, black_box(z), a, prime));
                });
            }
        }
    }
}

/// Both forms of a step must give the same numbers.
fn agree(steps: [Step; 2]) {
    let z = Buffer::<f64>::drawn(1000);
    let [two_passes, one_pass] = steps.map(|(_, step)| {
        let (mut a, mut prime) = (vec![0.5; 1000], vec![0.0; 1000]);
        step(pair(Threads::Serial), z.get(), &mut a, &mut prime);
        a
    });
    assert_eq!(two_passes, one_pass, "two passes and one pass differ");
}

fn fused(criterion: &mut Criterion) {
    agree(FORWARD);
    agree(BACKWARD);
    steps(criterion, "fused a and slope f64", FORWARD, 0.3, 3);
    // From an output of 0 the slope is 1: however often it is applied, `dz` stays a usual number.
    steps(criterion, "fused dz f64", BACKWARD, 0.0, 3);
}

fn main() {
    run(&[slopes, fused, |criterion| outputs::group(criterion, "system")]);
}

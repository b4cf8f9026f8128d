//! Times forms with criterion.

use crate::{
    buffer::{Buffer, Sizes},
    check::check,
    forms::{Form, Threads},
    machine,
};
use activations::kernels::Real;
use criterion::{
    Bencher, BenchmarkGroup, BenchmarkId, Criterion, Throughput, measurement::WallTime,
};
use std::{
    hint::black_box,
    time::{Duration, Instant},
};

/// Criterion, configured so that all groups together take some ten minutes. The results, and a
/// description of the machine, go to where the report looks for them.
///
/// # Panics
///
/// Panics if the description of the machine cannot be written.
pub fn criterion() -> Criterion {
    let home = machine::results();
    if std::env::args().any(|argument| argument == "--bench") {
        machine::write_facts(&home).expect("the folder of the results can be written");
    }
    Criterion::default()
        .output_directory(&home)
        .sample_size(20)
        .warm_up_time(Duration::from_millis(100))
        .measurement_time(Duration::from_millis(400))
        .nresamples(5_000)
        .configure_from_args()
}

/// Runs `groups` with [`criterion`]: the `main` of a bench.
pub fn run(groups: &[fn(&mut Criterion)]) {
    let mut criterion = criterion();
    for group in groups {
        group(&mut criterion);
    }
    criterion.final_summary();
}

/// A group of forms that compute the same function.
pub struct Group<'a, T> {
    timed: BenchmarkGroup<'a, WallTime>,
    /// Bytes read and written for each number.
    traffic: usize,
    z: Buffer<T>,
    out: Buffer<T>,
}

impl<'a, T: Real + Into<f64>> Group<'a, T> {
    /// A group that reads as many slices of numbers as it writes, `slices` in total.
    pub fn new(criterion: &'a mut Criterion, name: &str, sizes: Sizes, slices: usize) -> Self {
        let longest = sizes.get().iter().copied().max().unwrap_or(0);
        Self {
            timed: criterion.benchmark_group(name),
            traffic: slices * size_of::<T>(),
            z: Buffer::drawn(longest),
            out: Buffer::filled(longest, 0.0),
        }
    }

    /// Checks `form` against `f`, then times it at every size.
    pub fn time(&mut self, form: &Form<T>, sizes: Sizes, f: impl Fn(f64) -> f64) {
        check(form, f);
        self.time_unchecked(form, sizes);
    }

    /// Times `form` at every size; for forms that are checked elsewhere.
    pub fn time_unchecked(&mut self, form: &Form<T>, sizes: Sizes) {
        for &size in sizes.get() {
            let (z, out) = (&self.z.get()[..size], &mut self.out.get_mut()[..size]);
            self.timed.throughput(Throughput::ElementsAndBytes {
                elements: size as u64,
                bytes: (size * self.traffic) as u64,
            });
            let id = BenchmarkId::new(form.id(), size);
            self.timed.bench_function(id, |bencher| {
                time(bencher, form.threads, || form.run(black_box(z), black_box(out)));
            });
        }
    }
}

/// Times `call`, from inside rayon's pool or from outside.
pub fn time(bencher: &mut Bencher, threads: Threads, mut call: impl FnMut() + Send) {
    match threads {
        Threads::Rayon => bencher.iter_custom(|n| rayon::scope(|_| repeated(n, &mut call))),
        Threads::Serial | Threads::RayonCold => bencher.iter(call),
    }
}

/// The time that `n` calls take.
fn repeated(n: u64, mut call: impl FnMut()) -> Duration {
    let start = Instant::now();
    for _ in 0..n {
        call();
    }
    start.elapsed()
}

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
    path::Path,
    time::{Duration, Instant},
};

/// How often everything is measured. Between two runs of a form lie all the others, so that what
/// disturbs the machine for a minute disturbs one round, and the rounds tell.
const ROUNDS: usize = 3;

/// Arguments that name a baseline, or ask for something else than times.
const NO_ROUNDS: [&str; 5] =
    ["--save-baseline", "--baseline", "--discard-baseline", "--list", "--profile-time"];

/// Criterion, configured so that all groups together take some ten minutes. The results go to
/// `folder`.
fn criterion(folder: &Path) -> Criterion {
    Criterion::default()
        .output_directory(folder)
        .sample_size(10)
        .warm_up_time(Duration::from_millis(50))
        .measurement_time(Duration::from_millis(150))
        .nresamples(5_000)
        .configure_from_args()
}

/// Runs `groups` round after round: the `main` of a bench. A description of the machine goes to
/// `folder`, where the report looks for it.
///
/// # Panics
///
/// Panics if that description cannot be written.
pub fn run_in(folder: &Path, mut groups: impl FnMut(&mut Criterion)) {
    let is = |wanted: &[&str]| std::env::args().any(|argument| wanted.contains(&argument.as_str()));
    let rounds = if is(&["--bench"]) && !is(&NO_ROUNDS) { ROUNDS } else { 1 };
    let mut circumstances = Vec::new();
    for round in 1..=rounds {
        let start = machine::Usage::now();
        let mut criterion = criterion(folder);
        if rounds > 1 {
            // Beside `new`, which the next round overwrites.
            criterion = criterion.save_baseline(format!("round-{round}"));
        }
        groups(&mut criterion);
        circumstances.push(start.circumstances());
        criterion.final_summary();
    }
    if rounds > 1 {
        let written = machine::write_facts(folder, &circumstances);
        written.expect("the folder of the results can be written");
    }
}

/// [`run_in`] the folder that the report is about.
pub fn run(groups: &[fn(&mut Criterion)]) {
    run_in(&machine::results(), |criterion| groups.iter().for_each(|group| group(criterion)));
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

//! A step of gradient descent: the course's own, with kernels on one thread and on all, and the parts
//! that the course's own is made of.

use benches::{
    forms::Threads,
    measure,
    training::{SHAPES, Shape, Trainer, course},
};
use criterion::{BenchmarkGroup, BenchmarkId, Criterion, Throughput, measurement::WallTime};
use std::hint::black_box;

const LEARNING_RATE: f64 = 0.1;

fn time(
    group: &mut BenchmarkGroup<WallTime>,
    form: &str,
    shape: Shape,
    threads: Threads,
    step: impl FnMut() + Send,
) {
    let id = BenchmarkId::new(format!("{form} {}", threads.name()), shape.m);
    let mut step = step;
    group.bench_function(id, |bencher| measure::time(bencher, threads, &mut step));
}

/// The products of matrices in a step of the course, and its exponentials. What is left of the step
/// goes over memory: biases, slopes, sums and the update.
fn parts(group: &mut BenchmarkGroup<WallTime>, shape: Shape) {
    let (x, y, parameters) = shape.drawn();
    let cache = solution_backprop::forward(&parameters, &x);
    let (w1, w2, a1) = (&parameters.w1, &parameters.w2, &cache.a1);
    let dz2 = &cache.a2 - &y;
    let dz1 = w2.t().dot(&dz2);
    time(group, "dot", shape, Threads::Serial, || {
        black_box((w1.dot(&x), w2.dot(a1), dz2.dot(&a1.t()), w2.t().dot(&dz2), dz1.dot(&x.t())));
    });
    time(group, "exp", shape, Threads::Serial, || {
        let outputs = cache.z2.mapv(|z| 1.0 / (1.0 + (-z).exp()));
        black_box((cache.z1.mapv(f64::tanh), outputs));
    });
}

fn steps(criterion: &mut Criterion) {
    for shape in SHAPES {
        let (x, y, parameters) = shape.drawn();
        let mut group = criterion.benchmark_group(format!("step {}", shape.name()));
        group.throughput(Throughput::Elements(shape.m as u64));
        let mut own = parameters.clone();
        time(&mut group, "course", shape, Threads::Serial, || {
            course(&mut own, black_box(&x), &y, LEARNING_RATE);
        });
        for threads in [Threads::Serial, Threads::Rayon] {
            let parallel = threads == Threads::Rayon;
            let data = (&x, &y);
            let mut trainer =
                Trainer::new(shape, data, parameters.clone(), LEARNING_RATE, parallel);
            time(&mut group, "kernel", shape, threads, || trainer.step());
        }
        parts(&mut group, shape);
    }
}

fn main() {
    measure::run(&[steps]);
}

//! A student's `forward` and `forward_parallel` against the solution's and the kernels'.
//!
//! Nothing here depends on an exercise. `cargo bench -p exercise-activations` checks the student's
//! functions and then starts this bench with the name of a program that runs them: each
//! measurement is a line to that program and the nanoseconds that come back.

use activations::{Activation, Kernel};
use benches::{
    buffer::{Buffer, Sizes},
    forms::{self, Threads},
    measure,
};
use criterion::{BenchmarkGroup, BenchmarkId, Criterion, Throughput, measurement::WallTime};
use ndarray::Array2;
use std::{
    cell::RefCell,
    hint::black_box,
    io::{BufRead, BufReader, Write},
    process::{Child, ChildStdin, ChildStdout, Command, ExitCode, Stdio, exit},
    time::Duration,
};

const PROGRAM: &str = "GRADLINGS_OWN_PROGRAM";
const FORMS: &str = "GRADLINGS_OWN_FORMS";

/// The program that runs the student's functions.
struct Student {
    orders: ChildStdin,
    times: BufReader<ChildStdout>,
    // Ends when its orders do.
    _process: Child,
}

impl Student {
    fn start(program: &str) -> std::io::Result<Self> {
        let mut process = Command::new(program)
            .arg("--serve")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let orders = process.stdin.take().expect("it was piped");
        let times = BufReader::new(process.stdout.take().expect("it was piped"));
        Ok(Self { orders, times, _process: process })
    }

    /// The time that `count` calls took; `None` once the program has ended.
    fn time(&mut self, form: &str, z: Activation, size: usize, count: u64) -> Option<Duration> {
        writeln!(self.orders, "{form} {z:?} {size} {count}").ok()?;
        let mut line = String::new();
        self.times.read_line(&mut line).ok()?;
        Some(Duration::from_nanos(line.trim().parse().ok()?))
    }
}

/// Forms that return a new array, as the exercise asks.
type Fresh = fn(Activation, &Array2<f64>) -> Array2<f64>;

const OURS: [(&str, Fresh, Threads); 4] = [
    ("textbook", solution_activations::forward, Threads::Serial),
    ("textbook", solution_activations::forward_parallel, Threads::Rayon),
    ("kernel", activations::forward, Threads::Serial),
    ("kernel", |activation, z| Kernel::forward(activation).parallel().apply(z), Threads::Rayon),
];

fn ours(group: &mut BenchmarkGroup<WallTime>, activation: Activation, size: usize) {
    let z = Buffer::<f64>::drawn(size).get().to_vec();
    let z = Array2::from_shape_vec((1, size), z).expect("one row of all");
    for (name, forward, threads) in OURS {
        let id = BenchmarkId::new(format!("{name} {}", threads.name()), size);
        group.bench_function(id, |bencher| {
            measure::time(bencher, threads, || drop(black_box(forward(activation, black_box(&z)))));
        });
    }
}

fn compare(criterion: &mut Criterion, student: &RefCell<Student>, written: &[&str]) {
    for activation in [Activation::Sigmoid, Activation::Tanh, Activation::Relu] {
        let mut group = criterion.benchmark_group(format!("yours {}", forms::name(activation)));
        for &size in Sizes::All.get() {
            let elements = size as u64;
            group.throughput(Throughput::ElementsAndBytes { elements, bytes: 16 * elements });
            for form in written {
                let id = BenchmarkId::new(format!("yours {form}"), size);
                group.bench_function(id, |bencher| {
                    bencher.iter_custom(|count| {
                        let time = student.borrow_mut().time(form, activation, size, count);
                        // The program has printed why.
                        time.unwrap_or_else(|| exit(1))
                    });
                });
            }
            ours(&mut group, activation, size);
        }
    }
}

fn main() -> ExitCode {
    let (Ok(program), Ok(written)) = (std::env::var(PROGRAM), std::env::var(FORMS)) else {
        eprintln!("Your own functions are timed by `cargo bench -p exercise-activations`.");
        return ExitCode::SUCCESS;
    };
    let student = match Student::start(&program) {
        Ok(student) => RefCell::new(student),
        Err(error) => {
            eprintln!("{program} does not start: {error}");
            return ExitCode::FAILURE;
        }
    };
    let written: Vec<&str> = written.split(' ').collect();
    let mut criterion = measure::criterion();
    compare(&mut criterion, &student, &written);
    criterion.final_summary();
    ExitCode::SUCCESS
}

//! A student's `forward` and `forward_parallel` against the solution's and the kernels'.
//!
//! Nothing here depends on an exercise. `cargo bench -p exercise-activations` checks the student's
//! functions and then starts this bench with the name of a program that runs them: each
//! measurement is a line to that program and the nanoseconds that come back. The results lie in a
//! folder of their own, which the course's report does not read; three sentences sum them up.

use activations::{Activation, Kernel};
use benches::{
    buffer::{Buffer, Sizes},
    forms::{self, Threads},
    machine, measure,
};
use contract::{Text, say};
use criterion::{BenchmarkGroup, BenchmarkId, Criterion, Throughput, measurement::WallTime};
use ndarray::Array2;
use serde_json::Value;
use std::{
    cell::RefCell,
    fs,
    hint::black_box,
    io::{BufRead, BufReader, Write},
    path::Path,
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

/// The nanoseconds that a form of the sigmoid took for all its numbers, round by round.
fn times(folder: &Path, form: &str, size: usize) -> Vec<f64> {
    let bench = folder.join("yours sigmoid").join(form).join(size.to_string());
    let time = |round: usize| {
        let file = bench.join(format!("round-{round}/estimates.json"));
        let estimates: Value = serde_json::from_str(&fs::read_to_string(file).ok()?).ok()?;
        // The slope where samples grow, the mean where all are of one length.
        let slope = estimates["slope"]["point_estimate"].as_f64();
        slope.or_else(|| estimates["mean"]["point_estimate"].as_f64())
    };
    (1..).map_while(time).collect()
}

/// How many times as long as `fast` each round of `slow` took: the least and the most.
fn ratio(slow: &[f64], fast: &[f64]) -> (f64, f64) {
    let ratios = slow.iter().zip(fast).map(|(slow, fast)| slow / fast);
    ratios.fold((f64::INFINITY, 0.0), |(low, high), ratio| (low.min(ratio), high.max(ratio)))
}

/// A ratio that every round exceeds is a gain.
const GAIN: f64 = 1.05;

/// Your `forward` beside another one.
fn beside(own: &[f64], other: &[f64], name: &Text) -> Text {
    let (en, ko) = (&name.en, &name.ko);
    let (low, high) = ratio(other, own);
    if low > GAIN {
        return say!(
            "Your `forward` is {low:.1} to {high:.1} times as fast as {en}.",
            "여러분의 `forward`는 {ko}보다 {low:.1}~{high:.1}배 빠릅니다."
        );
    }
    let (low, high) = ratio(own, other);
    if low > GAIN && high > 2.0 * low {
        return say!(
            "Your `forward` takes at least {low:.1} times as long as {en}; the rounds differ too \
             much to say more.",
            "여러분의 `forward`는 {ko}보다 적어도 {low:.1}배 오래 걸립니다. 반복한 측정이 서로 달라 더는 \
             말할 수 없습니다."
        );
    }
    if low > GAIN {
        return say!(
            "Your `forward` takes {low:.1} to {high:.1} times as long as {en}.",
            "여러분의 `forward`는 {ko}보다 {low:.1}~{high:.1}배 오래 걸립니다."
        );
    }
    say!(
        "Your `forward` takes about as long as {en}: the rounds do not tell them apart.",
        "여러분의 `forward`는 {ko}만큼 걸립니다. 반복한 측정으로는 구별되지 않습니다."
    )
}

/// From what size on your `forward_parallel` beats `serial`.
fn threads(folder: &Path, serial: &str) -> Text {
    let gain = |&size: &usize| {
        (size, ratio(&times(folder, serial, size), &times(folder, "yours rayon", size)))
    };
    let gains: Vec<(usize, (f64, f64))> = Sizes::All.get().iter().map(gain).collect();
    let paying = gains.iter().rev().take_while(|(_, (low, _))| *low > GAIN).count();
    if let Some((from, _)) = gains[gains.len() - paying..].first()
        && let Some((largest, (low, high))) = gains.last()
    {
        return say!(
            "Your `forward_parallel` pays from {from} numbers on, {low:.1} to {high:.1} times at \
             {largest}.",
            "여러분의 `forward_parallel`은 숫자 {from}개부터 이득이고, {largest}개에서 \
             {low:.1}~{high:.1}배 빠릅니다."
        );
    }
    say!(
        "From what size on your `forward_parallel` pays, the rounds do not tell.",
        "여러분의 `forward_parallel`이 어느 크기부터 이득인지는 반복한 측정으로 알 수 없습니다."
    )
}

/// Your functions in a sentence each: beside the textbook, beside the kernel, and with threads.
fn sentences(folder: &Path, written: &[&str]) -> Vec<Text> {
    const SIZE: usize = 100_000;
    let mut sentences = Vec::new();
    let is_serial = written.contains(&"serial");
    if is_serial {
        let own = times(folder, "yours serial", SIZE);
        for (form, name) in [
            ("textbook serial", say!("the textbook's line", "교과서 한 줄")),
            ("kernel serial", say!("the kernel", "커널")),
        ] {
            sentences.push(beside(&own, &times(folder, form, SIZE), &name));
        }
    }
    if written.contains(&"rayon") {
        let serial = if is_serial { "yours serial" } else { "textbook serial" };
        sentences.push(threads(folder, serial));
    }
    sentences
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
    let folder = machine::results().with_file_name("criterion-yours");
    measure::run_in(&folder, |criterion| compare(criterion, &student, &written));
    println!();
    for sentence in sentences(&folder, &written) {
        println!("{sentence}");
    }
    ExitCode::SUCCESS
}

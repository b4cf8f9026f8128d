//! How fast your `forward` and `forward_parallel` are. Nothing to change here.
//!
//! This program checks them, then lets the course's benches (package `benches`, bench `own`) time
//! them: it is started again with `--serve`, runs what it is told, and says how long it took.

use activations::{Activation, Answers};
use activations_suite::LESSON;
use contract::{Contract, attempt, say};
use ndarray::Array2;
use std::io::{self, BufRead, Write};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

type Forward = fn(Activation, &Array2<f64>) -> Array2<f64>;

/// Your functions by the names under which they are timed, and what is asked of them before.
const FORMS: [(&str, Forward, &str, &[&str]); 2] = [
    (
        "serial",
        exercise_activations::forward,
        "elementwise",
        &["forward_equals_the_scalar_entry_by_entry", "forward_keeps_the_shape"],
    ),
    (
        "rayon",
        exercise_activations::forward_parallel,
        "parallel",
        &["agrees_on_small_layers", "agrees_on_large_layers"],
    ),
];

fn answers() -> Answers {
    Answers {
        forward: Box::new(exercise_activations::forward),
        forward_parallel: Box::new(exercise_activations::forward_parallel),
        ..Answers::unwritten()
    }
}

/// The names of the forms that are right; says of the others what is not.
fn right_ones() -> Vec<&'static str> {
    let is_right = |exercise: &str, properties: &[&str]| {
        let complaint =
            properties.iter().find_map(|name| LESSON.check(exercise, name, answers()).err());
        if let Some(complaint) = &complaint {
            println!("{exercise}: {complaint}");
        }
        complaint.is_none()
    };
    let right = FORMS.into_iter().filter(|(.., exercise, asked)| is_right(exercise, asked));
    right.map(|(name, ..)| name).collect()
}

/// Runs the course's benches, which call back here.
fn bench(right: &[&str]) -> io::Result<ExitCode> {
    let cargo = std::env::var_os("CARGO").unwrap_or("cargo".into());
    let arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
    let status = Command::new(cargo)
        .args(["bench", "--quiet", "--package", "benches", "--bench", "own", "--"])
        .args(arguments)
        .env("GRADLINGS_OWN_PROGRAM", std::env::current_exe()?)
        .env("GRADLINGS_OWN_FORMS", right.join(" "))
        .status()?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The time that `count` calls take, on `entries` numbers between -6 and 6.
fn timed(form: Forward, activation: Activation, entries: usize, count: u64) -> Duration {
    let number = |(_, j): (usize, usize)| 12.0 * (j as f64 * 0.618_033_988_749_894_9).fract() - 6.0;
    let z = Array2::from_shape_fn((1, entries), number);
    let start = Instant::now();
    for _ in 0..count {
        std::hint::black_box(form(activation, std::hint::black_box(&z)));
    }
    start.elapsed()
}

/// Answers a line `serial Sigmoid 1000 50` (form, activation, entries, calls) with nanoseconds.
fn answer(line: &str) -> Option<u128> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let [form, activation, entries, count] = words[..] else { return None };
    let (name, form, ..) = FORMS.into_iter().find(|(name, ..)| *name == form)?;
    let activation = Activation::ALL.into_iter().find(|a| format!("{a:?}") == activation)?;
    let (entries, count) = (entries.parse().ok()?, count.parse().ok()?);
    let time = move || timed(form, activation, entries, count);
    // Inside of rayon's pool, as a training loop would be.
    let time = if name == "rayon" { rayon::scope(|_| time()) } else { time() };
    Some(time.as_nanos())
}

fn serve() -> io::Result<ExitCode> {
    for line in io::stdin().lock().lines() {
        let line = line?;
        match attempt(|| answer(&line)) {
            Ok(Some(nanoseconds)) => println!("{nanoseconds}"),
            Ok(None) => return Ok(ExitCode::from(2)),
            Err(fault) => {
                eprintln!("\n{line}: {}", fault.sentence());
                return Ok(ExitCode::FAILURE);
            }
        }
        io::stdout().flush()?;
    }
    Ok(ExitCode::SUCCESS)
}

fn main() -> io::Result<ExitCode> {
    if std::env::args().any(|argument| argument == "--serve") {
        return serve();
    }
    let right = right_ones();
    if right.is_empty() {
        let nothing = say!("Nothing to time yet.", "아직 잴 것이 없습니다.");
        println!("{nothing}");
        return Ok(ExitCode::SUCCESS);
    }
    bench(&right)
}

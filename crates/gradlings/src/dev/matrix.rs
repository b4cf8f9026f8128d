//! `cargo run -- dev matrix`: what the properties catch, name and accept, as a table.

use std::fs;
use std::num::NonZero;
use std::process::ExitCode;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use contract::Contract;
use course::stub::same_text;
use testkit::audit::Tally;
use testkit::{Exercise, Lesson};

use crate::error::Error;
use crate::screen::print;
use crate::workplace::Workplace;

const FILE: &str = "DETECTION.md";

const HEAD: &str = "# What the properties catch

Written by `cargo run -- dev matrix`; `cargo run -- dev check` says when it is out of date. A mistake is
a wrong implementation in `crates/<lesson>/suite/src/<exercise>/mistakes.rs`, a variant a right one in
`variants.rs` beside it. *Caught*: at least one property fails. *Named*: the diagnosis says which mistake
it is.

| exercise | properties | mistakes | caught | named | variants | accepted |
|---|---:|---:|---:|---:|---:|---:|
";

/// Writes the table to [`FILE`].
pub(crate) fn write(workplace: &Workplace) -> Result<ExitCode, Error> {
    let file = workplace.root.join(FILE);
    fs::write(&file, table()).map_err(Error::file(&file))?;
    print(&format!("wrote {FILE}\n"));
    Ok(ExitCode::SUCCESS)
}

/// Whether the table is the one that would be written now.
pub(crate) fn is_current(workplace: &Workplace) -> bool {
    let file = workplace.root.join(FILE);
    fs::read_to_string(file).is_ok_and(|text| same_text(&text, &table()))
}

fn table() -> String {
    let mut sums = [0; 6];
    let mut text = HEAD.to_string();
    for tally in tallies() {
        let Tally { properties, mistakes, caught, named, variants, accepted, .. } = tally;
        let numbers = [properties, mistakes, caught, named, variants, accepted];
        text += &row(tally.exercise, numbers);
        for (sum, number) in sums.iter_mut().zip(numbers) {
            *sum += number;
        }
    }
    text + &row("**all**", sums)
}

type Job = Box<dyn Fn() -> Tally + Send + Sync>;

/// The exercises of all lessons, judged on every processor.
fn tallies() -> Vec<Tally> {
    let jobs: Vec<Job> = [
        jobs(&activations_suite::LESSON),
        jobs(&init_suite::LESSON),
        jobs(&backprop_suite::LESSON),
        jobs(&symmetry_suite::LESSON),
    ]
    .into_iter()
    .flatten()
    .collect();
    let done: Vec<OnceLock<Tally>> = jobs.iter().map(|_| OnceLock::new()).collect();
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some(i) = Some(next.fetch_add(1, Ordering::Relaxed)).filter(|i| *i < jobs.len()) {
            done[i].get_or_init(|| jobs[i]());
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, NonZero::get) {
            scope.spawn(work);
        }
    });
    done.into_iter().filter_map(OnceLock::into_inner).collect()
}

fn jobs<A: Contract>(lesson: &'static Lesson<A>) -> Vec<Job> {
    let job = |exercise: &Exercise<A>| {
        let name = exercise.name;
        Box::new(move || lesson.tally(name)) as Job
    };
    lesson.exercises.iter().map(job).collect()
}

fn row(exercise: &str, numbers: [usize; 6]) -> String {
    let cells: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    format!("| {exercise} | {} |\n", cells.join(" | "))
}

//! `cargo run -- dev matrix`: what the properties catch, name and accept, as a table.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use testkit::audit::Tally;
use testkit::{Contract, Lesson, Variant};

const FILE: &str = "DETECTION.md";

const HEAD: &str = "# What the properties catch

Written by `cargo run -- dev matrix`; `cargo run -- dev check` says when it is out of date. A mistake is
a wrong implementation in `crates/<lesson>/src/mistakes`, a variant a right one in `variants`. *Caught*: at
least one property fails. *Named*: the diagnosis says which mistake it is.

| exercise | properties | mistakes | caught | named | variants | accepted |
|---|---:|---:|---:|---:|---:|---:|
";

/// Writes the table.
pub(crate) fn write(root: &Path) -> io::Result<ExitCode> {
    fs::write(file(root), table())?;
    println!("wrote {FILE}");
    Ok(ExitCode::SUCCESS)
}

/// Whether the table that is kept is the one that would be written now.
pub(crate) fn is_current(root: &Path) -> bool {
    fs::read_to_string(file(root)).is_ok_and(|text| text.lines().eq(table().lines()))
}

fn file(root: &Path) -> PathBuf {
    root.join(FILE)
}

fn table() -> String {
    let mut sums = [0; 6];
    let rows = [
        rows(&activations::LESSON, activations::variants::VARIANTS),
        rows(&init::LESSON, init::variants::VARIANTS),
        rows(&symmetry::LESSON, symmetry::variants::VARIANTS),
    ];
    let mut text = HEAD.to_string();
    for (exercise, numbers) in rows.into_iter().flatten() {
        text += &row(exercise, numbers);
        for (sum, number) in sums.iter_mut().zip(numbers) {
            *sum += number;
        }
    }
    text + &row("**all**", sums)
}

fn rows<A: Contract>(
    lesson: &Lesson<A>,
    variants: &[&[Variant<A>]],
) -> Vec<(&'static str, [usize; 6])> {
    let tallies = lesson.tally_mistakes();
    let numbers = |(tally, properties): (&Tally, usize)| {
        let (count, accepted) = lesson.accepted(tally.exercise, variants);
        let Tally { exercise, mistakes, caught, named } = *tally;
        (exercise, [properties, mistakes, caught, named, count, accepted])
    };
    let properties = lesson.exercises.iter().map(|exercise| exercise.properties.len());
    tallies.iter().zip(properties).map(numbers).collect()
}

fn row(exercise: &str, numbers: [usize; 6]) -> String {
    let cells: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    format!("| {exercise} | {} |\n", cells.join(" | "))
}

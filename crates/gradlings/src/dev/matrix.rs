//! `cargo run -- dev matrix`: what the properties catch, name and accept, as a table.

use std::fs;
use std::num::NonZero;
use std::process::ExitCode;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use course::Course;
use course::stub::same_text;
use testkit::Share;
use testkit::audit::{Said, Tally};

use crate::error::Error;
use crate::screen::print;
use crate::workplace::Workplace;

const FILE: &str = "DETECTION.md";

const HEAD: &str = "# What the properties catch

Written by `cargo run -- dev matrix`; `cargo run -- dev check` says when it is out of date. A mistake is
a wrong implementation in `crates/<lesson>/suite/src/<exercise>/mistakes.rs`, a variant a right one in
`variants.rs` beside it. *Caught*: at least one property fails. *Named*: the diagnosis says which mistake
it is.

Students make other mistakes than those of a catalogue. 354 wrong answers that were written without a look at
it (but three, which were written for a fix) are in `crates/<lesson>/suite/tests/unseen.rs`, each with what is true of it. All are refused. Of 321 the
diagnosis says what the result is: a catalogued mistake, or a *family* with its constant (the right value times
0.5, as if `b1` were 0). Of 16 it tells a *fact* (right unless m = 1), of 17 nothing, and of none what is not
true.

*Without itself*: what is said of a catalogued mistake by a catalogue that does not hold it, and *in pairs*: of two
mistakes at once, each in parts of the result in which the other is right: how many are named, of how many a fact
is told, and of how many nothing. `SHOW_UNSEEN=1 cargo test -p <lesson>-suite --test unseen -- --nocapture` prints
the words.

| exercise | properties | mistakes | caught | named | variants | accepted | without itself | in pairs |
|---|---:|---:|---:|---:|---:|---:|---:|---:|
";

const LAWS: &str = "
## Laws

In an exercise `law_of_..` the student writes the property. It must accept all right variants of the function that it
is about, and notice some mistakes one by one: few, each a misconception about tests. The others count as a share,
seven in ten of those that can be noticed on the inputs of the exercise. *Noticed*: how many of them the reference law
notices.

| exercise | one by one | others | noticed | cannot be noticed, and why |
|---|---|---:|---:|---|
";

/// Writes the table to [`FILE`].
pub(crate) fn write(workplace: &Workplace) -> Result<ExitCode, Error> {
    let file = workplace.root.join(FILE);
    fs::write(&file, table(workplace.course)).map_err(Error::file(&file))?;
    print(&format!("wrote {FILE}\n"));
    Ok(ExitCode::SUCCESS)
}

/// Whether the table is the one that would be written now.
pub(crate) fn is_current(workplace: &Workplace) -> bool {
    let file = workplace.root.join(FILE);
    fs::read_to_string(file).is_ok_and(|text| same_text(&text, &table(workplace.course)))
}

fn table(course: &Course) -> String {
    let mut sums = [0; 12];
    let mut text = HEAD.to_string();
    for tally in tallies(course) {
        let Tally { properties, mistakes, caught, named, variants, accepted, .. } = tally;
        let [alone, pairs] = [tally.without_itself, tally.in_pairs]
            .map(|Said { named, observed, silent }| [named, observed, silent]);
        let first = [properties, mistakes, caught, named, variants, accepted];
        let numbers = [&first[..], &alone, &pairs].concat();
        text += &row(tally.exercise, &numbers);
        for (sum, number) in sums.iter_mut().zip(numbers) {
            *sum += number;
        }
    }
    text + &row("**all**", &sums) + LAWS + &laws(course)
}

/// A row for each law.
fn laws(course: &Course) -> String {
    let shares = course.lessons().iter().flat_map(|lesson| lesson.shares());
    let row = |(exercise, share): (&str, Share)| {
        let named = share.named.iter().map(|(_, ids, why)| format!("{}: {why}", ids.join(", ")));
        let left_out = share.left_out.iter().map(|(id, why)| format!("{id}: {why}"));
        let [named, left_out] =
            [named.collect::<Vec<_>>(), left_out.collect()].map(|list| list.join("; "));
        let Share { others, noticed, .. } = share;
        format!("| {exercise} | {named} | {others} | {noticed} | {left_out} |\n")
    };
    shares.map(row).collect()
}

/// The exercises of the course, judged on every processor.
fn tallies(course: &Course) -> Vec<Tally> {
    let exercises = course.exercises();
    let done: Vec<OnceLock<Tally>> = exercises.iter().map(|_| OnceLock::new()).collect();
    let next = AtomicUsize::new(0);
    let work = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(exercise) = exercises.get(at) else { return };
            done[at].get_or_init(|| exercise.lesson.tally(exercise.name()));
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, NonZero::get) {
            scope.spawn(work);
        }
    });
    done.into_iter().filter_map(OnceLock::into_inner).collect()
}

/// A row: six numbers, and twice how many are named, observed and silent.
fn row(exercise: &str, numbers: &[usize]) -> String {
    let words: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    let (first, said) = words.split_at(6);
    let said = said.chunks(3).map(|said| said.join(" / "));
    let cells: Vec<String> = first.iter().cloned().chain(said).collect();
    format!("| {exercise} | {} |\n", cells.join(" | "))
}

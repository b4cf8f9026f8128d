//! A run over a class: several threads grade, one writes the journal; what did not change comes from the cache.

mod cache;
mod journal;
mod merge;
mod partition;
mod progress;

use std::collections::BTreeMap;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Instant;

use contract::{Language, Text, say};
use course::Course;
use course::report::{Report, Standing};
use serde_derive::{Deserialize, Serialize};

use crate::Error;
use crate::assignment::Assignment;
use crate::intake::{Entry, Submission};
use crate::judge::{Judge, LessonSources, follow_ons};
use crate::mistakes::unexplained;
use crate::results::{ExerciseResult, HandedIn, Header, SubmissionResult};

use cache::Cache;
use journal::Journal;
pub use journal::seed_of;
pub use merge::merge;
pub use partition::Partition;
pub(crate) use partition::told_as_missing;
use progress::Progress;

/// A submission that was graded.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Graded {
    /// Its result.
    pub result: SubmissionResult,
    /// Why the instructor should look at it.
    pub problem: Option<String>,
    /// The digest of its files.
    pub sources: String,
    /// How long it took, in seconds.
    pub seconds: f64,
}

/// How a class is graded.
pub struct Plan<'a> {
    /// The course that is graded.
    pub course: &'static Course,
    /// The language of the messages.
    pub language: Language,
    /// What counts, and how much.
    pub assignment: &'a Assignment,
    /// The judge.
    pub judge: &'a dyn Judge,
    /// What the results follow from.
    pub header: &'a Header,
    /// Where results and journal go.
    pub out: &'a Path,
    /// The folder in which reports are kept by content, if they are.
    pub cache: Option<PathBuf>,
    /// How many submissions are graded at once.
    pub jobs: usize,
    /// Whether to go on with an interrupted run.
    pub resume: bool,
}

/// A class that was graded. The journal is still there: [`Class::end`] removes it once the results
/// are written.
pub struct Class {
    /// The submissions, sorted by name.
    pub graded: Vec<Graded>,
    /// How many of them an interrupted run had graded.
    pub resumed: usize,
    journal: Journal,
}

impl Class {
    /// Removes the journal.
    ///
    /// # Errors
    /// If it cannot be removed.
    pub fn end(self) -> Result<(), Error> {
        self.journal.end()
    }
}

/// Grades `entries`. The result depends neither on the number of jobs nor on their order.
///
/// # Errors
/// If the journal cannot be read or written: what was graded until then is in it.
pub fn grade(plan: &Plan, entries: &[Entry]) -> Result<Class, Error> {
    let interrupted = if plan.resume { Journal::resume(plan.out, plan.header)? } else { None };
    let (mut journal, known) = match interrupted {
        Some(interrupted) => interrupted,
        None => (Journal::begin(plan.out, plan.header)?, BTreeMap::new()),
    };
    let mut progress = Progress::new(entries.len());
    let mut class: BTreeMap<String, Graded> = BTreeMap::new();
    let (mut resumed, mut written) = (0, Ok(()));
    for_each_graded(plan, entries, &known, |graded, is_new| {
        progress.step(&graded.result.submission);
        if is_new {
            written = journal.add(&graded);
        } else {
            resumed += 1;
        }
        class.insert(graded.result.submission.clone(), graded);
        written.is_ok()
    });
    progress.end();
    written?;
    Ok(Class { graded: class.into_values().collect(), resumed, journal })
}

/// Calls `each` on this thread with every submission as soon as it is graded, and with whether that
/// is news; ends early once `each` says so.
fn for_each_graded(
    plan: &Plan,
    entries: &[Entry],
    known: &BTreeMap<String, Graded>,
    mut each: impl FnMut(Graded, bool) -> bool,
) {
    let cache = Cache::new(plan.judge, plan.cache.as_deref(), plan.header);
    let (next, is_over) = (AtomicUsize::new(0), AtomicBool::new(false));
    let work = |sender: Sender<(Graded, bool)>| {
        while !is_over.load(Ordering::Relaxed) {
            let Some(entry) = entries.get(next.fetch_add(1, Ordering::Relaxed)) else { return };
            if sender.send(grade_entry(plan, &cache, entry, known)).is_err() {
                return;
            }
        }
    };
    thread::scope(|scope| {
        let (sender, receiver) = mpsc::channel();
        for _ in 0..plan.jobs.min(entries.len()) {
            let sender = sender.clone();
            scope.spawn(|| work(sender));
        }
        drop(sender);
        for (graded, is_new) in receiver {
            if !each(graded, is_new) {
                is_over.store(true, Ordering::Relaxed);
            }
        }
    });
}

fn grade_entry(
    plan: &Plan,
    cache: &Cache,
    entry: &Entry,
    known: &BTreeMap<String, Graded>,
) -> (Graded, bool) {
    let start = Instant::now();
    let read = panic::catch_unwind(AssertUnwindSafe(|| entry.read(plan.course)));
    let submission = read.unwrap_or_else(|_| {
        let why = say!(
            "it cannot be read: reading it broke the grader",
            "읽을 수 없습니다. 읽던 채점 프로그램이 멈췄습니다"
        );
        Submission::unreadable(plan.course, &why)
    });
    let submission = submission.of(|exercise| plan.assignment.counts(exercise));
    let sources = cache.digest_of(&submission.lessons);
    if let Some(graded) = known.get(&entry.name) {
        let is_infra =
            graded.result.exercises.iter().any(|exercise| exercise.verdict == Standing::Infra);
        if graded.sources == sources && graded.problem == submission.problem && !is_infra {
            return (graded.clone(), false);
        }
    }
    let mut problem = submission.problem.clone();
    let mut results = Vec::new();
    for lesson in &submission.lessons {
        let judged = cache.judge(lesson).and_then(|reports| {
            let solution = |exercise: &_| plan.judge.solution(exercise);
            let follow_ons = follow_ons(lesson, &reports, solution, |other| cache.judge(other))?;
            Ok((reports, follow_ons))
        });
        let (mut reports, follow_ons) = judged.unwrap_or_else(|error| {
            let why = problem.insert(error.to_string());
            (infra_reports(lesson, &without_folders(why)), Vec::new())
        });
        if let Some(helper) = submission.helpers.first() {
            for report in &mut reports {
                say_what_counts(report, helper);
            }
        }
        for (index, (report, (exercise, source))) in reports.iter().zip(lesson.iter()).enumerate() {
            if !plan.assignment.counts(exercise) {
                continue;
            }
            let mut result = ExerciseResult::new(report, plan.language);
            result.unexplained = unexplained(report, source);
            for follow_on in follow_ons.iter().filter(|follow_on| follow_on.exercise == index) {
                let property = &mut result.properties[follow_on.property];
                // It behaves like a mistake that nobody made here.
                property.mistake = None;
                property.follow_on = Some(follow_on.below.clone());
            }
            results.push(plan.assignment.exercise(result));
        }
    }
    let result = SubmissionResult {
        id: entry.id.clone(),
        remark: submission.remark().map(|remark| remark.speak(plan.language).to_string()),
        sources: Some(sources[..16].to_string()),
        handed_in: submission.written.map(|written| {
            let source = if entry.written.is_some() { "name" } else { "archive" };
            HandedIn { source: source.to_string(), ..written.into() }
        }),
        said_late: entry.is_late,
        ..SubmissionResult::new(&entry.name, results)
    };
    (Graded { result, problem, sources, seconds: start.elapsed().as_secs_f64() }, true)
}

/// Says in the words of a compiler that misses a file of the student's own that it was never read.
fn say_what_counts(report: &mut Report, helper: &str) {
    let refused =
        report.properties.iter_mut().filter(|property| property.standing == Standing::CompileError);
    for message in refused.filter_map(|property| property.message.as_mut()) {
        let note = say!(
            "Only the given files count. {helper} was handed in beside them and is not read.",
            "주어진 파일만 채점합니다. 함께 제출한 {helper} 파일은 읽지 않습니다."
        );
        *message = Text::new(
            format!("{note}\n\n{message}", note = note.en, message = message.en),
            format!("{note}\n\n{message}", note = note.ko, message = message.ko),
        );
    }
}

/// `words` with the last name of each path alone: results name no folder of a machine.
fn without_folders(words: &str) -> String {
    let is_in_path = |c: char| c.is_alphanumeric() || "/._-+@~".contains(c);
    let mut plain = String::with_capacity(words.len());
    for piece in words.split_inclusive(|c: char| !is_in_path(c)) {
        let end = piece
            .rfind(is_in_path)
            .map_or(0, |last| last + piece[last..].chars().next().map_or(0, char::len_utf8));
        let (path, rest) = piece.split_at(end);
        let name = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
        plain += if path.starts_with('/') { name } else { path };
        plain += rest;
    }
    plain
}

/// The reports of a lesson that could not be judged here.
fn infra_reports(lesson: &LessonSources, why: &str) -> Vec<Report> {
    let text = |_: &str| Text::new(why.to_string(), why.to_string());
    let report = |exercise| Report::unasked(exercise, Standing::Infra, text);
    lesson.exercises.iter().map(report).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_names_no_folder() {
        for (words, plain) in [
            ("/home/ada/target/libinit.rlib was there", "libinit.rlib was there"),
            (
                "cannot run `/opt/rust/bin/rustc`: No such file (os error 2)",
                "cannot run `rustc`: No such file (os error 2)",
            ),
            ("in /home/ada/: no", "in ada: no"),
            ("a/b and 1/2", "a/b and 1/2"),
            ("", ""),
        ] {
            assert_eq!(without_folders(words), plain);
        }
    }
}

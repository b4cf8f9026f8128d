//! Reports of earlier checks, kept under `target/`: a lost or damaged one only costs the time to check again.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::SystemTime;

use course::report::{PropertyReport, Report, Standing, State};
use course::store::Store;

use crate::sources::{Sources, hash};

/// Files besides the exercises that a report follows from: the path of each and the [`hash`] of its content.
type Others = Vec<(String, u64)>;

/// The reports of earlier checks.
pub(crate) struct Memory {
    store: Store,
}

impl Memory {
    /// The reports that are kept in `folder`, which need not be there yet.
    pub(crate) fn in_folder(folder: &Path) -> Self {
        Self { store: Store::in_folder(&folder.join("reports")) }
    }

    /// The report on an exercise, if it would be the same now.
    pub(crate) fn recall(&self, exercise: &str, sources: &Sources) -> Option<Report> {
        let recall = |key| self.store.get::<(Others, Report)>(exercise, &full_key(key));
        let (others, report) =
            recall(sources.key(exercise)).or_else(|| recall(sources.key_of_lesson()))?;
        let is_unchanged =
            |(path, content): &(String, u64)| hash_of(path.as_ref()) == Some(*content);
        others.iter().all(is_unchanged).then_some(report)
    }

    /// Keeps a report that follows from `sources` and, since `start`, from the files `read`: in place of an
    /// earlier one on the same exercise. It is not kept where it may follow from something else: from files
    /// that are not known, or from the state of the machine. Where it cannot be written the next check
    /// finds it out again.
    pub(crate) fn keep(
        &self,
        report: &Report,
        sources: &Sources,
        read: Option<&[PathBuf]>,
        start: SystemTime,
    ) {
        if !follows_from_text(report) {
            return;
        }
        let does_compile = report.state() != State::DoesNotCompile;
        let (key, others) = if !does_compile {
            // Of a compilation that failed it is not known which files it has looked for.
            let is_known = !sources.may_read_more();
            (sources.key_of_lesson(), is_known.then(Others::new))
        } else if sources.reaches_others(&report.exercise) {
            (sources.key_of_lesson(), read.and_then(|read| unchanged(read, start)))
        } else {
            (sources.key(&report.exercise), Some(Others::new()))
        };
        if let Some(others) = others {
            let _ = self.store.put(&report.exercise, &full_key(key), &(others, report.clone()));
        }
    }
}

/// Whether a report follows from the text of the files alone. A crash, and what a system refuses, may not come
/// again. A function that gave no answer in time is remembered, because waiting for it again costs
/// time; whoever checks it by name has it asked again.
fn follows_from_text(report: &Report) -> bool {
    use Standing::{CompileError, Fail, NotStarted, Panic, Pass, Timeout};
    let is_of_system = |words: &str| words.contains("(os error ");
    let is_certain = |property: &PropertyReport| {
        matches!(property.standing, Pass | Fail | Panic | NotStarted | Timeout | CompileError)
            && !property.message.as_ref().is_some_and(|message| is_of_system(&message.en))
    };
    report.properties.iter().all(is_certain)
        && !report.compiler.as_deref().is_some_and(is_of_system)
}

/// The content of each of `files`; nothing if one was saved after `start`.
fn unchanged(files: &[PathBuf], start: SystemTime) -> Option<Others> {
    let content = |file: &PathBuf| {
        let saved = file.metadata().and_then(|metadata| metadata.modified()).ok()?;
        let content = hash_of(file).filter(|_| saved < start)?;
        Some((file.to_str()?.to_string(), content))
    };
    files.iter().map(content).collect()
}

fn hash_of(file: &Path) -> Option<u64> {
    fs::read(file).ok().map(|content| hash(&content))
}

/// The key with the suite in it.
fn full_key(key: u64) -> String {
    format!("{:016x}", hash(&(suite(), key)))
}

/// The build of the suite: the program itself, and what changes its cases.
///
/// Computed once: a program that still runs while it is built anew must not keep its reports as those of the
/// new one.
fn suite() -> u64 {
    static SUITE: OnceLock<u64> = OnceLock::new();
    *SUITE.get_or_init(|| {
        let program = std::env::current_exe().and_then(|program| program.metadata()).ok();
        let program = program.map(|program| (program.len(), program.modified().ok()));
        hash(&(program, ["PROPTEST_CASES", "PROPTEST_RNG_SEED"].map(std::env::var_os)))
    })
}

//! Reports by content: a lesson whose files did not change is not judged twice.
//!
//! A lesson's files are compiled into one program and may call one another, so what is kept are the
//! reports on a whole lesson, under the digest of all its files. Derived, never the truth: a lost or
//! damaged entry only costs the time to grade again.

use std::path::Path;

use course::report::{Report, Standing};
use course::store::Store;

use crate::Error;
use crate::digest::{Digest, digest};
use crate::judge::{Judge, LessonSources, Source};
use crate::results::Header;

/// A judge that remembers its reports.
pub(super) struct Cache<'a> {
    judge: &'a dyn Judge,
    store: Option<Store>,
    header: &'a Header,
}

impl<'a> Cache<'a> {
    /// Keeps the reports of `judge` in `folder`, for runs with `header`; without a folder, none is kept.
    pub(super) fn new(judge: &'a dyn Judge, folder: Option<&Path>, header: &'a Header) -> Self {
        Self { judge, store: folder.map(Store::in_folder), header }
    }

    /// What [`Judge::judge`] says of `lesson`, or said of the same files before.
    ///
    /// # Errors
    /// Those of the judge.
    pub(super) fn judge(&self, lesson: &LessonSources) -> Result<Vec<Report>, Error> {
        let Some(store) = &self.store else { return self.judge.judge(lesson) };
        let key = self.key(lesson).to_string();
        let name = format!("{}/{key}", &key[..2]);
        match store.get::<Vec<Report>>(&name, &key) {
            Some(reports) if are_of(&reports, lesson) => return Ok(reports),
            _ => {}
        }
        let reports = self.judge.judge(lesson)?;
        if !reports.iter().any(may_differ_next_time) {
            // A cache that cannot be written only costs time.
            let _ = store.put(&name, &key, &reports);
        }
        Ok(reports)
    }

    fn key(&self, lesson: &LessonSources) -> Digest {
        // The language and the part of a class change nothing in a report.
        let Header { suite, toolchain, seed, tier, language: _, partition: _, assignment: _ } =
            self.header;
        let seed = seed.to_string();
        let mut parts: Vec<&[u8]> = [suite, toolchain, &seed, tier].map(String::as_bytes).to_vec();
        let apart = self.judge.asked_apart(lesson);
        push_sources(&mut parts, lesson, &apart);
        digest(&parts)
    }

    /// The digest of everything that was handed in, and of how it is asked.
    pub(super) fn digest_of(&self, lessons: &[LessonSources]) -> String {
        let apart: Vec<Vec<String>> =
            lessons.iter().map(|lesson| self.judge.asked_apart(lesson)).collect();
        let mut parts = Vec::new();
        for (lesson, apart) in lessons.iter().zip(&apart) {
            push_sources(&mut parts, lesson, apart);
        }
        digest(&parts).to_string()
    }
}

/// Whether `reports` are on exactly the exercises and properties of `lesson`.
fn are_of(reports: &[Report], lesson: &LessonSources) -> bool {
    reports.len() == lesson.exercises.len()
        && reports.iter().zip(lesson.exercises).all(|(report, exercise)| {
            let reported = report.properties.iter();
            report.lesson == exercise.lesson.name()
                && report.exercise == exercise.name()
                && reported
                    .map(|property| (property.function.as_str(), property.name.as_str()))
                    .eq(exercise.outline.properties.iter().copied())
        })
}

/// Whether a slow or full machine may have been to blame: the next run tries again.
fn may_differ_next_time(report: &Report) -> bool {
    report.properties.iter().any(|property| {
        matches!(property.standing, Standing::Timeout | Standing::CompileLimit | Standing::Infra)
    })
}

fn push_sources<'s>(
    parts: &mut Vec<&'s [u8]>,
    lesson: &'s LessonSources,
    asked_apart: &'s [String],
) {
    parts.extend(asked_apart.iter().map(String::as_bytes));
    for (exercise, source) in lesson.iter() {
        let (kind, text): (&[u8], &str) = match source {
            Source::Text(text) => (b"text", text),
            Source::Missing => (b"missing", ""),
            Source::Rejected(why) => (b"rejected", &why.en),
        };
        let (lesson, exercise) = (exercise.lesson.name(), exercise.name());
        parts.extend([lesson.as_bytes(), exercise.as_bytes(), kind, text.as_bytes()]);
    }
}

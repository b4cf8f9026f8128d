//! Results by content: files that did not change are not graded twice.
//!
//! A lesson's files are compiled into one program and may call one another, so what is kept is the
//! result of a whole lesson under the digest of all its files. Derived, never the truth: a lost or
//! damaged entry only costs the time to grade again.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::{Digest, digest};
use crate::intake::{Source, Sources};
use crate::judge::{Infra, Judge};
use crate::results::{ExerciseResult, Header, Verdict, atomically};

/// A judge with a memory.
pub(super) struct Cache<'a> {
    judge: &'a dyn Judge,
    folder: Option<PathBuf>,
    header: &'a Header,
}

impl<'a> Cache<'a> {
    /// A memory in `folder` for `judge`, whose runs have `header`; without a folder none.
    pub(super) fn new(judge: &'a dyn Judge, folder: Option<PathBuf>, header: &'a Header) -> Self {
        Self { judge, folder, header }
    }

    /// What [`Judge::judge`] says of `sources`, lesson by lesson from memory where it can.
    ///
    /// # Errors
    /// Those of the judge.
    pub(super) fn judge(&self, sources: &Sources) -> Result<Vec<ExerciseResult>, Infra> {
        let mut known: BTreeMap<String, Vec<ExerciseResult>> = BTreeMap::new();
        for lesson in lessons(sources) {
            if let Some(results) = find(self.file(sources, lesson).as_deref()) {
                known.insert(lesson.to_string(), results);
            }
        }
        let mut open = sources.clone();
        for ((lesson, _), source) in &mut open.files {
            if known.contains_key(lesson) {
                *source = Source::Missing;
            }
        }
        let mut judged = self.judge.judge(&open)?;
        for lesson in lessons(sources).into_iter().filter(|it| !known.contains_key(*it)) {
            keep(self.file(sources, lesson).as_deref(), lesson, &judged);
        }
        for result in &mut judged {
            let kept = known.get(&result.lesson).into_iter().flatten();
            if let Some(kept) = kept.into_iter().find(|it| it.exercise == result.exercise) {
                *result = kept.clone();
            }
        }
        Ok(judged)
    }

    fn file(&self, sources: &Sources, lesson: &str) -> Option<PathBuf> {
        let name = self.key(sources, lesson).to_string();
        Some(self.folder.as_ref()?.join(&name[..2]).join(format!("{name}.json")))
    }

    fn key(&self, sources: &Sources, lesson: &str) -> Digest {
        let Header { suite, toolchain, seed, tier, language, partition: _ } = self.header;
        let seed = seed.to_string();
        let mut parts: Vec<&[u8]> =
            [suite, toolchain, &seed, tier, language].map(String::as_bytes).to_vec();
        parts.push(lesson.as_bytes());
        push_sources(&mut parts, sources.files.iter().filter(|it| it.0.0 == lesson));
        digest(&parts)
    }
}

fn find(file: Option<&Path>) -> Option<Vec<ExerciseResult>> {
    serde_json::from_slice(&fs::read(file?).ok()?).ok()
}

fn keep(file: Option<&Path>, lesson: &str, judged: &[ExerciseResult]) {
    let results: Vec<&ExerciseResult> = judged.iter().filter(|it| it.lesson == lesson).collect();
    // A slow or full machine may have been to blame: the next run tries again.
    let may_pass =
        |verdict| matches!(verdict, Verdict::Timeout | Verdict::CompileLimit | Verdict::Infra);
    let Some(file) = file else { return };
    if results.iter().any(|it| it.properties.iter().any(|it| may_pass(it.verdict))) {
        return;
    }
    let folder = file.parent().unwrap_or(Path::new("."));
    // A memory that cannot be written is none.
    let _ = fs::create_dir_all(folder)
        .and_then(|()| atomically(file, |output| Ok(serde_json::to_writer(output, &results)?)));
}

fn lessons(sources: &Sources) -> BTreeSet<&str> {
    sources.files.keys().map(|(lesson, _)| lesson.as_str()).collect()
}

/// The digest of everything that was handed in.
pub(super) fn digest_of(sources: &Sources) -> String {
    let mut parts = Vec::new();
    push_sources(&mut parts, sources.files.iter());
    digest(&parts).to_string()
}

fn push_sources<'s>(
    parts: &mut Vec<&'s [u8]>,
    files: impl Iterator<Item = (&'s (String, String), &'s Source)>,
) {
    for ((lesson, exercise), source) in files {
        let (kind, text): (&[u8], &str) = match source {
            Source::Text(text) => (b"text", text),
            Source::Missing => (b"missing", ""),
            Source::Rejected(why) => (b"rejected", why),
        };
        parts.extend([lesson.as_bytes(), exercise.as_bytes(), kind, text.as_bytes()]);
    }
}

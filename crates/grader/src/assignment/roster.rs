//! The roster: which submission belongs to whom in the gradebook.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use unicode_normalization::UnicodeNormalization;

use crate::Error;
use crate::digest::digest;
use crate::intake::platform;
use crate::results::SubmissionResult;

/// A line of a roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RosterEntry {
    /// The student's id in the gradebook.
    pub(super) id: String,
    /// When it was handed in, if the roster says so.
    pub(super) submitted: Option<Timestamp>,
    names: Vec<String>,
}

/// A roster: a CSV with a head. The first column is the name of a submission, the second the id in the gradebook;
/// a column `submitted` may say when it was handed in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roster {
    entries: Vec<RosterEntry>,
    digest: String,
}

impl Roster {
    /// The roster in the file `path`.
    ///
    /// # Errors
    /// If it cannot be read, or a line of it makes no sense.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let bytes = fs::read(path).map_err(Error::given(path))?;
        let wrong = |line: u64, what: String| Error::RosterLine(PathBuf::from(path), line, what);
        let text = String::from_utf8(bytes)
            .map_err(|_| wrong(1, "it is not UTF-8; save it as CSV UTF-8".to_string()))?;
        let text = text.trim_start_matches('\u{feff}');
        let first = text.lines().next().unwrap_or_default();
        let separator = [b',', b';', b'\t']
            .into_iter()
            .max_by_key(|separator| first.bytes().filter(|byte| byte == separator).count());
        let mut table = csv::ReaderBuilder::new()
            .delimiter(separator.unwrap_or(b','))
            .flexible(true)
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let submitted = table
            .headers()
            .ok()
            .and_then(|head| head.iter().position(|name| name.eq_ignore_ascii_case("submitted")));
        let mut roster =
            Self { entries: Vec::new(), digest: digest(&[text.as_bytes()]).to_string() };
        for record in table.records() {
            let record = record.map_err(|error| {
                wrong(error.position().map_or(1, csv::Position::line), error.to_string())
            })?;
            let line = record.position().map_or(1, csv::Position::line);
            let cell = |index: usize| record.get(index).unwrap_or_default();
            if record.iter().all(str::is_empty) {
                continue;
            }
            if cell(0).is_empty() || cell(1).is_empty() {
                let what = "a submission and the id in the gradebook are wanted";
                return Err(wrong(line, what.to_string()));
            }
            let instant = submitted.map(cell).filter(|text| !text.is_empty());
            let instant = instant.map(|text| {
                text.parse::<Timestamp>().map_err(|_| {
                    wrong(line, format!("`{text}` is no instant such as 2026-10-01T23:59:00+09:00"))
                })
            });
            let names = names(cell(0));
            if roster
                .entries
                .iter()
                .any(|entry| entry.names.iter().any(|name| names.contains(name)))
            {
                return Err(wrong(line, format!("`{}` is there twice", cell(0))));
            }
            roster.entries.push(RosterEntry {
                id: cell(1).to_string(),
                submitted: instant.transpose()?,
                names,
            });
        }
        Ok(roster)
    }

    /// A digest of what it says.
    pub(super) fn digest(&self) -> String {
        self.digest.clone()
    }

    /// The line of `submission`.
    pub(super) fn find(&self, submission: &SubmissionResult) -> Option<&RosterEntry> {
        let name = plain(&submission.submission);
        self.entries.iter().find(|entry| entry.names.contains(&name))
    }
}

/// The names that a submission may have in the results: as it is written, without the ending of an archive, and
/// without what a platform adds.
fn names(written: &str) -> Vec<String> {
    let student = platform::named(written).map(|named| named.student);
    let stem = crate::intake::stem(written);
    let mut names: Vec<String> =
        [Some(written), Some(stem), student.as_deref()].into_iter().flatten().map(plain).collect();
    names.dedup();
    names
}

fn plain(name: &str) -> String {
    name.nfc().collect()
}

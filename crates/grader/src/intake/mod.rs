//! Submissions as they were handed in: folders and zips with unknown contents.
//!
//! 1. [`list()`] finds what each student handed in; `platform` knows what learning platforms make of names.
//! 2. `folder`, `archive` and `tarball` walk through it, without unpacking anything, following a link or opening a
//!    device. `contents` reads what may count, each file up to [`MOST_BYTES`].
//! 3. `places` decides which of it are the files of exercises, or why that cannot be said, and `text` makes text
//!    of them.
//!
//! A name that a student chose is shown with `in_one_line` wherever it is told.

mod archive;
mod contents;
mod folder;
mod list;
mod places;
pub mod platform;
mod tarball;
mod text;

use std::io;

use contract::{Text, say};
use course::{Course, Exercise};
use zip::result::ZipError;

use crate::formats::in_one_line;
use crate::judge::{LessonSources, Source};

pub use contents::{Written, stem};
pub use list::{Entry, Listing, list};

/// The most bytes of one exercise's file; the longest solution of the course has 3,000.
pub const MOST_BYTES: u64 = 256 * 1024;
/// The most entries of a submission, with everything that was ever built in it.
const MOST_ENTRIES: usize = 200_000;
/// The most entries that may count; the course has 35 exercises.
const MOST_CANDIDATES: usize = 10_000;
/// The most bytes of all texts of a submission; the whole course has 100,000.
const MOST_TEXT: u64 = 16 << 20;
/// The most bytes of a zip in another archive, which has to be in memory as a whole.
const MOST_NESTED: u64 = 128 << 20;
/// The most bytes that a tar may unpack to.
const MOST_UNPACKED: u64 = 4 << 30;
/// How deep folders are looked into.
const MOST_DEPTH: usize = 32;
/// The most bytes of the table of contents of a zip.
const LARGEST_TABLE: u64 = 64 << 20;

/// A submission that was read.
pub struct Submission {
    /// What was handed in, for each lesson of the course.
    pub lessons: Vec<LessonSources>,
    /// Why the instructor should look at it: something, or everything, could not be read.
    pub problem: Option<String>,
    /// Rust files beside those that count, which were not read.
    pub helpers: Vec<String>,
    /// Archives in it that were not looked into.
    pub unread: Vec<String>,
    /// When the newest of the files that count was written, if that is known.
    pub written: Option<Written>,
}

impl Submission {
    /// A submission in which `source` says what was handed in for each exercise.
    pub fn new(
        course: &'static Course,
        mut source: impl FnMut(&'static Exercise) -> Source,
    ) -> Self {
        let lessons = course.by_lesson();
        let lessons: Vec<LessonSources> =
            lessons.map(|lesson| LessonSources::new(lesson, &mut source)).collect();
        let (helpers, unread) = (Vec::new(), Vec::new());
        Self { problem: problem(&lessons), lessons, helpers, unread, written: None }
    }

    /// What of it belongs to lessons with exercises that count. Files that do not count stay, because others may
    /// call them, but nobody need look at them.
    #[must_use]
    pub fn of(mut self, counts: impl Fn(&Exercise) -> bool) -> Self {
        let is_whole = self.lessons.iter().flat_map(|lesson| lesson.exercises).all(&counts);
        if is_whole {
            return self;
        }
        self.lessons.retain(|lesson| lesson.exercises.iter().any(&counts));
        let is_rejected = self.problem.is_some()
            && self.lessons.iter().flat_map(LessonSources::iter).any(|(exercise, source)| {
                counts(exercise) && matches!(source, Source::Rejected(_))
            });
        let is_missing = self
            .lessons
            .iter()
            .all(|lesson| lesson.sources.iter().all(|source| *source == Source::Missing));
        // That nothing was found is a problem whatever counts.
        if !is_rejected && !is_missing {
            self.problem = None;
        }
        self
    }

    /// What the instructor should know, although it costs nothing.
    pub fn remark(&self) -> Option<Text> {
        let (few, more) = self.helpers.split_at(self.helpers.len().min(3));
        let more = if more.is_empty() { "" } else { " .." };
        let few = few.join(", ");
        let helpers = (!few.is_empty()).then(|| {
            say!(
                "only the files of the exercises count; {few}{more} was not read",
                "연습 문제 파일만 채점합니다. 읽지 않은 파일: {few}{more}"
            )
        });
        let unread = self.unread.first().map(|archive| shown(archive));
        let unread = unread.map(|archive| {
            say!("{archive} was not looked into", "{archive} 파일은 열지 않았습니다")
        });
        match (helpers, unread) {
            (Some(Text { en, ko }), Some(Text { en: more, ko: more_ko })) => {
                Some(say!("{en}; {more}", "{ko}; {more_ko}"))
            }
            (helpers, unread) => helpers.or(unread),
        }
    }

    /// A submission that could not be read at all.
    pub(crate) fn unreadable(course: &'static Course, why: &Text) -> Self {
        let rejected = Self::new(course, |_| Source::Rejected(why.clone()));
        Self { problem: Some(why.en.to_string()), ..rejected }
    }
}

/// The files of `lessons` that were rejected, in one line; three of them with the reason.
fn problem(lessons: &[LessonSources]) -> Option<String> {
    let mut rejected = Vec::new();
    for (exercise, source) in lessons.iter().flat_map(LessonSources::iter) {
        if let Source::Rejected(why) = source {
            rejected.push(format!("{}/{}: {}", exercise.lesson.name(), exercise.name(), why.en));
        }
    }
    let more = match rejected.len() {
        0 => return None,
        1..=3 => String::new(),
        count => format!("; and {} more", count - 3),
    };
    rejected.truncate(3);
    Some(rejected.join("; ") + &more)
}

/// The path of `name` below `prefix`.
fn join(prefix: &str, name: &str) -> String {
    if prefix.is_empty() { name.to_string() } else { format!("{prefix}/{name}") }
}

/// Why a file, or all of a submission, is not compiled. This is told to the student.
#[derive(Debug)]
enum Rejection {
    Folder(io::Error),
    File(io::Error),
    /// The archive of a whole submission cannot be opened.
    Unopened(io::Error),
    /// This is no form of a submission, and why.
    Unusable(Text),
    LargeFile,
    /// The encoding, or what it may be.
    NotText(Text),
    Link,
    NotRegular,
    /// Another name that was found in the place of the file.
    OtherName(String),
    Zip(ZipError),
    Archive(io::Error),
    LargeArchive,
    LargeTable,
    ManyEntries,
    ZipEntry(ZipError),
    Encrypted,
    Compression(String),
    /// An entry that leaves the submission.
    Outside(String),
    TwoFiles(String, String),
    TwoPlaces(String, String),
    /// It holds only the course's own answers.
    OnlySolutions,
    /// It holds no file such as `expected`, but perhaps an archive that is not read.
    NoExercise {
        expected: String,
        unread: Option<String>,
    },
    /// The reason is in an archive, or another part, of the submission.
    Inside(String, Box<Rejection>),
}

impl Rejection {
    /// The same reason, found in the archive at `path`.
    fn inside(self, path: &str) -> Self {
        match self {
            Self::Inside(..) => self,
            _ => Self::Inside(path.to_string(), Box::new(self)),
        }
    }
}

impl Rejection {
    /// The reason in words.
    #[allow(clippy::too_many_lines)] // An arm for each reason, and nothing else.
    fn text(&self) -> Text {
        match self {
            Self::Folder(error) => {
                say!("the folder cannot be read: {error}", "폴더를 읽을 수 없습니다: {error}")
            }
            Self::File(error) => {
                say!("the file cannot be read: {error}", "파일을 읽을 수 없습니다: {error}")
            }
            Self::LargeFile => say!(
                "the file is larger than {MOST_BYTES} bytes",
                "파일이 {MOST_BYTES}바이트보다 큽니다"
            ),
            Self::NotText(Text { en, ko }) => say!(
                "the file is {en}; save it as UTF-8 and hand it in again",
                "파일이 {ko}입니다. UTF-8로 저장하여 다시 제출하세요"
            ),
            Self::Link => say!(
                "the file cannot be read: it is, or is in, a symbolic link",
                "파일을 읽을 수 없습니다. 심볼릭 링크이거나 그 안에 있습니다"
            ),
            Self::NotRegular => say!(
                "the file cannot be read: it is not a regular file",
                "파일을 읽을 수 없습니다. 일반 파일이 아닙니다"
            ),
            Self::OtherName(name) => {
                let name = shown(name);
                say!(
                    "the file has another name: {name}; rename it",
                    "파일 이름이 다릅니다: {name}. 이름을 바꾸세요"
                )
            }
            Self::Zip(error) => {
                say!("the zip cannot be read: {error}", "zip 파일을 읽을 수 없습니다: {error}")
            }
            Self::Archive(error) => {
                say!("the archive cannot be read: {error}", "압축 파일을 읽을 수 없습니다: {error}")
            }
            Self::Unopened(error) => {
                say!("the file cannot be opened: {error}", "파일을 열 수 없습니다: {error}")
            }
            Self::Unusable(why) => why.clone(),
            Self::LargeArchive => say!(
                "the zip is larger than {MOST_NESTED} bytes and lies in another archive",
                "다른 압축 파일 안의 zip 파일이 {MOST_NESTED}바이트보다 큽니다"
            ),
            Self::LargeTable => say!(
                "the table of contents of the zip is larger than {LARGEST_TABLE} bytes",
                "zip 파일의 목차가 {LARGEST_TABLE}바이트보다 큽니다"
            ),
            Self::ManyEntries => say!(
                "it holds too many files; leave out the folder `target` and hand it in again",
                "파일이 너무 많습니다. `target` 폴더를 빼고 다시 제출하세요"
            ),
            Self::ZipEntry(error) => {
                say!("the entry cannot be read: {error}", "항목을 읽을 수 없습니다: {error}")
            }
            Self::Encrypted => say!(
                "the zip is encrypted; zip it without a password and hand it in again",
                "zip 파일이 암호화되어 있습니다. 암호 없이 압축하여 다시 제출하세요"
            ),
            Self::Compression(method) => say!(
                "the zip is compressed as {method}, which is not read; zip it as usual (Deflate) and \
                 hand it in again",
                "zip 파일이 읽지 않는 방식({method})으로 압축되어 있습니다. 보통 방식(Deflate)으로 압축하여 \
                 다시 제출하세요"
            ),
            Self::Outside(path) => {
                let path = shown(path);
                say!(
                    "the zip has an entry outside of its own folder, {path}; zip the folder `exercises` itself",
                    "zip 파일에 자기 폴더를 벗어나는 항목이 있습니다: {path}. `exercises` 폴더를 압축하세요"
                )
            }
            Self::TwoFiles(path, other) if path == other => {
                let path = shown(path);
                say!(
                    "the zip has two files of the name {path}; keep one",
                    "zip 파일에 이름이 {path}인 파일이 둘 있습니다. 하나만 남기세요"
                )
            }
            Self::TwoFiles(path, other) => {
                let (path, other) = (shown(path), shown(other));
                say!(
                    "there are two such files, {path} and {other}; keep one",
                    "같은 파일이 둘 있습니다({path}, {other}). 하나만 남기세요"
                )
            }
            Self::TwoPlaces(place, other) => {
                let (place, other) = (shown(place), shown(other));
                say!(
                    "both {place} and {other} hold files of exercises; hand in one of them",
                    "두 곳({place}, {other})에 연습 문제 파일이 있습니다. 한 곳만 제출하세요"
                )
            }
            Self::OnlySolutions => say!(
                "it holds only `solutions`, which are the course's own answers; hand in `exercises`",
                "강좌의 모범 답안인 `solutions`만 있습니다. `exercises`를 제출하세요"
            ),
            Self::NoExercise { expected, unread: None } => say!(
                "it holds no file of any exercise, such as {expected}",
                "연습 문제 파일이 없습니다(예: {expected})"
            ),
            Self::NoExercise { expected, unread: Some(archive) } => {
                let archive = shown(archive);
                say!(
                    "it holds no file of any exercise, such as {expected}; {archive} is an archive that is not \
                     looked into: hand in a .zip or a .tar.gz",
                    "연습 문제 파일이 없습니다(예: {expected}). 압축 파일은 열지 않습니다: {archive}. .zip이나 \
                     .tar.gz로 제출하세요"
                )
            }
            Self::Inside(path, rejection) => {
                let (path, Text { en, ko }) = (shown(path), rejection.text());
                say!("in {path}: {en}", "{path} 안에서: {ko}")
            }
        }
    }
}

/// A name of the student's, in backquotes, without tricks and not too long.
fn shown(name: &str) -> String {
    let line = in_one_line(name);
    match line.char_indices().nth(100) {
        Some((at, _)) => format!("`{}..`", &line[..at]),
        None => format!("`{line}`"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_is_told_in_korean_too() {
        let error = || io::Error::from(io::ErrorKind::NotFound);
        let (name, other) = (|| "a.rs".to_string(), || "b.rs".to_string());
        for rejection in [
            Rejection::Folder(error()),
            Rejection::File(error()),
            Rejection::Unopened(error()),
            Rejection::LargeFile,
            Rejection::NotText(Text::fixed("UTF-32", "UTF-32")),
            Rejection::Link,
            Rejection::NotRegular,
            Rejection::OtherName(name()),
            Rejection::Zip(ZipError::FileNotFound),
            Rejection::Archive(error()),
            Rejection::LargeArchive,
            Rejection::LargeTable,
            Rejection::ManyEntries,
            Rejection::ZipEntry(ZipError::FileNotFound),
            Rejection::Encrypted,
            Rejection::Compression("LZMA".to_string()),
            Rejection::Outside(name()),
            Rejection::TwoFiles(name(), name()),
            Rejection::TwoFiles(name(), other()),
            Rejection::TwoPlaces(name(), other()),
            Rejection::OnlySolutions,
            Rejection::NoExercise { expected: name(), unread: None },
            Rejection::NoExercise { expected: name(), unread: Some(other()) },
            Rejection::Inside(name(), Box::new(Rejection::LargeFile)),
        ] {
            let Text { en, ko } = rejection.text();
            let is_korean = |c: char| ('가'..='힣').contains(&c);
            assert!(ko.contains(is_korean) && !en.contains(is_korean), "{en} {ko}");
            assert_eq!(en.contains("a.rs"), ko.contains("a.rs"), "{ko}");
        }
    }
}

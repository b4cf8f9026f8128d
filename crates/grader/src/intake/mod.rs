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

use std::fmt;
use std::io;

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
    pub fn remark(&self) -> Option<String> {
        let (few, more) = self.helpers.split_at(self.helpers.len().min(3));
        let more = if more.is_empty() { "" } else { " .." };
        let helpers = (!few.is_empty()).then(|| {
            format!("only the files of the exercises count; {}{more} was not read", few.join(", "))
        });
        let unread = self.unread.first();
        let unread = unread.map(|archive| format!("{} was not looked into", shown(archive)));
        let remarks: Vec<String> = [helpers, unread].into_iter().flatten().collect();
        (!remarks.is_empty()).then(|| remarks.join("; "))
    }

    /// A submission that could not be read at all.
    fn unreadable(course: &'static Course, why: &str) -> Self {
        let rejected = Self::new(course, |_| Source::Rejected(why.to_string()));
        Self { problem: Some(why.to_string()), ..rejected }
    }
}

/// The files of `lessons` that were rejected, in one line; three of them with the reason.
fn problem(lessons: &[LessonSources]) -> Option<String> {
    let mut rejected = Vec::new();
    for (exercise, source) in lessons.iter().flat_map(LessonSources::iter) {
        if let Source::Rejected(why) = source {
            rejected.push(format!("{}/{}: {why}", exercise.lesson.name(), exercise.name()));
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
    Unusable(&'static str),
    LargeFile,
    /// The encoding, or what it may be.
    NotText(String),
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

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(error) => write!(f, "the folder cannot be read: {error}"),
            Self::File(error) => write!(f, "the file cannot be read: {error}"),
            Self::LargeFile => write!(f, "the file is larger than {MOST_BYTES} bytes"),
            Self::NotText(encoding) => {
                write!(f, "the file is {encoding}; save it as UTF-8 and hand it in again")
            }
            Self::Link => f.write_str("the file cannot be read: it is, or is in, a symbolic link"),
            Self::NotRegular => f.write_str("the file cannot be read: it is not a regular file"),
            Self::OtherName(name) => {
                write!(f, "the file has another name: {}; rename it", shown(name))
            }
            Self::Zip(error) => write!(f, "the zip cannot be read: {error}"),
            Self::Archive(error) => write!(f, "the archive cannot be read: {error}"),
            Self::Unopened(error) => write!(f, "the file cannot be opened: {error}"),
            Self::Unusable(why) => f.write_str(why),
            Self::LargeArchive => {
                write!(f, "the zip is larger than {MOST_NESTED} bytes and lies in another archive")
            }
            Self::LargeTable => {
                write!(f, "the table of contents of the zip is larger than {LARGEST_TABLE} bytes")
            }
            Self::ManyEntries => f.write_str(
                "it holds too many files; leave out the folder `target` and hand it in again",
            ),
            Self::ZipEntry(error) => write!(f, "the entry cannot be read: {error}"),
            Self::Encrypted => {
                f.write_str("the zip is encrypted; zip it without a password and hand it in again")
            }
            Self::Compression(method) => write!(
                f,
                "the zip is compressed as {method}, which is not read; zip it as usual (Deflate) and \
                 hand it in again"
            ),
            Self::Outside(path) => write!(
                f,
                "the zip has an entry outside of its own folder, {}; zip the folder `exercises` itself",
                shown(path)
            ),
            Self::TwoFiles(path, other) if path == other => {
                write!(f, "the zip has two files of the name {}; keep one", shown(path))
            }
            Self::TwoFiles(path, other) => {
                let (path, other) = (shown(path), shown(other));
                write!(f, "there are two such files, {path} and {other}; keep one")
            }
            Self::TwoPlaces(place, other) => {
                let (place, other) = (shown(place), shown(other));
                write!(f, "both {place} and {other} hold files of exercises; hand in one of them")
            }
            Self::OnlySolutions => f.write_str(
                "it holds only `solutions`, which are the course's own answers; hand in `exercises`",
            ),
            Self::NoExercise { expected, unread: None } => {
                write!(f, "it holds no file of any exercise, such as {expected}")
            }
            Self::NoExercise { expected, unread: Some(archive) } => {
                let archive = shown(archive);
                write!(
                    f,
                    "it holds no file of any exercise, such as {expected}; {archive} is an archive that is not \
                     looked into: hand in a .zip or a .tar.gz"
                )
            }
            Self::Inside(path, rejection) => write!(f, "in {}: {rejection}", shown(path)),
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

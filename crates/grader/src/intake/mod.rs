//! Submissions as they were handed in: folders and zips with unknown contents.
//!
//! 1. [`list()`] finds a folder or a zip per student.
//! 2. `folder` and `archive` say what is in it that may count, without unpacking anything, following a link or
//!    opening a device.
//! 3. `places` decides which of it are the files of exercises, or why that cannot be said.
//! 4. These alone are read, each up to [`MOST_BYTES`], and `text` makes text of them.
//!
//! A name that a student chose is shown with `in_one_line` wherever it is told.

mod archive;
mod folder;
mod list;
mod places;
mod text;

use std::fmt;
use std::io;

use course::{Course, Exercise};
use zip::result::ZipError;

use crate::formats::in_one_line;
use crate::judge::{LessonSources, Source};

pub use list::{Entry, Listing, list};

/// The most bytes of one exercise's file; the longest solution of the course has 3,000.
pub const MOST_BYTES: u64 = 256 * 1024;
/// The most entries of a folder, or of a zip with everything that was ever built in it.
const MOST_ENTRIES: usize = 200_000;
/// The most entries that may be the file of an exercise; the course has 35 exercises.
const MOST_CANDIDATES: usize = 10_000;
/// The most bytes of the table of contents of a zip.
const LARGEST_TABLE: u64 = 64 << 20;

/// A submission that was read.
pub struct Submission {
    /// What was handed in, for each lesson of the course.
    pub lessons: Vec<LessonSources>,
    /// Why the instructor should look at it: something, or everything, could not be read.
    pub problem: Option<String>,
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
        Self { problem: problem(&lessons), lessons }
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

/// Something in a submission, by its path as it stands there.
struct Item {
    path: String,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    File,
    Link,
    Other,
}

/// A folder or a zip.
trait Tree {
    /// Everything that may count.
    fn items(&self) -> &[Item];
    /// The bytes of the file with this index among the items, at most one more than [`MOST_BYTES`].
    fn bytes(&mut self, index: usize) -> Result<Vec<u8>, Rejection>;
}

/// Why a file, or all of a submission, is not compiled. This is told to the student.
#[derive(Debug)]
enum Rejection {
    Folder(io::Error),
    File(io::Error),
    LargeFile,
    /// The encoding, or what it may be.
    NotText(String),
    Link,
    NotRegular,
    /// Another name that was found in the place of the file.
    OtherName(String),
    Zip(ZipError),
    LargeTable,
    ManyEntries,
    ZipEntry(ZipError),
    Encrypted,
    Compression(String),
    /// An entry that leaves the submission.
    Outside(String),
    TwoFiles(String, String),
    TwoPlaces(String, String),
}

impl Rejection {
    /// Whether it holds for everything in the submission, so that it is told once.
    fn is_of_the_whole(&self) -> bool {
        matches!(self, Self::Encrypted | Self::Compression(_))
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

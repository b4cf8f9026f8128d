//! Submissions as they were handed in: folders and zips with unknown contents.
//!
//! Only the files of known exercises are read, each up to [`MOST_BYTES`]. Nothing is unpacked, no link is
//! followed, no device is opened.

mod archive;
mod folder;
mod list;

use std::fmt;
use std::io;

use course::{Course, Exercise};
use zip::result::ZipError;

use crate::judge::{LessonSources, Source};

pub use list::{Entry, Listing, list};

/// The most bytes of one exercise's file; the longest solution of the course has 3,000.
pub const MOST_BYTES: u64 = 256 * 1024;
/// The largest zip that is opened, in bytes.
const LARGEST_ZIP: u64 = 64 << 20;
/// The most entries that a zip may have; the whole course has fewer than a thousand files.
const MOST_ENTRIES: usize = 20_000;

/// A submission that was read.
pub struct Submission {
    /// What was handed in, for each lesson of the course.
    pub lessons: Vec<LessonSources>,
    /// Why the instructor should look at it: nothing could be read.
    pub problem: Option<String>,
}

impl Submission {
    /// A submission in which `source` says what was handed in for each exercise.
    pub fn new(
        course: &'static Course,
        mut source: impl FnMut(&'static Exercise) -> Source,
    ) -> Self {
        let lessons = course.by_lesson();
        Self {
            lessons: lessons.map(|lesson| LessonSources::new(lesson, &mut source)).collect(),
            problem: None,
        }
    }

    /// A submission that could not be read at all.
    fn unreadable(course: &'static Course, why: &str) -> Self {
        let rejected = Self::new(course, |_| Source::Rejected(why.to_string()));
        Self { problem: Some(why.to_string()), ..rejected }
    }
}

/// A folder or a zip.
trait Tree {
    /// The folders at its top.
    fn tops(&self) -> Vec<String>;
    /// Whether there is anything at `path`.
    fn has(&self, path: &str) -> bool;
    /// The file at `path`, which [`has`](Self::has) found.
    fn read(&mut self, path: &str) -> Source;
}

fn path(prefix: &str, exercise: &Exercise) -> String {
    format!("{prefix}{}/src/{}.rs", exercise.lesson.name(), exercise.name())
}

/// Reads the files of all exercises, wherever in `tree` they are: in `exercises`, at its top, or
/// one folder below either, as zips of a folder have it.
fn collect(course: &'static Course, tree: &mut dyn Tree) -> Submission {
    let exercises = course.exercises();
    let mut places = vec!["exercises/".to_string(), String::new()];
    for top in tree.tops() {
        places.extend([format!("{top}/exercises/"), format!("{top}/")]);
    }
    let is_place =
        |place: &String| exercises.iter().any(|exercise| tree.has(&path(place, exercise)));
    let Some(place) = places.into_iter().find(is_place) else {
        let expected = path("exercises/", &exercises[0]);
        let why = format!("it holds no file of any exercise, such as {expected}");
        let missing = Submission::new(course, |_| Source::Missing);
        return Submission { problem: Some(why), ..missing };
    };
    Submission::new(course, |exercise| {
        let path = path(&place, exercise);
        if tree.has(&path) { tree.read(&path) } else { Source::Missing }
    })
}

/// The source in the bytes of a file, of which at most one more than [`MOST_BYTES`] were read.
fn source(bytes: Result<Vec<u8>, Rejection>) -> Source {
    match bytes.and_then(text) {
        Ok(text) => Source::Text(text),
        Err(rejection) => Source::Rejected(rejection.to_string()),
    }
}

fn text(bytes: Vec<u8>) -> Result<String, Rejection> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Rejection::LargeFile);
    }
    let text = String::from_utf8(bytes)
        .map_err(|error| Rejection::NotText { from: error.utf8_error().valid_up_to() })?;
    // The compiler treats both line ends alike; one form keeps results and cache the same.
    Ok(text.replace("\r\n", "\n"))
}

/// Why a file, or all of a submission, is not compiled. This is told to the student.
#[derive(Debug)]
enum Rejection {
    Folder(io::Error),
    File(io::Error),
    LargeFile,
    NotText { from: usize },
    Link,
    NotRegular,
    Zip(ZipError),
    LargeZip,
    ManyEntries,
    ZipEntry(ZipError),
    EntryNotRegular,
    TwoEntries,
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(error) => write!(f, "the folder cannot be read: {error}"),
            Self::File(error) => write!(f, "the file cannot be read: {error}"),
            Self::LargeFile => write!(f, "the file is larger than {MOST_BYTES} bytes"),
            Self::NotText { from } => {
                write!(f, "the file is not UTF-8 text, from byte {from} on")
            }
            Self::Link => f.write_str("the file cannot be read: it is, or is in, a symbolic link"),
            Self::NotRegular => f.write_str("the file cannot be read: it is not a regular file"),
            Self::Zip(error) => write!(f, "the zip cannot be read: {error}"),
            Self::LargeZip => write!(f, "the zip is larger than {LARGEST_ZIP} bytes"),
            Self::ManyEntries => write!(f, "the zip has more than {MOST_ENTRIES} entries"),
            Self::ZipEntry(error) => write!(f, "the entry cannot be read: {error}"),
            Self::EntryNotRegular => f.write_str("the entry is not a regular file"),
            Self::TwoEntries => f.write_str("the zip has two files of this name"),
        }
    }
}

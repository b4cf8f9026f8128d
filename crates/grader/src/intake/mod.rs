//! Submissions as they come: folders and zips whose contents nobody has looked at yet.
//!
//! Only the files of known exercises are read, each of them alone and bounded; nothing is unpacked,
//! no link is followed, no device is opened.

mod archive;
mod folder;
mod list;

use course::{Course, Exercise};

use crate::judge::{LessonSources, Source};

pub use list::{Entry, Listing, list};

/// The most bytes of one exercise's file; the longest solution of the course has 3,000.
pub const MOST_BYTES: u64 = 256 * 1024;

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

/// Something with files in it: a folder or a zip.
trait Tree {
    /// The folders at its top.
    fn tops(&self) -> Vec<String>;
    /// Whether there is anything at `path`.
    fn has(&self, path: &str) -> bool;
    /// What is at `path`, where there is something.
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

/// The text of a file from its bytes, of which at most one more than [`MOST_BYTES`] were read.
fn text(bytes: Vec<u8>) -> Source {
    if bytes.len() as u64 > MOST_BYTES {
        return Source::Rejected(format!("the file is larger than {MOST_BYTES} bytes"));
    }
    match String::from_utf8(bytes) {
        // The compiler treats both line ends alike; one form keeps results and cache the same.
        Ok(text) => Source::Text(text.replace("\r\n", "\n")),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            Source::Rejected(format!("the file is not UTF-8 text, from byte {at} on"))
        }
    }
}

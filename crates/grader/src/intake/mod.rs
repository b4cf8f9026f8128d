//! Submissions as they come: folders and zips whose contents nobody has looked at yet.
//!
//! Only the files of known exercises are read, each of them alone and bounded; nothing is unpacked,
//! no link is followed, no device is opened.

mod archive;
mod folder;
mod list;

use std::collections::BTreeMap;

use course::{Exercise, exercises};

pub use list::{Entry, Listing, list};

/// The most bytes of one exercise's file; the longest solution of the course has 3,000.
pub const MOST_BYTES: u64 = 256 * 1024;

/// What was handed in for one exercise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The text of its file.
    Text(String),
    /// There is no such file.
    Missing,
    /// There is something that is not compiled, and why.
    Rejected(String),
}

/// What was handed in for each exercise, by lesson and exercise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    /// An entry for every exercise of the course.
    pub files: BTreeMap<(String, String), Source>,
}

impl Sources {
    /// The same for every exercise.
    pub fn all(source: &Source) -> Self {
        let entry = |exercise: &Exercise| (key(exercise), source.clone());
        Self { files: exercises().iter().map(entry).collect() }
    }
}

/// A submission that was read.
pub struct Submission {
    /// What was handed in.
    pub sources: Sources,
    /// Why the instructor should look at it: nothing could be read.
    pub problem: Option<String>,
}

impl Submission {
    /// A submission that could not be read at all.
    pub(crate) fn unreadable(why: &str) -> Self {
        let sources = Sources::all(&Source::Rejected(why.to_string()));
        Self { sources, problem: Some(why.to_string()) }
    }
}

/// How an exercise is called in [`Sources`].
pub fn key(exercise: &Exercise) -> (String, String) {
    (exercise.lesson.name().to_string(), exercise.name().to_string())
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
fn collect(tree: &mut dyn Tree) -> Submission {
    let all = exercises();
    let mut places = vec!["exercises/".to_string(), String::new()];
    for top in tree.tops() {
        places.extend([format!("{top}/exercises/"), format!("{top}/")]);
    }
    let Some(place) =
        places.into_iter().find(|place| all.iter().any(|it| tree.has(&path(place, it))))
    else {
        let expected = path("exercises/", &all[0]);
        let why = format!("it holds no file of any exercise, such as {expected}");
        return Submission { sources: Sources::all(&Source::Missing), problem: Some(why) };
    };
    let mut source = |exercise: &Exercise| {
        let path = path(&place, exercise);
        if tree.has(&path) { tree.read(&path) } else { Source::Missing }
    };
    let files = all.iter().map(|exercise| (key(exercise), source(exercise))).collect();
    Submission { sources: Sources { files }, problem: None }
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

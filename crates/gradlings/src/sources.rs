//! What the report on an exercise follows from.
//!
//! A file that names neither its neighbours nor other files is judged as it stands alone. One that does
//! is judged with all files of the lesson, and with those that the compiler says it has read.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

use course::Exercise;

use testkit::{READING, words};

/// A file without any of these words reaches no other.
const REACHING: [&str; 6] = ["crate", "super", "mod", "include", "include_str", "include_bytes"];

/// Makes the macros of a file known to all files after it, by their bare names.
const SPREADING: &str = "macro_use";

/// The files of a lesson, each read once.
#[derive(PartialEq, Eq)]
pub(crate) struct Sources {
    files: Vec<Source>,
}

#[derive(PartialEq, Eq)]
pub(crate) struct Source {
    exercise: &'static str,
    text: Result<String, Unreadable>,
}

/// Why a file has no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unreadable {
    /// There is nothing by its name; beside it lies a file with nearly the same.
    Missing(Option<String>),
    /// It is a link to a file that is not there.
    LinkTo(PathBuf),
    /// It is a folder, or something else that holds no text.
    NoFile,
    /// It is text in another encoding: UTF-16.
    Utf16,
    /// It is not UTF-8: the number of the first line that is not.
    NoText(usize),
    /// The system does not let it be read, and why.
    Refused(String),
}

impl Source {
    /// The text of the file at `path`.
    pub(crate) fn read(path: &Path) -> Result<String, Unreadable> {
        let refused = |error: io::Error| Unreadable::Refused(error.to_string());
        let metadata = match fs::metadata(path) {
            Ok(metadata) => metadata,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let to = fs::read_link(path).map(Unreadable::LinkTo);
                return Err(to.unwrap_or_else(|_| Unreadable::Missing(namesake(path))));
            }
            Err(error) => return Err(refused(error)),
        };
        if !metadata.is_file() {
            return Err(Unreadable::NoFile);
        }
        match String::from_utf8(fs::read(path).map_err(refused)?) {
            Ok(text) => Ok(text),
            Err(error) => match error.as_bytes() {
                [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Err(Unreadable::Utf16),
                bytes => {
                    let good = &bytes[..error.utf8_error().valid_up_to()];
                    Err(Unreadable::NoText(1 + String::from_utf8_lossy(good).matches('\n').count()))
                }
            },
        }
    }
}

/// The file beside `path` that may be meant: `relu.rs.txt`, `Relu.rs`, `relu (1).rs`.
fn namesake(path: &Path) -> Option<String> {
    let stem = path.file_stem()?.to_str()?.to_lowercase();
    let names = fs::read_dir(path.parent()?).ok()?.filter_map(|entry| {
        let entry = entry.ok().filter(|entry| entry.path().is_file())?;
        entry.file_name().into_string().ok()
    });
    let is_meant = |name: &String| {
        let name = name.to_lowercase();
        let rest = name.strip_prefix(&stem).unwrap_or_default();
        // `relu` is not `relu_prime`, and a backup is what `reset` has put aside.
        rest.contains(".rs") && !rest.starts_with(char::is_alphanumeric) && !rest.starts_with('_')
    };
    names.filter(is_meant).min()
}

impl Sources {
    /// Reads the files of `exercises`, all of one lesson, in `folder`.
    pub(crate) fn read(exercises: &[Exercise], folder: &Path) -> Self {
        let source = |exercise: &Exercise| Source {
            exercise: exercise.name(),
            text: Source::read(&exercise.file_in(folder)),
        };
        Self { files: exercises.iter().map(source).collect() }
    }

    /// The text of an exercise's file, or why it has none.
    pub(crate) fn file(&self, exercise: &str) -> Result<&str, &Unreadable> {
        let file = self.files.iter().find(|file| file.exercise == exercise);
        file.map_or(Err(&Unreadable::NoFile), |file| file.text.as_deref())
    }

    fn text(&self, exercise: &str) -> &str {
        self.file(exercise).unwrap_or_default()
    }

    /// Whether the report on an exercise may follow from other files than its own.
    pub(crate) fn reaches_others(&self, exercise: &str) -> bool {
        words(self.text(exercise)).any(|word| REACHING.contains(&word))
            || self.any_says(&[SPREADING])
    }

    /// Whether a file of the lesson may read files that are none of its exercises.
    pub(crate) fn may_read_more(&self) -> bool {
        self.any_says(&READING)
    }

    fn any_says(&self, wanted: &[&str]) -> bool {
        let mut texts = self.files.iter().filter_map(|file| file.text.as_deref().ok());
        texts.any(|text| words(text).any(|word| wanted.contains(&word)))
    }

    /// What the report on an exercise that compiles follows from.
    pub(crate) fn key(&self, exercise: &str) -> u64 {
        if self.reaches_others(exercise) {
            return self.key_of_lesson();
        }
        hash(&self.text(exercise))
    }

    /// What an error of the compiler follows from: a neighbour may be at fault.
    pub(crate) fn key_of_lesson(&self) -> u64 {
        hash(&self.files.iter().map(|file| file.text.as_deref().ok()).collect::<Vec<_>>())
    }
}

/// A number that differs for different values.
pub(crate) fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(relu: &str, tanh: &str) -> u64 {
        let source = |exercise, text: &str| Source { exercise, text: Ok(text.to_string()) };
        Sources { files: vec![source("relu", relu), source("tanh", tanh)] }.key("relu")
    }

    #[test]
    fn a_file_that_may_be_meant_is_found_beside_the_missing_one() {
        let folder = std::env::temp_dir().join(format!("namesake-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let found = |name: &str| {
            fs::write(folder.join(name), "").unwrap();
            let found = Source::read(&folder.join("relu.rs"));
            fs::remove_file(folder.join(name)).unwrap();
            found
        };
        for name in ["relu.rs.txt", "Relu.rs.bak", "relu (1).rs", "relu.rs~"] {
            assert_eq!(found(name), Err(Unreadable::Missing(Some(name.to_string()))), "{name}");
        }
        for name in ["relu_prime.rs", "relu2.rs", "relu.1.bak", "tanh.rs"] {
            assert_eq!(found(name), Err(Unreadable::Missing(None)), "{name}");
        }
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_neighbour_counts_only_for_a_file_that_can_reach_it() {
        let alone = "//! The crate of modules: include \"super\".\npub fn relu(z: f64) { z }";
        assert_eq!(key(alone, "1"), key(alone, "2"));
        assert_ne!(key(alone, "1"), key("", "1"));
        for reaching in
            ["use crate::tanh;", "super::tanh(z)", "mod helper;", "include!(\"tanh.rs\")"]
        {
            assert_ne!(key(reaching, "1"), key(reaching, "2"), "{reaching}");
        }
        assert_ne!(key(alone, "#![macro_use] // 1"), key(alone, "#![macro_use] // 2"));
    }
}

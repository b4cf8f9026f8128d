//! What the report on an exercise follows from.
//!
//! A file that names neither its neighbours nor other files is judged as it stands alone. One that does
//! is judged with all files of the lesson, and with those that the compiler says it has read.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use course::Exercise;

use crate::words::words;

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
struct Source {
    exercise: &'static str,
    /// None if there is no such file, or if it is not text.
    text: Option<String>,
}

impl Sources {
    /// Reads the files of `exercises`, all of one lesson, in `folder`.
    pub(crate) fn read(exercises: &[Exercise], folder: &Path) -> Self {
        let source = |exercise: &Exercise| Source {
            exercise: exercise.name(),
            text: fs::read_to_string(exercise.file_in(folder)).ok(),
        };
        Self { files: exercises.iter().map(source).collect() }
    }

    /// The text of an exercise's file, if it can be read.
    pub(crate) fn text(&self, exercise: &str) -> Option<&str> {
        self.files.iter().find(|file| file.exercise == exercise)?.text.as_deref()
    }

    /// Whether the report on an exercise may follow from other files than its own.
    pub(crate) fn reaches_others(&self, exercise: &str) -> bool {
        words(self.text(exercise).unwrap_or_default()).any(|word| REACHING.contains(&word))
            || self.any_says(&[SPREADING])
    }

    /// Whether a file of the lesson may read files that are none of its exercises.
    pub(crate) fn may_read_more(&self) -> bool {
        self.any_says(&REACHING[2..])
    }

    fn any_says(&self, wanted: &[&str]) -> bool {
        let mut texts = self.files.iter().filter_map(|file| file.text.as_deref());
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
        hash(&self.files.iter().map(|file| &file.text).collect::<Vec<_>>())
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
        let source = |exercise, text: &str| Source { exercise, text: Some(text.to_string()) };
        Sources { files: vec![source("relu", relu), source("tanh", tanh)] }.key("relu")
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

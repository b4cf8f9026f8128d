//! Everything that the verdict on an exercise follows from.

use std::fs;
use std::path::Path;

use course::report::State;
use course::{Exercise, exercises};

/// The texts that make a verdict what it is; equal ones make the same verdict.
#[derive(PartialEq, Eq)]
pub(crate) struct Fingerprints {
    /// Of the exercise as it stands alone, or with its neighbours if it names them.
    pub(crate) own: String,
    /// Of the whole lesson: what the compiler refuses may be the doing of a neighbour.
    pub(crate) lesson: String,
}

impl Fingerprints {
    /// The one that a verdict of this state follows from.
    pub(crate) fn of(&self, state: State) -> &str {
        if state == State::DoesNotCompile { &self.lesson } else { &self.own }
    }
}

/// The fingerprints of an exercise in `folder`; none if its verdict follows from files that are not
/// looked at.
pub(crate) fn fingerprints(folder: &Path, exercise: &Exercise) -> Option<Fingerprints> {
    let read =
        |exercise: &Exercise| fs::read_to_string(exercise.file_in(folder)).unwrap_or_default();
    let text = read(exercise);
    let mut lesson = format!("lesson {}", exercise.name());
    for neighbour in exercises() {
        if neighbour.lesson.name() == exercise.lesson.name() {
            lesson += &format!("\0{}", read(&neighbour));
        }
    }
    if reads_other_files(&text) {
        return None;
    }
    let has_company = text.contains("crate") || text.contains("super");
    if has_company && reads_other_files(&lesson) {
        return None;
    }
    let own = if has_company { lesson.clone() } else { format!("{}\0{text}", exercise.name()) };
    Some(Fingerprints { own, lesson })
}

/// Whether code may take in a file of its own; rather once too often.
fn reads_other_files(text: &str) -> bool {
    text.contains("include") || text.contains("mod ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_and_included_files_are_noticed() {
        assert!(reads_other_files("mod helper;"));
        assert!(reads_other_files("include!(\"x.rs\")"));
        assert!(!reads_other_files("//! The modulus of z."));
    }
}

//! The four suites as one course: its exercises, how a name finds one, and how a lesson's files become a
//! program.
//!
//! What is here is known to every face of the course, the student's program, the grader and the lab; it
//! draws no screen and prints nothing.
//!
//! | module | says |
//! |---|---|
//! | [`stub`] | the stub of an exercise, made from its solution and its hints |
//! | [`compile`] | the files of a lesson as one program, and whose fault an error is |
//! | [`libraries`] | what a student's code is linked with |
//! | [`report`] | what came of checking an exercise |

pub mod compile;
pub mod error;
pub mod libraries;
pub mod report;
pub mod stub;

use std::path::{Path, PathBuf};

use testkit::{AnyLesson, Outline};

/// The lessons, in the order in which they are meant to be taken.
pub static LESSONS: [&dyn AnyLesson; 4] = [
    &activations_suite::LESSON,
    &init_suite::LESSON,
    &backprop_suite::LESSON,
    &symmetry_suite::LESSON,
];

/// An exercise and where it stands.
#[derive(Clone)]
pub struct Exercise {
    /// Its lesson.
    pub lesson: &'static dyn AnyLesson,
    /// The number of its lesson and its own, from 1.
    pub number: (usize, usize),
    /// Its functions, properties and hints.
    pub outline: Outline,
}

impl Exercise {
    /// Its name.
    pub fn name(&self) -> &'static str {
        self.outline.name
    }

    /// The student's file, from the root of the workspace.
    pub fn file(&self) -> PathBuf {
        self.file_in(Path::new("exercises"))
    }

    /// The file of the solution, from the root of the workspace.
    pub fn solution(&self) -> PathBuf {
        self.file_in(Path::new("solutions"))
    }

    /// Its file in `folder`, which is laid out as `exercises` is.
    pub fn file_in(&self, folder: &Path) -> PathBuf {
        let lesson = folder.join(self.lesson.name());
        lesson.join("src").join(format!("{}.rs", self.name()))
    }
}

/// All exercises, in order.
pub fn exercises() -> Vec<Exercise> {
    let mut all = Vec::new();
    for (i, lesson) in LESSONS.into_iter().enumerate() {
        for (j, outline) in lesson.outline().into_iter().enumerate() {
            all.push(Exercise { lesson, number: (i + 1, j + 1), outline });
        }
    }
    all
}

/// A name that is neither an exercise, a lesson nor a function of one.
#[derive(Debug, PartialEq, Eq)]
pub struct Unknown {
    /// The name.
    pub name: String,
    /// The names most like it, the nearest first.
    pub nearest: Vec<String>,
}

/// The exercises that `name` means: an exercise (`relu`, `activations/relu`), all of a lesson
/// (`activations`), or the one with a function of that name (`relu_prime`).
pub fn find(name: &str) -> Result<Vec<Exercise>, Unknown> {
    let all = exercises();
    let plain = name.trim_end_matches(".rs").rsplit(['/', '\\']).next().unwrap_or(name);
    let keep = |is_meant: &dyn Fn(&Exercise) -> bool| -> Vec<Exercise> {
        all.iter().filter(|exercise| is_meant(exercise)).cloned().collect()
    };
    let found = [
        keep(&|exercise| exercise.name() == plain),
        keep(&|exercise| exercise.lesson.name() == plain),
        keep(&|exercise| exercise.outline.functions.contains(&plain)),
    ];
    let first = found.into_iter().find(|exercises| !exercises.is_empty());
    first.ok_or_else(|| Unknown { name: name.to_string(), nearest: nearest(&all, plain) })
}

fn nearest(all: &[Exercise], name: &str) -> Vec<String> {
    let mut names: Vec<&str> = all
        .iter()
        .flat_map(|exercise| exercise.outline.functions.iter().copied().chain([exercise.name()]))
        .chain(LESSONS.iter().map(|lesson| lesson.name()))
        .collect();
    names.sort_unstable();
    names.dedup();
    let likeness = |other: &str| strsim::jaro_winkler(name, other);
    names.sort_by(|a, b| likeness(b).total_cmp(&likeness(a)));
    names.iter().take(3).map(ToString::to_string).collect()
}

/// The root of the workspace that holds `folder`, or else of the one that this program was built
/// in.
pub fn root(folder: &Path) -> PathBuf {
    let is_root = |folder: &&Path| {
        folder.join("exercises").is_dir() && folder.join("crates").join("gradlings").is_dir()
    };
    let built_in = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join("..");
    folder.ancestors().find(is_root).map_or(built_in, Path::to_path_buf)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(name: &str) -> Vec<&'static str> {
        find(name).unwrap().iter().map(Exercise::name).collect()
    }

    #[test]
    fn a_name_means_an_exercise_before_a_lesson_or_a_function() {
        assert_eq!(names("sigmoid"), ["sigmoid"]);
        assert_eq!(names("activations/sigmoid"), ["sigmoid"]);
        assert_eq!(names("exercises/activations/src/sigmoid.rs"), ["sigmoid"]);
        assert_eq!(names("activations")[0], "sigmoid");
    }

    #[test]
    fn an_unknown_name_brings_the_nearest() {
        let unknown = find("sigmoit").err().unwrap();
        assert_eq!(unknown.nearest[0], "sigmoid");
    }
}

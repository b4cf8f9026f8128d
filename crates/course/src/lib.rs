//! The four suites as one course: its exercises, how a name finds one, and how a lesson's files become a
//! program.
//!
//! What is here is known to every face of the course, the student's program, the grader and the lab; it
//! draws no screen and prints nothing.
//!
//! | module | says |
//! |---|---|
//! | [`stub`] | the stub of an exercise, made from its solution and its hints |
//! | [`wiring`] | the root of a program with the functions of a lesson |
//! | [`compile`] | the files of a lesson as one program; a file with errors costs its own exercise alone |
//! | [`advice`] | what the course allows, where the compiler's words alone do not say it |
//! | [`calls`] | which exercises a student's file calls |
//! | [`blame`] | whose fault an error of the compiler is |
//! | [`guide`] | what a student is told around an exercise: how hard it is, what it was good for |
//! | [`libraries`] | what a student's code is linked with |
//! | [`asking`] | judging answers that sit in another process |
//! | [`meaning`] | what the properties say, in Korean |
//! | [`report`] | what was found of an exercise: one record for every face |
//! | [`store`] | what was found out before, on disk |

pub mod advice;
pub mod asking;
pub mod blame;
pub mod calls;
pub mod compile;
#[cfg(doctest)]
#[doc = include_str!("cheatsheet.md")]
#[doc = include_str!("cheatsheet.ko.md")]
mod cheatsheet {}
pub mod error;
pub mod guide;
pub mod libraries;
pub mod meaning;
pub mod report;
pub mod store;
pub mod stub;
pub mod wiring;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use contract::Text;
use testkit::{AnyLesson, Outline};

/// ndarray and Rust for this course, on one page.
pub static CHEATSHEET: Text =
    Text::fixed(include_str!("cheatsheet.md"), include_str!("cheatsheet.ko.md"));

/// An exercise and where it stands in the course.
pub struct Exercise {
    /// Its lesson.
    pub lesson: &'static dyn AnyLesson,
    /// The number of its lesson and its own, from 1.
    pub number: (usize, usize),
    /// Its functions, properties, mistakes and hints.
    pub outline: Outline,
}

impl Exercise {
    /// Its name, which is also that of its file.
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

/// The lessons and exercises of the course, in the order in which they are meant to be taken.
pub struct Course {
    lessons: Vec<&'static dyn AnyLesson>,
    exercises: Vec<Exercise>,
}

static WHOLE: LazyLock<Course> = LazyLock::new(|| {
    Course::of(vec![
        &activations_suite::LESSON,
        &init_suite::LESSON,
        &backprop_suite::LESSON,
        &symmetry_suite::LESSON,
    ])
});

impl Course {
    /// The whole course: all four lessons. It is built once.
    pub fn whole() -> &'static Self {
        &WHOLE
    }

    fn of(lessons: Vec<&'static dyn AnyLesson>) -> Self {
        let exercises_of = |(i, lesson): (usize, &&'static dyn AnyLesson)| {
            let lesson = *lesson;
            let outlines = lesson.outline().into_iter().enumerate();
            outlines.map(move |(j, outline)| Exercise { lesson, number: (i + 1, j + 1), outline })
        };
        let exercises = lessons.iter().enumerate().flat_map(exercises_of).collect();
        Self { lessons, exercises }
    }

    /// The part of the whole course that `is_wanted`; what is left keeps its numbers.
    pub fn part(is_wanted: impl Fn(&Exercise) -> bool) -> Self {
        let mut course = Self::of(WHOLE.lessons.clone());
        course.exercises.retain(is_wanted);
        let is_left =
            |name: &str| course.exercises.iter().any(|exercise| exercise.lesson.name() == name);
        course.lessons.retain(|lesson| is_left(lesson.name()));
        course
    }

    /// The lessons.
    pub fn lessons(&self) -> &[&'static dyn AnyLesson] {
        &self.lessons
    }

    /// The exercises of all lessons.
    pub fn exercises(&self) -> &[Exercise] {
        &self.exercises
    }

    /// The exercises, a slice for each lesson.
    pub fn by_lesson(&self) -> impl Iterator<Item = &[Exercise]> {
        self.exercises.chunk_by(|one, other| one.number.0 == other.number.0)
    }

    /// The exercises of `lesson`, none if there is no such lesson.
    pub fn of_lesson(&self, lesson: &str) -> &[Exercise] {
        self.by_lesson().find(|exercises| exercises[0].lesson.name() == lesson).unwrap_or_default()
    }

    /// The exercises that `name` means: an exercise (`relu`, `activations/relu`), all of a lesson
    /// (`activations`), or the one with a function of that name (`relu_prime`).
    ///
    /// # Errors
    /// The names most like it, if it means nothing.
    pub fn find(&self, name: &str) -> Result<Vec<&Exercise>, Unknown> {
        // Shells complete a folder with a slash, and `exercises/init/src` is all of `init`.
        let path = name.trim().trim_end_matches(['/', '\\']);
        let path = path.strip_suffix("src").map_or(path, |path| path.trim_end_matches(['/', '\\']));
        let plain = path.trim_end_matches(".rs").rsplit(['/', '\\']).next().unwrap_or(name);
        let keep = |is_meant: &dyn Fn(&Exercise) -> bool| -> Vec<&Exercise> {
            self.exercises.iter().filter(|exercise| is_meant(exercise)).collect()
        };
        let found = [
            keep(&|exercise| exercise.name() == plain),
            keep(&|exercise| exercise.lesson.name() == plain),
            keep(&|exercise| exercise.outline.functions.contains(&plain)),
        ];
        let first = found.into_iter().find(|exercises| !exercises.is_empty());
        first.ok_or_else(|| Unknown { name: name.to_string(), nearest: self.nearest(plain) })
    }

    fn nearest(&self, name: &str) -> Vec<String> {
        let mut names: Vec<&str> = self
            .exercises
            .iter()
            .flat_map(|exercise| {
                exercise.outline.functions.iter().copied().chain([exercise.name()])
            })
            .chain(self.lessons.iter().map(|lesson| lesson.name()))
            .collect();
        names.sort_unstable();
        names.dedup();
        nearest(name, names)
    }
}

/// A name that is neither an exercise, a lesson nor a function of one.
#[derive(Debug, PartialEq, Eq)]
pub struct Unknown {
    /// The name.
    pub name: String,
    /// The names most like it, the nearest first.
    pub nearest: Vec<String>,
}

/// The three of `names` most like `name`, the nearest first.
pub fn nearest(name: &str, mut names: Vec<&str>) -> Vec<String> {
    let likeness = |other: &str| strsim::jaro_winkler(name, other);
    names.sort_by(|a, b| likeness(b).total_cmp(&likeness(a)));
    names.iter().take(3).map(ToString::to_string).collect()
}

/// The root of the workspace that holds `folder`, or else of the one that this program was built
/// in.
pub fn root(folder: &Path) -> PathBuf {
    clone_around(folder)
        .unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(".."))
}

/// The root of the clone of the course that holds `folder`, none if there is no such.
pub fn clone_around(folder: &Path) -> Option<PathBuf> {
    let is_root = |folder: &&Path| {
        folder.join("exercises").is_dir() && folder.join("crates").join("gradlings").is_dir()
    };
    folder.ancestors().find(is_root).map(Path::to_path_buf)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(name: &str) -> Vec<&'static str> {
        let found = Course::whole().find(name).unwrap();
        found.into_iter().map(Exercise::name).collect()
    }

    #[test]
    fn a_name_means_an_exercise_before_a_lesson_or_a_function() {
        assert_eq!(names("sigmoid"), ["sigmoid"]);
        assert_eq!(names("activations/sigmoid"), ["sigmoid"]);
        assert_eq!(names("exercises/activations/src/sigmoid.rs"), ["sigmoid"]);
        assert_eq!(names("activations")[0], "sigmoid");
    }

    #[test]
    fn a_path_may_be_written_as_a_shell_or_another_system_completes_it() {
        for path in ["exercises/init/", "exercises/init/src/", "exercises\\init\\src", " init "] {
            assert_eq!(names(path)[0], "layer_sizes", "{path}");
        }
        assert_eq!(names("exercises\\init\\src\\zeros.rs"), ["zeros"]);
    }

    #[test]
    fn an_unknown_name_brings_the_nearest() {
        let unknown = Course::whole().find("sigmoit").err().unwrap();
        assert_eq!(unknown.nearest[0], "sigmoid");
    }
}

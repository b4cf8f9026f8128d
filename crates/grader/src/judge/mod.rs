//! The judge: how the exercises of a lesson stand, from the sources of one submission.
//!
//! This is the trusted side of the grader: it holds the properties, the reference and the seed. The unit of
//! judging is a lesson, because its files may call one another:
//!
//! 1. What needs no compiler is settled: a file that is missing, was rejected, or is still the stub. For the
//!    rest the `template` forks an `examiner`, which may die of what it reads. All that follows is its work.
//! 2. [`compile`] compiles the other files in a cell, together with a `main` that answers calls. A file with
//!    errors costs its own exercise alone.
//! 3. [`worker`] starts the program in another cell. The properties call its functions over a socket, and
//!    only values come back.
//! 4. The calls that a property makes of right answers are known beforehand ([`course::asking`]) and put many at a
//!    time. Answers that are the reference's to the last bit need no judging; others are judged call by call.
//! 5. Each exercise is asked in a new process, and its hidden properties in another. If asking ahead breaks off, it
//!    is judged again, call by call.
//! 6. What fails only because of a function below it is found by judging it again (`follow_on`).
//! 7. An examiner that dies costs the exercise that it was at; another one goes on with the rest.

#[cfg(target_os = "linux")]
mod affinity;
#[cfg(target_os = "linux")]
pub mod compile;
#[cfg(target_os = "linux")]
mod engine;
#[cfg(target_os = "linux")]
mod examiner;
#[cfg(target_os = "linux")]
mod fingerprint;
mod follow_on;
#[cfg(target_os = "linux")]
mod libraries;
#[cfg(target_os = "linux")]
mod message;
#[cfg(all(test, target_os = "linux"))]
mod mistakes;
#[cfg(target_os = "linux")]
#[cfg(target_os = "linux")]
mod system;
#[cfg(target_os = "linux")]
mod template;
#[cfg(target_os = "linux")]
pub mod toolchain;
#[cfg(target_os = "linux")]
mod usage;
mod weights;
#[cfg(target_os = "linux")]
mod words;
#[cfg(target_os = "linux")]
mod work_folder;
#[cfg(target_os = "linux")]
pub mod worker;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use contract::Text;
use course::report::Report;
use course::{Course, Exercise};

use crate::Error;
use crate::sandbox::Tier;

#[cfg(target_os = "linux")]
pub use engine::Engine;
pub use follow_on::{FollowOn, follow_ons};
#[cfg(target_os = "linux")]
pub(crate) use system::system_folders;
pub use weights::{weights, weights_of};

/// What was handed in for one exercise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The text of its file.
    Text(String),
    /// There is no such file.
    Missing,
    /// There is something that is not compiled, and why.
    Rejected(Text),
}

/// What is judged at once: a lesson, whose files may call one another, and what a student handed in for it.
#[derive(Clone)]
pub struct LessonSources {
    /// The exercises of the lesson.
    pub exercises: &'static [Exercise],
    /// What was handed in for each of them, in the same order.
    pub sources: Vec<Source>,
}

impl LessonSources {
    /// What `source` says was handed in for each of `exercises`, which are those of a lesson.
    pub fn new(
        exercises: &'static [Exercise],
        source: impl FnMut(&'static Exercise) -> Source,
    ) -> Self {
        Self { exercises, sources: exercises.iter().map(source).collect() }
    }

    /// The name of the lesson.
    pub fn lesson(&self) -> &'static str {
        self.exercises[0].lesson.name()
    }

    /// Each exercise with its source.
    pub fn iter(&self) -> impl Iterator<Item = (&'static Exercise, &Source)> {
        self.exercises.iter().zip(&self.sources)
    }
}

/// Judges lessons; called from several threads.
pub trait Judge: Send + Sync {
    /// What holds the students' code in.
    fn tier(&self) -> Tier;
    /// The fingerprint of everything that a grade follows from, besides sources, compiler and seed.
    fn suite(&self) -> String;
    /// The version of the compiler.
    fn toolchain(&self) -> String;
    /// A report on each exercise of a lesson, in order.
    ///
    /// # Errors
    /// Only for what the sources cannot bring about.
    fn judge(&self, lesson: &LessonSources) -> Result<Vec<Report>, Error>;
    /// The right file of an exercise, if this judge may put it in the place of a student's.
    fn solution(&self, _exercise: &Exercise) -> Option<&str> {
        None
    }
    /// The properties of `lesson` that are asked in processes of their own; reports follow from that, too.
    fn asked_apart(&self, lesson: &LessonSources) -> Vec<String> {
        let _ = lesson;
        Vec::new()
    }
}

/// How a judge is set up.
#[derive(Clone)]
pub struct Setup {
    /// The course that is graded.
    pub course: &'static Course,
    /// The root of the workspace.
    pub root: PathBuf,
    /// A program that calls [`enter_if_asked`](crate::enter_if_asked) first.
    pub program: PathBuf,
    /// The seed of all properties.
    pub seed: u64,
    /// The processor time that the compiler may take for a lesson.
    pub compile_time: Duration,
    /// The longest that one call may take.
    pub call_time: Duration,
    /// The longest that all calls of an exercise may take together.
    pub exercise_time: Duration,
    /// The processor time that a lesson may take: compiler, student's program and judge together.
    pub lesson_cpu: Duration,
    /// The longest that a lesson may take.
    pub lesson_time: Duration,
    /// Hidden properties, each with the name of its exercise. A student's program that remembers what it was asked
    /// could tell the others; so these are asked in processes of their own.
    pub hidden: BTreeSet<(String, String)>,
    /// Whether properties are put ahead. It changes how long grading takes and nothing else; tests switch it
    /// off to show that.
    pub asks_ahead: bool,
}

/// The processor time that a submission may take, in seconds: a share for each lesson.
pub const SUBMISSION_CPU: u64 = 600;
/// The wall-clock time that a submission may take, in seconds: a share for each lesson.
pub const SUBMISSION_TIME: u64 = 1200;

impl Setup {
    /// The usual limits, in the workspace at `root`, with this program's own cells.
    pub fn new(course: &'static Course, root: PathBuf, program: PathBuf, seed: u64) -> Self {
        let lessons = u32::try_from(course.lessons().len()).unwrap_or(1);
        let share = |seconds| Duration::from_secs(seconds) / lessons;
        Self {
            course,
            root,
            program,
            seed,
            compile_time: Duration::from_secs(20),
            call_time: Duration::from_secs(10),
            exercise_time: Duration::from_secs(60),
            lesson_cpu: share(SUBMISSION_CPU),
            lesson_time: share(SUBMISSION_TIME),
            hidden: BTreeSet::new(),
            asks_ahead: true,
        }
    }
}

/// The folder below which everything is that the grader makes for itself, in cargo's target folder for the workspace
/// at `root`. The workspace itself need not be writable.
///
/// # Errors
/// If cargo cannot be asked.
pub fn target_folder(root: &Path) -> Result<PathBuf, Error> {
    let target = course::libraries::target_folder(root).map_err(Error::Course)?;
    Ok(target.join("grader"))
}

/// Becomes what judges are forked from if the program was started as that; else returns at once.
pub(crate) fn enter_if_asked() {
    #[cfg(target_os = "linux")]
    template::if_asked();
}

/// Opens the judge of this machine and finds out how much the sandbox holds.
///
/// # Errors
/// Always: there is a sandbox on Linux only.
#[cfg(not(target_os = "linux"))]
pub fn open(_: &Setup) -> Result<Box<dyn Judge>, Error> {
    Err(Error::NoSandbox)
}

/// Opens the judge of this machine and finds out how much the sandbox holds.
///
/// # Errors
/// If the libraries for students' code do not build, or the target folder cannot be written.
#[cfg(target_os = "linux")]
pub fn open(setup: &Setup) -> Result<Box<dyn Judge>, Error> {
    Ok(Box::new(Engine::open(setup)?))
}

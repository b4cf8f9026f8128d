//! A student's workplace, and the reports on the exercises in it. Nothing is judged twice.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::SystemTime;

use contract::Limits;
use course::calls;
use course::libraries::{self, Libraries};
use course::report::{Report, State};
use course::stub::{same_text, stub_of};
use course::{Course, Exercise};

use crate::error::Error;
use crate::init;
use crate::memory::Memory;
use crate::patience::Slowness;
use crate::reports::{unreadable, untouched};
use crate::sources::{Source, Sources};

/// Whether the reports of a check are no longer wanted.
pub type IsCancelled = Arc<dyn Fn() -> bool + Send + Sync>;

/// Is told of slow answers while they are judged.
pub(crate) type Tell = Arc<dyn Fn(&'static str, Slowness) + Send + Sync>;

/// The folder of a student's files, and what checking them needs.
pub struct Workplace {
    /// The course.
    pub course: &'static Course,
    /// The root of the workspace.
    pub root: PathBuf,
    /// Where exercises are read from, `exercises` or a folder like it.
    pub exercises: PathBuf,
    /// Where programs and reports are kept.
    pub output: PathBuf,
    /// The compiler.
    pub compiler: PathBuf,
    /// How long a call may take, and how much it may return.
    pub limits: Limits,
    /// Whether a warning of the compiler counts as an error.
    pub deny_warnings: bool,
    /// Whether this is a handout: then the stubs and the solutions are in this program, which judges.
    pub is_handed_out: bool,
    /// Whether to give up what is being checked.
    pub is_cancelled: IsCancelled,
    /// Is told of a check that takes long: the exercise, the calls so far and the mean time of one.
    pub(crate) tell: Tell,
    /// What students' code is linked with, once cargo has been asked.
    pub(crate) libraries: Mutex<Option<Arc<Libraries>>>,
}

/// The exercises of a lesson that must be judged, and what they are judged from.
struct Open {
    sources: Sources,
    exercises: Vec<&'static Exercise>,
}

/// The folder that cargo builds in; where cargo does not say it, the usual one. It is asked once.
fn target_folder(root: &Path) -> PathBuf {
    static KNOWN: OnceLock<(PathBuf, PathBuf)> = OnceLock::new();
    let usual = || root.join("target");
    let ask = || libraries::target_folder(root).unwrap_or_else(|_| usual());
    let (known, folder) = KNOWN.get_or_init(|| (root.to_path_buf(), ask()));
    if known == root { folder.clone() } else { ask() }
}

impl Workplace {
    /// The workplace of a student of `course` in the workspace at `root`.
    pub fn new(course: &'static Course, root: &Path) -> Self {
        Self {
            course,
            root: root.to_path_buf(),
            exercises: root.join("exercises"),
            output: target_folder(root).join("gradlings"),
            compiler: libraries::compiler(),
            limits: Limits::default(),
            deny_warnings: false,
            is_handed_out: root.join(handout::settings::FILE).is_file(),
            is_cancelled: Arc::new(|| false),
            tell: Arc::new(|_, _| {}),
            libraries: Mutex::default(),
        }
    }

    /// The same place once more, for another thread.
    pub(crate) fn alike(&self) -> Self {
        let libraries = self.libraries.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Self {
            course: self.course,
            root: self.root.clone(),
            exercises: self.exercises.clone(),
            output: self.output.clone(),
            compiler: self.compiler.clone(),
            limits: self.limits,
            deny_warnings: self.deny_warnings,
            is_handed_out: self.is_handed_out,
            is_cancelled: Arc::clone(&self.is_cancelled),
            tell: Arc::new(|_, _| {}),
            libraries: Mutex::new(libraries),
        }
    }

    /// The file of an exercise.
    pub fn file(&self, exercise: &Exercise) -> PathBuf {
        exercise.file_in(&self.exercises)
    }

    /// The files of `lesson` as they are now.
    fn sources(&self, lesson: &str) -> Sources {
        Sources::read(self.course.of_lesson(lesson), &self.exercises)
    }

    /// The stub of an exercise.
    ///
    /// # Errors
    /// If its solution cannot be read.
    pub fn stub(&self, exercise: &Exercise) -> Result<String, Error> {
        if self.is_handed_out {
            return Ok(handout::stub(exercise));
        }
        Ok(stub_of(exercise, &self.solution(exercise)?))
    }

    /// The solution of an exercise.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn solution(&self, exercise: &Exercise) -> Result<String, Error> {
        if self.is_handed_out {
            return Ok(handout::solution(exercise).to_string());
        }
        let file = self.root.join(exercise.solution());
        fs::read_to_string(&file).map_err(Error::file(&file))
    }

    /// The libraries that students' code is linked with. Cargo is asked the first time, and again when they
    /// are gone; it builds what is not built.
    ///
    /// # Errors
    /// If the course does not build.
    pub fn libraries(&self) -> Result<Arc<Libraries>, Error> {
        let mut known = self.libraries.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(libraries) = known.as_ref().filter(|libraries| libraries.are_there()) {
            return Ok(Arc::clone(libraries));
        }
        let libraries = Arc::new(if self.is_handed_out {
            init::announce_first_build(&self.root);
            let runner = env::current_exe().map_err(Error::file(Path::new("gradlings")))?;
            Libraries::find_given(&self.root, self.course, runner)?
        } else {
            Libraries::find(&self.root)?
        });
        Ok(Arc::clone(known.insert(libraries)))
    }

    /// Checks `wanted`, in order. What has not changed since it was last checked is not checked
    /// again, unless it gave no answer in time: a slow machine may have been to blame. A file that
    /// is still the stub is not even compiled.
    ///
    /// # Errors
    /// If a file cannot be read or written, the course does not build, or the check was cancelled.
    pub fn check(&self, wanted: &[&'static Exercise]) -> Result<Vec<Report>, Error> {
        let mut reports = self.reports(wanted, |report| report.state() != State::TimedOut)?;
        for (exercise, report) in wanted.iter().zip(&mut reports) {
            if report.state() == State::Wrong {
                report.below = self.wrong_below(exercise)?;
            }
        }
        Ok(reports)
    }

    /// A function that the file of `exercise` calls and that does not hold: that of the first such exercise, on which
    /// the others may depend.
    fn wrong_below(&self, exercise: &Exercise) -> Result<Option<String>, Error> {
        let Ok(text) = Source::read(&self.file(exercise)) else { return Ok(None) };
        let lesson = self.course.of_lesson(exercise.lesson.name());
        let used = calls::used(lesson, &text).into_iter().map(|index| &lesson[index]);
        let used: Vec<&'static Exercise> =
            used.filter(|used| used.name() != exercise.name()).collect();
        let reports = self.reports(&used, |_| true)?;
        let wrong = reports.iter().find(|report| report.state() != State::Solved);
        let headline = wrong.and_then(Report::headline);
        Ok(headline.map(|property| property.function.clone()))
    }

    /// Where every exercise stands: as [`check`](Self::check), but every earlier report is believed.
    ///
    /// # Errors
    /// As [`check`](Self::check).
    pub fn overview(&self) -> Result<Vec<Report>, Error> {
        self.reports(&self.all(), |_| true)
    }

    /// The report on one exercise: as [`check`](Self::check), but every earlier report is believed.
    ///
    /// # Errors
    /// As [`check`](Self::check).
    pub(crate) fn report(&self, exercise: &'static Exercise) -> Result<Option<Report>, Error> {
        Ok(self.reports(&[exercise], |_| true)?.pop())
    }

    /// Compiles and judges every exercise, whatever was reported before.
    ///
    /// # Errors
    /// As [`check`](Self::check).
    pub fn judge_all(&self) -> Result<Vec<Report>, Error> {
        let lessons: Vec<_> =
            self.course.by_lesson().map(|lesson| lesson.iter().collect()).collect();
        Ok(self.judge(&lessons)?.into_iter().flat_map(|lesson| lesson.reports).collect())
    }

    fn all(&self) -> Vec<&'static Exercise> {
        self.course.exercises().iter().collect()
    }

    fn reports(
        &self,
        wanted: &[&'static Exercise],
        is_believed: fn(&Report) -> bool,
    ) -> Result<Vec<Report>, Error> {
        let (memory, start) = (Memory::in_folder(&self.output), SystemTime::now());
        let mut reports: BTreeMap<&str, Report> = BTreeMap::new();
        let mut lessons: BTreeMap<usize, Open> = BTreeMap::new();
        for exercise in wanted {
            let lesson = lessons.entry(exercise.number.0).or_insert_with(|| Open {
                sources: self.sources(exercise.lesson.name()),
                exercises: Vec::new(),
            });
            match self.known(exercise, &lesson.sources, &memory).filter(is_believed) {
                Some(report) => _ = reports.insert(exercise.name(), report),
                None => lesson.exercises.push(exercise),
            }
        }
        lessons.retain(|_, lesson| !lesson.exercises.is_empty());
        let open: Vec<_> = lessons.values().map(|lesson| lesson.exercises.clone()).collect();
        let judged = self.judge(&open);
        if (self.is_cancelled)() {
            return Err(Error::Cancelled);
        }
        let judged = judged?;
        for (Open { sources, exercises }, judged) in lessons.into_values().zip(judged) {
            // Saved while it was judged: then it is not known which text the report is on.
            let is_certain = sources == self.sources(exercises[0].lesson.name());
            for (exercise, report) in exercises.into_iter().zip(judged.reports) {
                if is_certain {
                    memory.keep(&report, &sources, judged.files.as_deref(), start);
                }
                reports.insert(exercise.name(), report);
            }
        }
        Ok(wanted.iter().filter_map(|exercise| reports.remove(exercise.name())).collect())
    }

    /// The report on an exercise, if it is known without compiling.
    fn known(&self, exercise: &Exercise, sources: &Sources, memory: &Memory) -> Option<Report> {
        let text = match sources.file(exercise.name()) {
            Ok(text) => text,
            Err(why) => return Some(unreadable(exercise, why)),
        };
        if self.stub(exercise).is_ok_and(|stub| same_text(&stub, text)) {
            return Some(untouched(exercise));
        }
        memory.recall(exercise.name(), sources)
    }
}

//! Checks exercises: compiles the student's files, asks their functions, judges the answers.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::{Arc, OnceLock};
use std::thread;

use contract::{Callee, say};
use contract::{Limits, Remote};
use testkit::AnyLesson;

use crate::fingerprint::{Fingerprints, fingerprints};
use crate::outcome::{judged, missing, refused, untouched};
use crate::process::{Process, Unwanted};
use crate::spoken;
use crate::verdicts::Verdicts;
use course::compile::{Compiled, Compiler};
use course::libraries::Libraries;
use course::report::{Report, State};
use course::stub::stub_of;
use course::{Exercise, exercises};

/// The working place of a check.
pub struct Bench {
    /// The root of the workspace.
    pub root: PathBuf,
    /// Where exercises are read from, `exercises` or a folder like it.
    pub exercises: PathBuf,
    /// Where programs and verdicts are kept.
    pub output: PathBuf,
    /// How patient it is.
    pub limits: Limits,
    /// Whether a warning of the compiler counts as an error.
    pub deny_warnings: bool,
    /// Whether to break off what is being checked.
    pub unwanted: Unwanted,
    /// What students' code is linked with, once it is known.
    pub libraries: OnceLock<Libraries>,
}

impl Bench {
    /// The bench of a student in the workspace at `root`.
    pub fn new(root: &Path) -> Self {
        Self {
            root: root.to_path_buf(),
            exercises: root.join("exercises"),
            output: root.join("target").join("gradlings"),
            limits: Limits::default(),
            deny_warnings: false,
            unwanted: Arc::new(|| false),
            libraries: OnceLock::new(),
        }
    }

    /// The file of an exercise.
    pub fn file(&self, exercise: &Exercise) -> PathBuf {
        exercise.file_in(&self.exercises)
    }

    /// The stub of an exercise.
    pub fn stub(&self, exercise: &Exercise) -> io::Result<String> {
        let solution = fs::read_to_string(self.root.join(exercise.solution()))?;
        Ok(stub_of(exercise, &solution))
    }

    /// Checks `wanted`, in order. What has not changed since it was last checked is not checked
    /// again, unless it gave no answer in time: a slow machine may have been to blame. A file that
    /// is still the stub is not even compiled.
    ///
    /// # Errors
    /// Files that cannot be read or written, a course that does not build, and `Interrupted` if
    /// the check was broken off.
    pub fn check(&self, wanted: &[Exercise]) -> io::Result<Vec<Report>> {
        self.look(wanted, |known| known.state != State::TimedOut)
    }

    /// Where every exercise stands: as [`check`](Self::check), but whatever is known is believed.
    pub fn overview(&self) -> io::Result<Vec<Report>> {
        self.look(&exercises(), |_| true)
    }

    fn look(
        &self,
        wanted: &[Exercise],
        is_believed: fn(&Report) -> bool,
    ) -> io::Result<Vec<Report>> {
        let mut verdicts = Verdicts::open(&self.output);
        let mut reports: BTreeMap<&str, Report> = BTreeMap::new();
        let mut open: Vec<(Exercise, Option<Fingerprints>)> = Vec::new();
        for exercise in wanted {
            let prints = fingerprints(&self.exercises, exercise);
            let known = self.known(exercise, prints.as_ref(), &verdicts);
            match known.filter(is_believed) {
                Some(report) => _ = reports.insert(exercise.name(), report),
                None => open.push((exercise.clone(), prints)),
            }
        }
        if !open.is_empty() {
            let exercises: Vec<Exercise> = open.iter().map(|(one, _)| one.clone()).collect();
            let judged = self.judge(&exercises)?;
            if (self.unwanted)() {
                return Err(io::ErrorKind::Interrupted.into());
            }
            for (exercise, prints) in open {
                let found = judged.iter().find(|report| report.exercise == exercise.name());
                let Some(report) = found.cloned() else { continue };
                if let Some(prints) = prints.filter(|it| self.still_has(&exercise, it)) {
                    verdicts.keep(prints.of(report.state), &report);
                }
                reports.insert(exercise.name(), report);
            }
            verdicts.save()?;
        }
        Ok(wanted.iter().filter_map(|exercise| reports.remove(exercise.name())).collect())
    }

    /// What is known of an exercise without compiling it.
    fn known(
        &self,
        exercise: &Exercise,
        prints: Option<&Fingerprints>,
        verdicts: &Verdicts,
    ) -> Option<Report> {
        let Ok(text) = fs::read_to_string(self.file(exercise)) else {
            return Some(missing(exercise));
        };
        let is_stub = self.stub(exercise).is_ok_and(|stub| same_text(&stub, &text));
        if is_stub {
            return Some(untouched(exercise));
        }
        let prints = prints?;
        verdicts.find(&prints.own).or_else(|| verdicts.find(&prints.lesson))
    }

    /// Whether a file was saved while it was judged; then nobody knows which text the verdict is on.
    fn still_has(&self, exercise: &Exercise, before: &Fingerprints) -> bool {
        fingerprints(&self.exercises, exercise).is_some_and(|now| now == *before)
    }

    /// The libraries that students' code is linked with.
    pub fn libraries(&self) -> io::Result<&Libraries> {
        if let Some(known) = self.libraries.get() {
            return Ok(known);
        }
        let found = Libraries::find(&self.root).map_err(|error| spoken::error(error.text()))?;
        Ok(self.libraries.get_or_init(|| found))
    }

    /// Compiles and judges, the lessons side by side.
    pub fn judge(&self, open: &[Exercise]) -> io::Result<Vec<Report>> {
        let libraries = self.libraries()?;
        let mut lessons: BTreeMap<usize, Vec<Exercise>> = BTreeMap::new();
        for exercise in open {
            lessons.entry(exercise.number.0).or_default().push(exercise.clone());
        }
        thread::scope(|scope| {
            let threads: Vec<_> = lessons
                .values()
                .map(|lesson| scope.spawn(|| self.judge_lesson(lesson, libraries)))
                .collect();
            let mut reports = Vec::new();
            for thread in threads {
                let broken = |_| spoken::error(say!("judging panicked", "검사하다가 패닉했습니다"));
                reports.extend(thread.join().map_err(broken)??);
            }
            Ok(reports)
        })
    }

    fn judge_lesson(&self, open: &[Exercise], libraries: &Libraries) -> io::Result<Vec<Report>> {
        let Answering { callee, errors, _lock } = self.compiled(open[0].lesson, libraries)?;
        let report = |exercise: &Exercise| match errors.get(exercise.name()) {
            Some(words) => refused(exercise, words),
            None => judged(exercise, Rc::clone(&callee)),
        };
        Ok(open.iter().map(report).collect())
    }

    /// The student's answers to a lesson.
    pub fn answering(&self, lesson: &'static dyn AnyLesson) -> io::Result<Answering> {
        self.compiled(lesson, self.libraries()?)
    }

    fn compiled(
        &self,
        lesson: &'static dyn AnyLesson,
        libraries: &Libraries,
    ) -> io::Result<Answering> {
        // All files of the lesson, because one may call another.
        let files: Vec<(Exercise, PathBuf)> = exercises()
            .into_iter()
            .filter(|exercise| exercise.lesson.name() == lesson.name())
            .map(|exercise| (exercise.clone(), self.file(&exercise)))
            .filter(|(_, file)| file.is_file())
            .collect();
        let compiler = Compiler {
            root: &self.root,
            libraries,
            output: self.output.clone(),
            deny_warnings: self.deny_warnings,
        };
        let lock = self.lock(lesson.name())?;
        let Compiled { program, errors } = compiler.compile(&files)?;
        let unwanted = Arc::clone(&self.unwanted);
        let connect = move || -> io::Result<Box<dyn contract::Connection>> {
            let program = program.as_ref().ok_or_else(|| io::Error::other("nothing compiles"))?;
            Ok(Box::new(Process::start(program, Arc::clone(&unwanted))?))
        };
        let callee = Rc::new(Remote::new(Box::new(connect), self.limits));
        Ok(Answering { callee, errors, _lock: lock })
    }

    /// Waits until no other runner works on the program of a lesson: one would judge the answers
    /// that the other has compiled.
    fn lock(&self, lesson: &str) -> io::Result<File> {
        let folder = self.output.join(lesson);
        fs::create_dir_all(&folder)?;
        let lock = File::create(folder.join("lock"))?;
        // Where the file system knows no locks, one student at one desk needs none.
        let _ = lock.lock();
        Ok(lock)
    }
}

/// The answers of a student to a lesson, in a program of their own.
pub struct Answering {
    /// Who is asked.
    pub callee: Rc<dyn Callee>,
    /// The compiler's words about each exercise that has no answers.
    pub errors: BTreeMap<&'static str, String>,
    /// Held while the answers are used.
    _lock: File,
}

/// Equal but for line ends, which a checkout may change.
fn same_text(one: &str, other: &str) -> bool {
    one.lines().eq(other.lines())
}

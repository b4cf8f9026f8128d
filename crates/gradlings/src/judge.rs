//! Judging: a lesson's files become a program that says how its functions do.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::{Arc, LazyLock};
use std::thread;

use contract::{Callee, Connection, Limits, Remote};
use course::asking::Rehearsals;
use course::blame::{Warning, warnings};
use course::compile::{Compiled, Refusal, compile};
use course::report::Report;
use course::wiring::SourceFile;
use course::{Course, Exercise};
use testkit::{AnyLesson, foreign_file};

use crate::error::Error;
use crate::guard::{self, Memory};
use crate::process::{Prints, Process, Trouble};
use crate::reports::{asked, judged, refused, with_foreign_file, with_warnings};
use crate::rustc::Rustc;
use crate::sources::Source;
use crate::workplace::{IsCancelled, Workplace};

/// The answers of a student to a lesson, in a program of their own.
pub(crate) struct Answers {
    /// Asks the program, which is started for the first question.
    pub(crate) callee: Rc<dyn Callee>,
    /// Whether the program can judge itself.
    knows_properties: bool,
    /// Why exercises that are not answered do not compile.
    pub(crate) refused: BTreeMap<&'static str, Refusal>,
    /// Starts the program for further answers.
    pub(crate) starter: Starter,
    /// What the compiler warns of in the files of exercises.
    warnings: BTreeMap<&'static str, Vec<Warning>>,
    /// The files in the program that are not the lesson's exercises, if they are known.
    files: Option<Vec<PathBuf>>,
    /// Held while the answers are used.
    _lock: File,
}

/// Starts the program of a lesson.
#[derive(Clone)]
pub(crate) struct Starter {
    program: Program,
    is_cancelled: IsCancelled,
    /// What the machine did to the programs, if anything.
    pub(crate) trouble: Trouble,
}

/// The program of a lesson.
#[derive(Clone, Debug)]
pub(crate) struct Program {
    /// The student's program, which becomes it.
    pub(crate) runner: PathBuf,
    /// Where it is; `None` if no file of the lesson compiles.
    pub(crate) path: Option<PathBuf>,
}

impl Starter {
    /// Starts `program`, and ends its calls once `is_cancelled`.
    pub(crate) fn new(program: Program, is_cancelled: IsCancelled) -> Self {
        Self { program, is_cancelled, trouble: Trouble::default() }
    }

    /// The program that it starts.
    pub(crate) fn program(&self) -> &Program {
        &self.program
    }

    /// The answers of a program of its own. What it prints is kept in `prints`, if they are given.
    pub(crate) fn remote(&self, limits: Limits, prints: Option<Prints>) -> Remote {
        let starter = self.clone();
        let connect = move || -> io::Result<Box<dyn Connection>> {
            let Starter { program: Program { runner, path }, is_cancelled, trouble } = &starter;
            let Some(path) = path else { return Err(io::Error::other("nothing compiles")) };
            let command = guard::command(runner, path, Memory::OfAnswer);
            let heard = (prints.clone().unwrap_or_default(), prints.is_some());
            let process =
                Process::start(command, Arc::clone(is_cancelled), Rc::clone(trouble), heard);
            Ok(Box::new(process.map_err(|error| {
                let (kind, words) = (error.kind(), error.to_string());
                trouble.replace(Some(error));
                io::Error::new(kind, words)
            })?))
        };
        Remote::new(Box::new(connect), limits)
    }
}

/// What was found of exercises of one lesson.
pub(crate) struct JudgedLesson {
    /// A report on each of the exercises, in order.
    pub(crate) reports: Vec<Report>,
    /// The files that went into the program and are not the lesson's exercises, if they are known.
    pub(crate) files: Option<Vec<PathBuf>>,
}

/// What properties ask, found out once by this program.
fn rehearsals() -> &'static Rehearsals {
    static REHEARSALS: LazyLock<Rehearsals> = LazyLock::new(|| Rehearsals::of(Course::whole()));
    &REHEARSALS
}

impl Answers {
    /// A file that the one of `exercise`, at `path`, draws in, and that is not handed in with it.
    fn foreign_file(&self, exercise: &Exercise, path: &Path) -> Option<&Path> {
        let files = self.files.as_deref().unwrap_or_default();
        if files.is_empty() {
            return None;
        }
        let text = fs::read_to_string(path).unwrap_or_default();
        foreign_file(exercise.name(), &text, files.iter().map(PathBuf::as_path))
    }
}

impl Workplace {
    /// Compiles and judges exercises, given by lesson; the lessons side by side.
    pub(crate) fn judge(
        &self,
        lessons: &[Vec<&'static Exercise>],
    ) -> Result<Vec<JudgedLesson>, Error> {
        if lessons.is_empty() {
            return Ok(Vec::new());
        }
        let libraries = self.libraries()?;
        match self.judge_side_by_side(lessons) {
            // Somebody has cleaned up meanwhile.
            Err(_) if !libraries.are_there() => self.judge_side_by_side(lessons),
            judged => judged,
        }
    }

    fn judge_side_by_side(
        &self,
        lessons: &[Vec<&'static Exercise>],
    ) -> Result<Vec<JudgedLesson>, Error> {
        // Asked before the threads start, so that cargo is asked once.
        self.libraries()?;
        thread::scope(|scope| {
            let start = |exercises: &Vec<&'static Exercise>| {
                let (lesson, exercises) = (exercises[0].lesson.name(), exercises.clone());
                (lesson, scope.spawn(move || self.judge_lesson(&exercises)))
            };
            let threads: Vec<_> = lessons.iter().map(start).collect();
            let judged = threads.into_iter().map(|(lesson, thread)| {
                thread.join().unwrap_or(Err(Error::JudgingPanicked { lesson }))
            });
            judged.collect()
        })
    }

    fn judge_lesson(&self, exercises: &[&'static Exercise]) -> Result<JudgedLesson, Error> {
        if self.is_handed_out {
            // While the compiler works.
            let exercises = exercises.to_vec();
            thread::spawn(move || rehearsals().rehearse(exercises.into_iter()));
        }
        let answers = self.answers(exercises[0].lesson)?;
        let mut reports = Vec::new();
        for exercise in exercises {
            if let Some(file) = answers.foreign_file(exercise, &self.file(exercise)) {
                reports.push(with_foreign_file(exercise, file, &self.root));
                continue;
            }
            reports.push(if let Some(refusal) = answers.refused.get(exercise.name()) {
                refused(exercise, refusal, &answers.refused)
            } else {
                self.judged(exercise, &answers)
            });
            if let Some(source) = answers.starter.trouble.take() {
                return Err(Error::Program { exercise: exercise.name(), source });
            }
        }
        Ok(JudgedLesson { reports, files: answers.files })
    }

    fn judged(&self, exercise: &'static Exercise, answers: &Answers) -> Report {
        let report = if answers.knows_properties {
            judged(exercise, Rc::clone(&answers.callee), &self.tell)
        } else {
            let start = || Rc::new(answers.starter.remote(self.limits, None));
            asked(exercise, &start, rehearsals())
        };
        let warnings = answers.warnings.get(exercise.name());
        with_warnings(report, warnings.map_or(&[], Vec::as_slice), &self.file(exercise))
    }

    /// The student's answers to a lesson: all of its files, because one may call another.
    pub(crate) fn answers(&self, lesson: &'static dyn AnyLesson) -> Result<Answers, Error> {
        let files: Vec<SourceFile> = self
            .course
            .of_lesson(lesson.name())
            .iter()
            .map(|exercise| SourceFile { exercise, path: self.file(exercise) })
            .filter(|file| Source::read(&file.path).is_ok())
            .collect();
        let libraries = self.libraries()?;
        let rustc = Rustc {
            root: &self.root,
            compiler: &self.compiler,
            libraries: &libraries,
            lesson: lesson.name(),
            folder: self.output.join(lesson.name()),
            deny_warnings: self.deny_warnings,
            messages: RefCell::default(),
            is_in_doubt: Cell::default(),
        };
        let lock = self.lock(lesson.name())?;
        let Compiled { has_program, refused } = compile(&rustc, &self.root, &files)?;
        let mut read = rustc.files_read();
        if let Some(read) = &mut read {
            read.retain(|path| files.iter().all(|file| file.path != *path));
        }
        let path = has_program.then(|| rustc.program());
        let program = Program { runner: libraries.runner.clone(), path };
        let starter = Starter::new(program, Arc::clone(&self.is_cancelled));
        let callee = Rc::new(starter.remote(self.limits, None));
        let compiled: Vec<&SourceFile> = files.iter().collect();
        let warnings = warnings(&self.root, &compiled, &rustc.messages.take());
        Ok(Answers {
            callee,
            knows_properties: libraries.has_suites,
            refused,
            starter,
            warnings,
            files: read,
            _lock: lock,
        })
    }

    /// Waits until no other runner works on the program of a lesson: it would judge the answers
    /// that this one has compiled.
    fn lock(&self, lesson: &str) -> Result<File, Error> {
        let folder = self.output.join(lesson);
        fs::create_dir_all(&folder).map_err(Error::file(&folder))?;
        let path = folder.join("lock");
        let lock = File::create(&path).map_err(Error::file(&path))?;
        // Where the file system knows no locks, one student at one desk needs none.
        let _ = lock.lock();
        Ok(lock)
    }
}

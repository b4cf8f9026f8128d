//! Judging: a lesson's files become a program that says how its functions do.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::{Arc, LazyLock};
use std::thread;

use contract::{Callee, Connection, Remote};
use course::asking::Rehearsals;
use course::compile::{Compiled, Refusal, compile};
use course::report::Report;
use course::wiring::SourceFile;
use course::{Course, Exercise};
use testkit::AnyLesson;

use crate::error::Error;
use crate::guard::{self, Memory};
use crate::process::{Process, Trouble};
use crate::reports::{asked, judged, refused};
use crate::rustc::Rustc;
use crate::sources::Source;
use crate::workplace::Workplace;

/// The answers of a student to a lesson, in a program of their own.
pub(crate) struct Answers {
    /// Asks the program, which is started for the first question.
    pub(crate) callee: Rc<dyn Callee>,
    /// The same of a new process.
    start: Box<dyn Fn() -> Rc<Remote>>,
    /// Whether the program can judge itself.
    knows_properties: bool,
    /// Why exercises that are not answered do not compile.
    pub(crate) refused: BTreeMap<&'static str, Refusal>,
    /// What the machine did to the program, if anything.
    trouble: Trouble,
    /// The files in the program that are not the lesson's exercises, if they are known.
    files: Option<Vec<PathBuf>>,
    /// Held while the answers are used.
    _lock: File,
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
            reports.push(match answers.refused.get(exercise.name()) {
                Some(refusal) => refused(exercise, refusal),
                None if answers.knows_properties => judged(exercise, Rc::clone(&answers.callee)),
                None => asked(exercise, &*answers.start, rehearsals()),
            });
            if let Some(source) = answers.trouble.take() {
                return Err(Error::Program { exercise: exercise.name(), source });
            }
        }
        Ok(JudgedLesson { reports, files: answers.files })
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
            is_in_doubt: Cell::default(),
        };
        let lock = self.lock(lesson.name())?;
        let Compiled { has_program, refused } = compile(&rustc, &self.root, &files)?;
        let mut read = rustc.files_read();
        if let Some(read) = &mut read {
            read.retain(|path| files.iter().all(|file| file.path != *path));
        }
        let (program, is_cancelled) = (rustc.program(), Arc::clone(&self.is_cancelled));
        let (trouble, runner) = (Trouble::default(), libraries.runner.clone());
        let troubles = Rc::clone(&trouble);
        let connect = Rc::new(move || -> io::Result<Box<dyn Connection>> {
            if !has_program {
                return Err(io::Error::other("nothing compiles"));
            }
            let command = guard::command(&runner, &program, Memory::OfAnswer);
            let process = Process::start(command, Arc::clone(&is_cancelled), Rc::clone(&troubles));
            Ok(Box::new(process.map_err(|error| {
                let (kind, words) = (error.kind(), error.to_string());
                troubles.replace(Some(error));
                io::Error::new(kind, words)
            })?))
        });
        let limits = self.limits;
        let start = move || {
            let connect = Rc::clone(&connect);
            Rc::new(Remote::new(Box::new(move || connect()), limits))
        };
        Ok(Answers {
            callee: start(),
            start: Box::new(start),
            knows_properties: libraries.has_suites,
            refused,
            trouble,
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

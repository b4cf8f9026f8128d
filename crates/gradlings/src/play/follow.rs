//! Follows the student's files: each save becomes programs to call, and then verdicts.
//!
//! The programs are compiled in a folder of their own, so that neither a check nor another page is waited for, and
//! copied from there under a name that no later save writes to.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::Sender;
use std::thread;

use contract::Text;
use course::Exercise;
use course::stub::same_text;

use super::engine::{END, Message};
use super::functions::{exercises, lessons};
use super::server::Hub;
use crate::error::Error;
use crate::judge::Program;
use crate::sources::Source;
use crate::watch::checker::Checker;
use crate::watch::files::Files;
use crate::workplace::Workplace;

/// What a save has brought.
pub(super) struct Supply {
    /// The number of the save.
    pub(super) epoch: u64,
    /// The exercises that were changed; none in the first, which is what was there when the page was opened.
    pub(super) changed: Vec<&'static str>,
    /// The lessons that it is about.
    pub(super) lessons: Vec<OfLesson>,
}

/// The program of a lesson.
pub(super) struct OfLesson {
    /// The lesson.
    pub(super) name: &'static str,
    /// The program; none if nothing is written, or nothing compiles.
    pub(super) program: Option<Program>,
    /// The exercises that the compiler refuses.
    pub(super) refused: Vec<&'static str>,
    /// Why there is no program although something is written: the machine's doing.
    pub(super) broken: Option<Text>,
    /// The exercises whose file is no longer the stub.
    pub(super) written: Vec<&'static str>,
}

/// A folder for the programs of this page, which goes with it.
pub(super) struct Programs {
    folder: PathBuf,
    _lock: File,
}

impl Programs {
    /// A new folder in `output`. What pages have left that were ended hard is taken away.
    pub(super) fn new(output: &Path) -> Result<Self, Error> {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        let all = output.join("programs");
        fs::create_dir_all(&all).map_err(Error::file(&all))?;
        for folder in fs::read_dir(&all).into_iter().flatten().flatten() {
            let lock = folder.path().join("lock");
            if File::open(&lock).is_ok_and(|lock| lock.try_lock().is_ok()) {
                let _ = fs::remove_dir_all(folder.path());
            }
        }
        let number = COUNT.fetch_add(1, Ordering::SeqCst);
        let folder = all.join(format!("{}-{number}", std::process::id()));
        fs::create_dir_all(&folder).map_err(Error::file(&folder))?;
        let path = folder.join("lock");
        let lock = File::create(&path).map_err(Error::file(&path))?;
        let _ = lock.lock();
        Ok(Self { folder, _lock: lock })
    }

    /// Takes them away.
    pub(super) fn remove(&self) {
        let _ = fs::remove_dir_all(&self.folder);
    }

    /// A copy of `program` that stays as it is.
    fn copy(&self, program: &Program, lesson: &str, epoch: u64) -> Result<Option<Program>, Error> {
        let Some(path) = &program.path else { return Ok(None) };
        let name = format!("{lesson}-{epoch}{}", std::env::consts::EXE_SUFFIX);
        let copy = self.folder.join(name);
        fs::copy(path, &copy).map_err(Error::file(&copy))?;
        // That of the save before the last is called by nobody any more.
        if let Some(before) = epoch.checked_sub(2) {
            let name = format!("{lesson}-{before}{}", std::env::consts::EXE_SUFFIX);
            let _ = fs::remove_file(self.folder.join(name));
        }
        Ok(Some(Program { path: Some(copy), ..program.clone() }))
    }
}

/// What follows the files on a thread of its own.
pub(super) struct Follower {
    /// Compiles, in a folder of its own.
    pub(super) compiling: Workplace,
    /// Checks.
    pub(super) checker: Checker,
    pub(super) files: Files,
    pub(super) programs: Arc<Programs>,
    pub(super) engine: Sender<Message>,
    pub(super) hub: Arc<Hub>,
    /// The number of the last save that was noticed.
    pub(super) wanted: Arc<AtomicU64>,
}

impl Follower {
    /// Supplies what is there, and then what is saved, until the end.
    pub(super) fn follow(mut self) {
        let mut epoch = 1;
        let all: Vec<&'static str> = lessons().collect();
        self.supply(epoch, &all, &[]);
        self.check(|_| true);
        while self.wanted.load(Ordering::SeqCst) != END {
            let changed = self.files.wait();
            let course = self.compiling.course.exercises();
            let changed: Vec<&Exercise> = changed.into_iter().map(|place| &course[place]).collect();
            let is_changed = |lesson: &&'static str| {
                changed.iter().any(|exercise| exercise.lesson.name() == *lesson)
            };
            let of_changed: Vec<&'static str> = lessons().filter(is_changed).collect();
            if of_changed.is_empty() {
                continue;
            }
            epoch += 1;
            self.hub.tell_compiling();
            let names: Vec<&'static str> = changed.iter().map(|exercise| exercise.name()).collect();
            let is_changed = |exercise: &Exercise| names.contains(&exercise.name());
            // The page waits for the compiler, which shall not wait for a check.
            let hold = self.checker.hold();
            self.supply(epoch, &of_changed, &names);
            drop(hold);
            self.check(|exercise| of_changed.contains(&exercise.lesson.name()));
            self.check(is_changed);
        }
    }

    /// Has exercises of this course checked, before those that were to be checked before; each by itself, so that what is
    /// found of one is not lost when a save cancels the next.
    fn check(&self, is_wanted: impl Fn(&Exercise) -> bool) {
        let course = self.compiling.course.exercises();
        let is_here =
            |exercise: &Exercise| course.iter().any(|known| known.name() == exercise.name());
        let wanted = exercises().filter(|exercise| is_here(exercise) && is_wanted(exercise));
        // The last request is taken first.
        for exercise in wanted.collect::<Vec<_>>().into_iter().rev() {
            self.checker.request(vec![exercise]);
        }
    }

    /// Compiles lessons, of which these exercises were changed.
    fn supply(&self, epoch: u64, lessons: &[&'static str], changed: &[&'static str]) {
        let (workplace, programs) = (&self.compiling, &*self.programs);
        let lessons: Vec<OfLesson> = thread::scope(|scope| {
            let compile = |lesson: &&'static str| {
                let lesson = *lesson;
                scope.spawn(move || OfLesson::compile(lesson, workplace, programs, epoch))
            };
            let threads: Vec<_> = lessons.iter().map(compile).collect();
            threads.into_iter().filter_map(|thread| thread.join().ok()).collect()
        });
        // What is running is given up for it; the end stays the end.
        let _ = self.wanted.fetch_max(epoch, Ordering::SeqCst);
        let changed = changed.to_vec();
        let _ = self.engine.send(Message::Supply(Supply { epoch, changed, lessons }));
    }
}

impl OfLesson {
    /// Compiles what is written of a lesson.
    fn compile(name: &'static str, workplace: &Workplace, programs: &Programs, epoch: u64) -> Self {
        let exercises = workplace.course.of_lesson(name);
        let is_written = |exercise: &&Exercise| {
            let text = Source::read(&workplace.file(exercise));
            let stub = workplace.stub(exercise);
            text.is_ok_and(|text| stub.is_ok_and(|stub| !same_text(&stub, &text)))
        };
        let written: Vec<&'static str> =
            exercises.iter().filter(is_written).map(Exercise::name).collect();
        let mut of_lesson =
            Self { name, program: None, refused: Vec::new(), broken: None, written };
        if of_lesson.written.is_empty() {
            return of_lesson;
        }
        let compiled = workplace.answers(exercises[0].lesson).and_then(|answers| {
            let program = programs.copy(answers.starter.program(), name, epoch)?;
            Ok((program, answers.refused.keys().copied().collect()))
        });
        match compiled {
            Ok((program, refused)) => (of_lesson.program, of_lesson.refused) = (program, refused),
            Err(error) => of_lesson.broken = Some(error.text()),
        }
        of_lesson
    }
}

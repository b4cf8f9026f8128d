//! The examiner: compiles and asks one lesson of one submission, in a process of its own.
//!
//! It reads what a student's program says, so it counts as lost beforehand: the kernel ends it when it takes
//! more than [`MEMORY`], or more time than it was given. What it found until then is with the grader.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::fs;
use std::os::unix::net::UnixStream;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, Instant};

use contract::{Fault, Remote, Text, say};
use course::asking::Rehearsals;
use course::compile::{Compiled, Refusal};
use course::report::{Report, Standing};
use course::wiring::SourceFile;
use course::{Course, Exercise};
use nix::sys::resource::{Resource, getrlimit, setrlimit};
use nix::unistd::alarm;
use serde_derive::{Deserialize, Serialize};
use testkit::{Judged, is_found_by_probing};

use super::affinity::keep_to_core;
use super::compile::{ConfinedCompiler, may_check_itself};
use super::message::{Config, Message, read_block};
use super::words::Words;
use super::worker::{Clock, Patience, Worker};
use crate::Error;
use crate::sandbox::{CellLauncher, Launcher};

/// The most memory that an examiner may map, in bytes, the rehearsals included.
pub(super) const MEMORY: u64 = 1 << 30;
/// The processor time that an examiner may take itself, besides compiler and cells.
const OWN_TIME: u64 = 60;
/// How long an examiner that ran out of time may take to say so.
const FAREWELL: u32 = 20;

/// What an examiner is to do.
#[derive(Serialize, Deserialize)]
pub(super) struct Task {
    /// The lesson.
    pub(super) lesson: String,
    /// The number of the core that it keeps to.
    pub(super) core: usize,
    /// An empty folder to work in.
    pub(super) folder: PathBuf,
    /// The text of each exercise's file, where there is one to be compiled.
    pub(super) texts: Vec<Option<String>>,
    /// Whether each exercise is asked.
    pub(super) asked: Vec<bool>,
    /// The processor time that is left for the lesson.
    pub(super) cpu: Duration,
    /// The wall-clock time that is left for the lesson.
    pub(super) time: Duration,
}

/// The life of an examiner; its exit code.
pub(super) fn run(mut line: UnixStream, config: &Config, rehearsals: &Rehearsals) -> i32 {
    let outcome = read_block(&mut line).map_err(Error::wall("task")).and_then(|task| {
        let task: Task = serde_json::from_slice(&task).map_err(Error::wall("task"))?;
        limit(&task)?;
        examine(&mut line, &task, config, rehearsals)
    });
    match outcome {
        Ok(()) => 0,
        Err(error) => i32::from(Message::Trouble(error.to_string()).write(&mut line).is_err()),
    }
}

/// Has the kernel hold this process to its limits. Only the soft ones are set, because cells set their own.
fn limit(task: &Task) -> Result<(), Error> {
    let seconds = u32::try_from(task.time.as_secs()).unwrap_or(u32::MAX);
    alarm::set(seconds.saturating_add(FAREWELL));
    let own_time = OWN_TIME.min(task.cpu.as_secs() + 1);
    for (resource, most) in [(Resource::RLIMIT_AS, MEMORY), (Resource::RLIMIT_CPU, own_time)] {
        let wall = |what| Error::wall(format!("{resource:?} of {what}"));
        let (_, hard) = getrlimit(resource).map_err(wall("examiner"))?;
        setrlimit(resource, most.min(hard), hard).map_err(wall("examiner"))?;
    }
    // The kernel shall take the cells before the examiner, and the examiner before the grader.
    let _ = fs::write("/proc/self/oom_score_adj", "500");
    keep_to_core(task.core);
    Ok(())
}

fn examine(
    line: &mut UnixStream,
    task: &Task,
    config: &Config,
    rehearsals: &Rehearsals,
) -> Result<(), Error> {
    let until = Instant::now() + task.time;
    let exercises = Course::whole().of_lesson(&task.lesson);
    let words = Words::new(&task.folder, &config.toolchain);
    let (mut files, mut self_checking) = (Vec::new(), BTreeSet::new());
    for (exercise, text) in exercises.iter().zip(&task.texts) {
        let Some(text) = text else { continue };
        let path = exercise.file();
        write(&task.folder.join(&path), text)?;
        files.push(SourceFile { exercise, path });
        if may_check_itself(text) {
            self_checking.insert(exercise.name());
        }
    }
    let mut send =
        |message: Message| message.write(line).map_err(Error::wall("line to the grader"));
    let clock = Rc::new(Clock {
        until: Cell::new(until),
        cpu: task.cpu,
        stopped: Cell::default(),
        trouble: RefCell::default(),
    });
    let judge = compile_and_ask(task, config, rehearsals, &files, (self_checking, until, &clock))?;
    let is_over = || Instant::now() >= until || clock.taken() >= task.cpu;
    for (index, exercise) in exercises.iter().enumerate() {
        if !task.asked.get(index).copied().unwrap_or_default() {
            continue;
        }
        if is_over() {
            // The grader says the same of all that is left.
            return Ok(());
        }
        send(Message::Begun(index))?;
        let mut report = judge(exercise)?;
        if is_over() && matches!(report.standing(), Standing::Timeout | Standing::Crash) {
            return Ok(());
        }
        words.tame(&mut report);
        send(Message::Done(index, report))?;
    }
    Ok(())
}

/// Compiles the files of a lesson and returns what judges one exercise of it.
fn compile_and_ask(
    task: &Task,
    config: &Config,
    rehearsals: &Rehearsals,
    files: &[SourceFile],
    (self_checking, until, clock): (BTreeSet<&'static str>, Instant, &Rc<Clock>),
) -> Result<impl Fn(&Exercise) -> Result<Report, Error>, Error> {
    let launcher: Arc<dyn Launcher> = Arc::new(CellLauncher { program: config.program.clone() });
    let compiler = ConfinedCompiler {
        toolchain: &config.toolchain,
        launcher: &*launcher,
        walls: config.walls,
        time: config.compile_time,
        until,
        folder: &task.folder,
        self_checking,
    };
    let Compiled { has_program: _, refused } = compiler.compile(files)?;
    let patience = Patience { call: config.call_time, exercise: config.exercise_time };
    let worker = Worker {
        toolchain: &config.toolchain,
        launcher: &launcher,
        walls: config.walls,
        patience,
        is_safe: !task.texts.iter().flatten().any(|text| text.contains("unsafe")),
    };
    let clock = Rc::clone(clock);
    let answers = worker.answers(&task.folder, compiler.program(), &clock)?;
    Ok(move |exercise: &Exercise| {
        if let Some(Refusal { is_limit, words }) = refused.get(exercise.name()) {
            let standing = if *is_limit { Standing::CompileLimit } else { Standing::CompileError };
            let words = Text::new(words.clone(), words.clone());
            return Ok(Report::unasked(exercise, standing, |_| words.clone()));
        }
        clock.until.set(until.min(Instant::now() + patience.exercise));
        // A new process for each exercise: whatever one leaves behind does not meet the next.
        let start = || Rc::new(answers());
        let hides =
            |property: &str| config.hidden.contains(&(exercise.name().into(), property.into()));
        let report = panic::catch_unwind(AssertUnwindSafe(|| {
            let judged = ask(exercise, &start, rehearsals, &hides);
            let behaviours = behaviours(exercise, &judged, &start);
            Report { behaviours, ..Report::judged(exercise, &judged) }
        }));
        match (clock.trouble.take(), report) {
            (Some(trouble), _) => Err(trouble),
            (None, Ok(report)) => Ok(report),
            (None, Err(_)) => {
                Ok(Report::unasked(exercise, Standing::Protocol, |_| cannot_be_judged()))
            }
        }
    })
}

/// The words for what came back and broke whoever looked at it.
pub(super) fn cannot_be_judged() -> Text {
    say!(
        "What came back cannot be judged: the judge broke on it.",
        "돌아온 것을 채점할 수 없습니다. 채점하던 프로그램이 멈췄습니다."
    )
}

/// The functions of an exercise whose failures no catalogued mistake explains, each with a digest of what it does,
/// asked in a new process.
pub(super) fn behaviours(
    exercise: &Exercise,
    judged: &[Judged],
    answers: &dyn Fn() -> Rc<Remote>,
) -> Vec<(String, String)> {
    let is_unexplained = |function: &str| {
        let of_function = judged.iter().filter(|judged| judged.function == function);
        let mut complaints = of_function.filter_map(|judged| judged.verdict.as_ref().err());
        complaints.next().is_some_and(|first| {
            matches!(first.fault(), None | Some(Fault::Panicked { .. }))
                && first.mistake().is_none_or(is_found_by_probing)
        })
    };
    let functions = exercise.outline.functions.iter().filter(|function| is_unexplained(function));
    let behaviour = |function: &&str| {
        let digest = exercise.lesson.behaviour(exercise.name(), function, answers())?;
        Some(((*function).to_string(), format!("{digest:016x}")))
    };
    functions.filter_map(behaviour).collect()
}

/// Judges one exercise: the properties that `hides` says are hidden in one new process, the others in another, which
/// never learns what the first was asked. `answers` starts a process.
pub(super) fn ask(
    exercise: &Exercise,
    answers: &dyn Fn() -> Rc<Remote>,
    rehearsals: &Rehearsals,
    hides: &dyn Fn(&str) -> bool,
) -> Vec<Judged> {
    let properties = || exercise.outline.properties.iter();
    let hidden = properties().filter(|(_, property)| hides(property)).count();
    if hidden == 0 || hidden == properties().count() {
        return course::asking::ask(exercise, answers, rehearsals, &|_| true);
    }
    let [shown, hidden] = [false, true].map(|is_hidden| {
        course::asking::ask(exercise, answers, rehearsals, &|name| hides(name) == is_hidden)
    });
    let pick = |(shown, hidden): (Judged, Judged)| if hides(shown.name) { hidden } else { shown };
    shown.into_iter().zip(hidden).map(pick).collect()
}

fn write(path: &Path, text: &str) -> Result<(), Error> {
    fs::create_dir_all(path.parent().unwrap_or(path))
        .and_then(|()| fs::write(path, text))
        .map_err(Error::file(path))
}

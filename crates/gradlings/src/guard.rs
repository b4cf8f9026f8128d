//! Programs that end with the program that started them, and keep to its limits.
//!
//! A runner that is killed cannot end the compiler any more, so the system has to. It is asked to by
//! the process that is about to become the compiler: this program, which a further copy of it is started as.
//! A student's program ends by itself (`contract::serve_standard_input`) and needs this for its memory only.
//! Other systems than Linux can do neither: there a compiler runs on to its end.

use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, ExitCode};

/// The first argument of a call that asks this program to become another.
const BECOME: &str = "--become";

/// How much memory a guarded program may take.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Memory {
    /// As much as there is.
    All,
    /// What an answer may take.
    OfAnswer,
}

impl Memory {
    fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::OfAnswer => "of-answer",
        }
    }
}

/// A call of `program` that ends with this process; `runner` is the student's program.
pub(crate) fn command(runner: &Path, program: &Path, memory: Memory) -> Command {
    if cfg!(not(target_os = "linux")) {
        return Command::new(program);
    }
    let mut command = Command::new(runner);
    command.args([BECOME, memory.name(), &std::process::id().to_string()]).arg(program);
    command
}

/// Becomes the program that `arguments` ask for, if they do. It returns only where that fails.
pub(crate) fn become_asked(arguments: &[OsString]) -> Option<ExitCode> {
    let [_, mark, memory, parent, program, rest @ ..] = arguments else { return None };
    if mark != BECOME {
        return None;
    }
    let failure = turn_into(memory == Memory::OfAnswer.name(), parent, program, rest);
    // In the words of cargo, for which a remedy is known.
    eprintln!("could not execute process `{}`: {failure}", Path::new(program).display());
    Some(ExitCode::from(NOT_BEGUN))
}

/// The exit code of a program that did not begin, as shells have it.
pub(crate) const NOT_BEGUN: u8 = 127;

#[cfg(target_os = "linux")]
fn turn_into(
    is_answer: bool,
    parent: &OsString,
    program: &OsString,
    arguments: &[OsString],
) -> std::io::Error {
    use std::os::unix::process::{CommandExt, parent_id};

    use contract::MOST_MEMORY;
    use rustix::process::{Resource, Rlimit, Signal, set_parent_process_death_signal, setrlimit};

    if let Err(error) = set_parent_process_death_signal(Some(Signal::KILL)) {
        return error.into();
    }
    // It may have ended before it was asked for.
    if *parent != *parent_id().to_string() {
        return std::io::Error::other("its caller has ended");
    }
    if is_answer {
        // What is written to, not what is mapped: sixty-four threads reserve more than this.
        let limit = Rlimit { current: Some(MOST_MEMORY), maximum: Some(MOST_MEMORY) };
        if let Err(error) = setrlimit(Resource::Data, limit) {
            return error.into();
        }
    }
    Command::new(program).args(arguments).exec()
}

#[cfg(not(target_os = "linux"))]
fn turn_into(_: bool, _: &OsString, program: &OsString, _: &[OsString]) -> std::io::Error {
    std::io::Error::other(format!("{program:?} is run directly on this system"))
}

//! Runs the compiler plainly: a student's own code, on their own machine.
//!
//! 1. The files of a lesson become a library. It is linked with nothing but what an exercise may name, so no
//!    answer and no property can be reached from it.
//! 2. A program of one line links the library with the suite: it answers calls and judges itself. In a handout there
//!    is no suite: there it only answers calls.
//!
//! A student waits for both, so the compiler is called directly rather than through rustup, keeps its
//! incremental state, and optimises no more than numbers need and nothing across the parts of a
//! crate. What that saves: see [`crate`]. The tables of lines are for a panic inside a library, which
//! is reported with the student's own line.

use std::cell::{Cell, RefCell};
use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use course::blame::blame;
use course::compile::{Run, RunCompiler};
use course::libraries::{Libraries, settings};
use course::wiring::{SourceFile, main_that_answers, main_that_judges, root_file};

use crate::error::Error;
use crate::guard::{self, Memory, NOT_BEGUN};
use crate::process::is_ended_from_outside;

/// How the files of a lesson are compiled.
pub(crate) struct Rustc<'a> {
    /// The root of the workspace; messages name files from here.
    pub(crate) root: &'a Path,
    /// The compiler.
    pub(crate) compiler: &'a Path,
    /// What the code may name.
    pub(crate) libraries: &'a Libraries,
    /// The lesson.
    pub(crate) lesson: &'static str,
    /// Where the program and its parts go.
    pub(crate) folder: PathBuf,
    /// Whether a warning counts as an error.
    pub(crate) deny_warnings: bool,
    /// The compiler's messages on files that it took.
    pub(crate) messages: RefCell<Vec<u8>>,
    /// Whether the last run came to nothing for a reason that may not lie in the files.
    pub(crate) is_in_doubt: Cell<bool>,
}

impl Rustc<'_> {
    /// Where the program is, once there is one.
    pub(crate) fn program(&self) -> PathBuf {
        self.folder.join(format!("answers{}", env::consts::EXE_SUFFIX))
    }

    /// The files that the compiler read for the library, but for the root that is written here; `None` if it
    /// did not get so far as to list them.
    pub(crate) fn files_read(&self) -> Option<Vec<PathBuf>> {
        let list = fs::read_to_string(self.list()).ok()?;
        // Each file is also a rule without dependencies, a line of its own.
        let files = list.lines().filter_map(|line| line.strip_suffix(':'));
        let files = files.map(|file| PathBuf::from(file.replace("\\ ", " ")));
        Some(files.filter(|file| *file != self.root_file()).collect())
    }

    fn compile_library(&self, files: &[&SourceFile]) -> Result<Output, Error> {
        let root = self.root_file();
        fs::create_dir_all(&self.folder).map_err(Error::file(&self.folder))?;
        fs::write(&root, root_file(self.lesson, files)).map_err(Error::file(&root))?;
        let list = self.list();
        match fs::remove_file(&list) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(Error::file(&list)(error));
            }
            _ => {}
        }
        let mut rustc = self.rustc();
        rustc.args(["--crate-type=lib", "-Cdebuginfo=line-tables-only"]);
        rustc.arg(format!("--crate-name=exercise_{}", self.lesson));
        // A warning may point at a mistake; which of them are shown is decided where they are read.
        rustc.args(if self.deny_warnings {
            &["-Dwarnings", "-Aunused_variables"][..]
        } else {
            &[]
        });
        rustc.args(self.libraries.of_exercises(self.lesson));
        run(rustc.arg("--emit=dep-info,link").arg("--out-dir").arg(&self.folder).arg(root))
    }

    fn compile_program(&self) -> Result<Output, Error> {
        let main = self.folder.join("judge.rs");
        let text = if self.libraries.has_suites { main_that_judges } else { main_that_answers };
        fs::write(&main, text(self.lesson)).map_err(Error::file(&main))?;
        let mut rustc = self.rustc();
        rustc.arg("--crate-type=bin");
        rustc.arg(format!("--extern=exercise_{}={}", self.lesson, self.library().display()));
        rustc.args(self.libraries.of_judge(self.lesson));
        run(rustc.arg("-o").arg(self.program()).arg(main))
    }

    /// What both calls have in common.
    fn rustc(&self) -> Command {
        let mut rustc = guard::command(&self.libraries.runner, self.compiler, Memory::All);
        rustc.args(settings());
        rustc.args(["--edition=2024", "-Copt-level=1", "-Clto=off", "-Ccodegen-units=16"]);
        // As in `cargo test`: an overflow panics, and so does a `debug_assert!`.
        rustc.args(["-Cdebug-assertions=on", "-Coverflow-checks=on"]);
        rustc.arg(format!("-Cincremental={}", self.incremental().display()));
        rustc.arg(format!("--remap-path-prefix={}=", self.root.display()));
        rustc.arg("--error-format=json");
        rustc
    }

    /// Where the compiler keeps what it may use again.
    fn incremental(&self) -> PathBuf {
        self.folder.join("incremental")
    }

    /// The root of the library; an error in the wiring is known by this name.
    fn root_file(&self) -> PathBuf {
        self.folder.join("main.rs")
    }

    /// The library, by the name that the compiler gives it.
    fn library(&self) -> PathBuf {
        self.folder.join(format!("libexercise_{}.rlib", self.lesson))
    }

    /// The compiler's list of the files that it read.
    fn list(&self) -> PathBuf {
        self.folder.join(format!("exercise_{}.d", self.lesson))
    }
}

impl RunCompiler for Rustc<'_> {
    type Error = Error;

    fn run(&self, files: &[&SourceFile]) -> Result<Run, Error> {
        let was_in_doubt = self.is_in_doubt.take();
        let Err(output) = self.compile(files)? else { return Ok(Run::Done) };
        if self.is_certain(files, &output) {
            return Ok(Run::Refused(output.stderr));
        }
        self.is_in_doubt.set(true);
        let words = words_of(&output);
        let is_machine = is_ended_from_outside(output.status)
            || output.status.code() == Some(NOT_BEGUN.into())
            || OF_MACHINE.iter().any(|sign| words.contains(sign));
        // The first time it may have been for a moment, or for what was left by an earlier run.
        if is_machine && was_in_doubt {
            return Err(broken(&output));
        }
        Ok(match output.status.code() {
            Some(1) => Run::Refused(output.stderr),
            _ => Run::Died(output.stderr, format!("{} {words}", output.status)),
        })
    }

    /// Compiles a lesson without files, if the last refusal may be the machine's doing.
    fn vouch(&self, _: &[&SourceFile]) -> Result<(), Error> {
        if !self.is_in_doubt.get() {
            return Ok(());
        }
        let _ = fs::remove_dir_all(self.incremental());
        let machine = Self {
            folder: self.folder.join("machine"),
            is_in_doubt: Cell::default(),
            messages: RefCell::default(),
            ..*self
        };
        machine.compile(&[])?.map_err(|failed| broken(&failed))
    }
}

/// Errors that name a file, but may be about a library that is gone or was built by another compiler.
const IN_DOUBT: [&str; 7] =
    ["E0460", "E0461", "E0462", "E0463", "E0514", "E0786", "extern location for"];

/// What compilers and linkers say in none of the files when a disk, memory or another program fails them.
const OF_MACHINE: [&str; 9] = [
    "os error ",
    "No space left on device",
    "quota exceeded",
    "File too large",
    "Cannot allocate memory",
    "memory allocation of ",
    "terminated with signal",
    "failed: signal: ",
    "Input/output error",
];

impl Rustc<'_> {
    /// Compiles `files` to a program; what the compiler left behind if there is none.
    fn compile(&self, files: &[&SourceFile]) -> Result<Result<(), Output>, Error> {
        let library = self.compile_library(files)?;
        if !library.status.success() {
            return Ok(Err(library));
        }
        self.messages.replace(library.stderr);
        // Only the linker has anything to refuse here, such as a foreign function that does not exist.
        let program = self.compile_program()?;
        Ok(if program.status.success() { Ok(()) } else { Err(program) })
    }

    /// Whether a compiler has come to its end, and has found errors in the files that are about nothing else.
    fn is_certain(&self, files: &[&SourceFile], output: &Output) -> bool {
        let text = String::from_utf8_lossy(&output.stderr);
        output.status.code() == Some(1)
            && !blame(self.root, files, &output.stderr).errors.is_empty()
            && !IN_DOUBT.iter().any(|sign| text.contains(sign))
    }
}

/// The error that a compiler did not do its work.
fn broken(output: &Output) -> Error {
    Error::Compiler { how: output.status.to_string(), words: words_of(output) }
}

/// What a compiler said, without what it said in JSON to programs.
fn words_of(output: &Output) -> String {
    let Output { stderr, .. } = output;
    blame(Path::new(""), &[], stderr).strays.trim().to_string()
}

fn run(command: &mut Command) -> Result<Output, Error> {
    let program = PathBuf::from(command.get_program());
    Ok(command.output().map_err(course::error::Error::program(&program))?)
}

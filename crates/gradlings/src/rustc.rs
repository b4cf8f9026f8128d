//! Runs the compiler plainly: a student's own code, on their own machine.
//!
//! 1. The files of a lesson become a library. It is linked with nothing but what an exercise may name, so no
//!    answer and no property can be reached from it.
//! 2. A program of one line links the library with the suite: it answers calls and judges itself.
//!
//! A student waits for both, so the compiler is called directly rather than through rustup, keeps its
//! incremental state, and optimises no more than numbers need and nothing across the parts of a
//! crate. What that saves: see [`crate`]. The tables of lines are for a panic inside a library, which
//! is reported with the student's own line.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use course::compile::{Run, RunCompiler};
use course::error::Error;
use course::libraries::Libraries;
use course::wiring::{SourceFile, main_that_judges, root_file};

/// How the files of a lesson are compiled.
pub(crate) struct Rustc<'a> {
    /// The root of the workspace; messages name files from here.
    pub(crate) root: &'a Path,
    /// What the code may name.
    pub(crate) libraries: &'a Libraries,
    /// The lesson.
    pub(crate) lesson: &'static str,
    /// Where the program and its parts go.
    pub(crate) folder: PathBuf,
    /// Whether a warning counts as an error.
    pub(crate) deny_warnings: bool,
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
        rustc.args(if self.deny_warnings {
            ["-Dwarnings", "-Aunused_variables"]
        } else {
            ["-Awarnings", "-Aunused"]
        });
        rustc.args(self.libraries.of_exercises(self.lesson));
        run(rustc.arg("--emit=dep-info,link").arg("--out-dir").arg(&self.folder).arg(root))
    }

    fn compile_program(&self) -> Result<Output, Error> {
        let main = self.folder.join("judge.rs");
        fs::write(&main, main_that_judges(self.lesson)).map_err(Error::file(&main))?;
        let mut rustc = self.rustc();
        rustc.arg("--crate-type=bin");
        rustc.arg(format!("--extern=exercise_{}={}", self.lesson, self.library().display()));
        rustc.args(self.libraries.of_judge(self.lesson));
        run(rustc.arg("-o").arg(self.program()).arg(main))
    }

    /// What both calls have in common.
    fn rustc(&self) -> Command {
        let mut rustc = Command::new(compiler());
        rustc.args(["--edition=2024", "-Copt-level=1", "-Clto=off", "-Ccodegen-units=16"]);
        rustc.arg(format!("-Cincremental={}", self.folder.join("incremental").display()));
        rustc.arg(format!("--remap-path-prefix={}=", self.root.display()));
        rustc.arg("--error-format=json");
        rustc
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
        let library = self.compile_library(files)?;
        if !library.status.success() {
            return Ok(Run::Refused(library.stderr));
        }
        // Only the linker has anything to refuse here, such as a foreign function that does not exist.
        let program = self.compile_program()?;
        if program.status.success() { Ok(Run::Done) } else { Ok(Run::Refused(program.stderr)) }
    }
}

fn run(command: &mut Command) -> Result<Output, Error> {
    let program = PathBuf::from(command.get_program());
    command.output().map_err(Error::program(&program))
}

/// The compiler: what `RUSTC` names, else the one beside the cargo that started this program, else
/// whichever `rustc` is found. The second is what rustup would find, too, only later.
fn compiler() -> PathBuf {
    if let Some(named) = env::var_os("RUSTC") {
        return named.into();
    }
    let name = format!("rustc{}", env::consts::EXE_SUFFIX);
    let beside = env::var_os("CARGO").map(|cargo| Path::new(&cargo).with_file_name(&name));
    beside.filter(|rustc| rustc.is_absolute() && rustc.is_file()).unwrap_or_else(|| name.into())
}

//! Compiles the files of a lesson in a cell. [`course::compile`] says in which rounds, and which exercise an
//! error costs; this is its way to run the compiler on what hostile students wrote.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use course::blame::blame;
use course::compile::{Compiled, Run, RunCompiler, compile};
use course::wiring::{SourceFile, root_file};

use nix::errno::Errno;
use nix::fcntl::posix_fallocate;
use nix::sys::signal::Signal;

use super::toolchain::Toolchain;
use crate::Error;
use crate::sandbox::{Allowance, Ending, Launcher, Policy, Stream, Walls};

/// The most bytes of the compiler's messages that are read.
const MOST_MESSAGES: usize = 1 << 20;

/// How often the compiler is called if it is ended from outside.
const MOST_CALLS: usize = 3;
/// The kernel's signal to who has used up the processor time.
const SIGXCPU: i32 = Signal::SIGXCPU as i32;
/// Signals that no compiler sends itself, whatever it compiles: somebody ended it, or the kernel was short of memory.
const FROM_OUTSIDE: [i32; 4] =
    [Signal::SIGKILL as i32, Signal::SIGTERM as i32, Signal::SIGINT as i32, Signal::SIGHUP as i32];

/// What came of one call of the compiler.
enum Called {
    /// It says something of what was compiled.
    Run(Run),
    /// It says nothing.
    EndedFromOutside(Ending),
}

/// A compiler in a cell, for the files of one lesson.
pub struct ConfinedCompiler<'a> {
    /// The compiler, and what the code is linked with.
    pub toolchain: &'a Toolchain,
    /// Builds the cell.
    pub launcher: &'a dyn Launcher,
    /// What is built around the compiler.
    pub walls: Walls,
    /// The processor time that one call of it may take; by the clock it may take three times that,
    /// so that a busy machine does not change a verdict.
    pub time: Duration,
    /// When it is stopped in any case.
    pub until: Instant,
    /// The folder that holds the files.
    pub folder: &'a Path,
    /// The exercises whose files may check their own conditions, as [`may_check_itself`] says.
    pub self_checking: BTreeSet<&'static str>,
}

/// What is left out of code that cannot notice: the compiler's own checks of unsafe operations. That
/// a number overflows is noticed, as it is on a student's machine.
const UNCHECKED: [&str; 2] = ["-Cdebug-assertions=off", "-Coverflow-checks=on"];

/// Whether code may check its own conditions, or break those of unsafe operations.
pub fn may_check_itself(text: &str) -> bool {
    ["unsafe", "debug_assert"].iter().any(|word| text.contains(word))
}

impl RunCompiler for ConfinedCompiler<'_> {
    type Error = Error;

    fn run(&self, files: &[&SourceFile]) -> Result<Run, Error> {
        let lesson = files[0].exercise.lesson.name();
        let root = root_file(lesson, files) + &main_that_serves(lesson, files);
        let checks_itself =
            files.iter().any(|file| self.self_checking.contains(file.exercise.name()));
        self.call(lesson, &root, checks_itself)
    }

    /// With the same compiler, libraries and desk, a program without any exercise is known to compile.
    fn vouch(&self, files: &[&SourceFile]) -> Result<(), Error> {
        self.toolchain.check()?;
        self.check_room()?;
        let lesson = files[0].exercise.lesson.name();
        let libraries = self.toolchain.names().map(|name| format!("extern crate {name} as _;\n"));
        let control = libraries.collect::<String>() + &main_that_serves(lesson, &[]);
        match self.call(lesson, &control, false)? {
            Run::Done => Ok(()),
            Run::Refused(messages) => {
                let words = blame(Path::new(""), &[], &messages).strays;
                Err(Error::CompilerFails(first_error(&words)))
            }
            Run::Limit(_, why) | Run::Died(_, why) => Err(Error::CompilerFails(why)),
        }
    }
}

impl ConfinedCompiler<'_> {
    /// Compiles `files`, whose paths are relative to the folder. Why a file was refused is told by the
    /// compiler's first error.
    ///
    /// # Errors
    /// Only for what the files cannot bring about.
    pub fn compile(&self, files: &[SourceFile]) -> Result<Compiled, Error> {
        let mut compiled = compile(self, Path::new(""), files)?;
        for refusal in compiled.refused.values_mut() {
            refusal.words = first_error(&refusal.words);
        }
        Ok(compiled)
    }

    /// The program that [`compile`](Self::compile) makes.
    pub fn program(&self) -> PathBuf {
        self.folder.join("out").join("answers")
    }

    /// Compiles the text `root`. A compiler that was ended from outside is called again.
    fn call(&self, lesson: &str, root: &str, checks_itself: bool) -> Result<Run, Error> {
        let root_path = self.folder.join("main.rs");
        fs::write(&root_path, root).map_err(Error::file(&root_path))?;
        let policy = self.policy(lesson, checks_itself)?;
        let mut how = String::new();
        for _ in 0..MOST_CALLS {
            match self.call_once(&policy)? {
                Called::Run(run) => return Ok(run),
                Called::EndedFromOutside(ending) => how = ending.to_string(),
            }
        }
        Err(Error::CompilerEnded(how))
    }

    fn call_once(&self, policy: &Policy) -> Result<Called, Error> {
        let out = self.folder.join("out");
        let _ = fs::remove_dir_all(&out);
        make_folder(&out)?;
        let mut cell = self.launcher.launch(policy, Stream::Errors)?;
        let deadline = self.until.min(Instant::now() + 3 * self.time);
        let (mut messages, mut buffer) = (Vec::new(), [0; 1 << 14]);
        let (mut is_flood, mut is_late) = (false, false);
        loop {
            match cell.read(&mut buffer, deadline) {
                Ok(0) => break,
                Ok(count) if messages.len() + count <= MOST_MESSAGES => {
                    messages.extend_from_slice(&buffer[..count]);
                }
                Ok(_) => is_flood = true,
                Err(_) => is_late = true,
            }
            if is_flood || is_late {
                break;
            }
        }
        let ending = cell.end();
        if let Some(words) = cell.failure() {
            return Err(Error::Cell(words));
        }
        let seconds = self.time.as_secs();
        Ok(Called::Run(match ending {
            _ if is_flood => {
                Run::Limit(messages, "the compiler's messages have no end".to_string())
            }
            _ if is_late => {
                let seconds = 3 * seconds;
                Run::Died(
                    messages,
                    format!("the compiler did not get done within {seconds} s by the clock"),
                )
            }
            Some(Ending::Exit(0)) if self.program().is_file() => Run::Done,
            // 1 are errors, 101 is a compiler that gave up, 0 one that made no program. With another code it
            // never began.
            Some(Ending::Exit(0 | 1 | 101)) => Run::Refused(messages),
            Some(Ending::Exit(code)) => {
                let words = String::from_utf8_lossy(&messages);
                return Err(Error::Command {
                    command: format!("{} main.rs", self.toolchain.compiler().display()),
                    words: format!("exit code {code}, {words}"),
                    remedy: "",
                });
            }
            Some(Ending::Signal(SIGXCPU)) => Run::Limit(
                messages,
                format!("the compiler did not get done within {seconds} s of processor time"),
            ),
            Some(ending @ Ending::Signal(signal)) if FROM_OUTSIDE.contains(&signal) => {
                return Ok(Called::EndedFromOutside(ending));
            }
            Some(ending) => Run::Died(
                messages,
                format!("the compiler broke down ({ending}), most likely for want of memory"),
            ),
            None => Run::Died(messages, "the compiler did not end".to_string()),
        }))
    }

    /// Checks that the compiler could write the largest file that it may.
    fn check_room(&self) -> Result<(), Error> {
        let bytes = Allowance::of_compiler(self.time).file;
        let out = self.folder.join("out");
        let _ = fs::remove_dir_all(&out);
        make_folder(&out)?;
        let path = out.join("room");
        let file = File::create(&path).map_err(Error::file(&path))?;
        let room = posix_fallocate(file, 0, i64::try_from(bytes).unwrap_or(i64::MAX));
        let _ = fs::remove_file(&path);
        let no_room = |error: Errno| Error::NoRoom(out, bytes >> 20, error.into());
        room.map_err(no_room)
    }

    fn policy(&self, lesson: &str, checks_itself: bool) -> Result<Policy, Error> {
        let mut arguments: Vec<String> = [
            "--edition=2024",
            "--crate-type=bin",
            "--error-format=json",
            "--cap-lints=allow",
            "-Cdebuginfo=0",
            "-Cprefer-dynamic",
            "-Ccodegen-units=1",
        ]
        .map(str::to_string)
        .into();
        arguments.extend(self.toolchain.optimisation().iter().map(ToString::to_string));
        if !checks_itself {
            arguments.extend(UNCHECKED.map(str::to_string));
        }
        arguments.push(format!("--crate-name=exercise_{lesson}"));
        arguments.extend(self.toolchain.arguments());
        arguments.extend(["-o", "out/answers", "main.rs"].map(str::to_string));
        let mut readable = self.toolchain.for_compiling();
        readable.extend(["exercises", "main.rs"].map(|name| self.folder.join(name)));
        let root = self.folder.join("root");
        fs::create_dir_all(&root).map_err(Error::file(&root))?;
        Ok(Policy {
            program: self.toolchain.compiler(),
            arguments,
            environment: vec![
                ("TMPDIR".to_string(), self.folder.join("out").display().to_string()),
                // It finds its own libraries by `/proc`, which is not there.
                ("LD_LIBRARY_PATH".to_string(), self.toolchain.of_compiler()),
            ],
            folder: self.folder.to_path_buf(),
            readable,
            writable: Some(self.folder.join("out")),
            root,
            failure: self.folder.join("failure"),
            allowance: Allowance::of_compiler(self.time),
            walls: self.walls,
        })
    }
}

/// The `main` of a program that answers calls. `answers` is not called, and so not made a program
/// of: it only has the compiler say what is wrong with a function, better than it would here.
fn main_that_serves(lesson: &str, files: &[&SourceFile]) -> String {
    let mut text =
        "extern crate prelude as _;\nfn main() -> std::process::ExitCode {\n".to_string();
    text += &format!("    {lesson}::Functions {{\n");
    for file in files {
        let name = file.exercise.name();
        for function in file.exercise.outline.functions {
            text += &format!("        {function}: Some({name}::{function}),\n");
        }
    }
    text + "        ..Default::default()\n    }\n    .serve()\n}\n"
}

/// The first error of several, which are set apart by blank lines. The linker's call is left out: it is long,
/// and none of it the student's.
fn first_error(words: &str) -> String {
    const LINKER: &str = "rust-lld: error: ";
    let first = words.trim_start().split("\n\nerror").next().unwrap_or_default().trim_end();
    match first.split_once(LINKER) {
        Some((_, complaint)) => format!("error: the linker says: {complaint}"),
        None => first.to_string(),
    }
}

/// A folder that the cell's user may write to.
fn make_folder(path: &Path) -> Result<(), Error> {
    use std::os::unix::fs::PermissionsExt;
    let open_to_all = fs::Permissions::from_mode(0o777);
    fs::create_dir_all(path)
        .and_then(|()| fs::set_permissions(path, open_to_all))
        .map_err(Error::file(path))
}

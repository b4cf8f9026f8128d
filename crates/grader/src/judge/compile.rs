//! Compiles the files of a lesson, each an exercise, in a cell. A file that does not compile costs
//! only its own exercise.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use course::Exercise;
use course::compile::{blame, root_file};

use super::libraries::Libraries;
use crate::results::Verdict;
use crate::sandbox::{Allowance, Ending, Launcher, Line, Policy, Walls};

/// The most bytes of the compiler's messages that are read.
const MOST_WORDS: usize = 1 << 20;
/// The longest message that is passed on, in characters.
const LONGEST: usize = 2_000;

/// A compiler in a cell.
pub struct Compiler<'a> {
    /// What the code is linked with.
    pub libraries: &'a Libraries,
    /// Who builds the cell.
    pub launcher: &'a dyn Launcher,
    /// What is built around the compiler.
    pub walls: Walls,
    /// The processor time that one call of it may take; by the clock it may take three times that,
    /// so that a busy machine does not change a verdict.
    pub time: Duration,
}

/// What came of the files of a lesson.
#[derive(Debug, Default)]
pub struct Compiled {
    /// The program, if any exercise compiles.
    pub program: Option<PathBuf>,
    /// Why the other exercises do not, each with the compiler's first error.
    pub refused: BTreeMap<&'static str, (Verdict, String)>,
}

type File = (Exercise, PathBuf);

/// What is left out of code that cannot notice: the compiler's own checks of unsafe operations. That
/// a number overflows is noticed, as it is on a student's machine.
const UNCHECKED: [&str; 2] = ["-Cdebug-assertions=off", "-Coverflow-checks=on"];

/// Whether one of `files` may check its own conditions, or break those of unsafe operations.
fn may_check_itself(desk: &Path, files: &[&File]) -> bool {
    files.iter().any(|(_, path)| {
        let text = fs::read_to_string(desk.join(path)).unwrap_or_default();
        ["unsafe", "debug_assert"].iter().any(|word| text.contains(word))
    })
}

/// What came of one call of the compiler.
enum Call {
    Done,
    /// It complained; the words of it are JSON.
    Refused(Vec<u8>),
    /// It broke a limit, with what it had said by then.
    Limit(Vec<u8>),
}

impl Compiler<'_> {
    /// Compiles `files`, all of one lesson, whose paths are relative to `desk`, the folder that
    /// holds them. Files with errors are left out, one round after the other.
    pub fn compile(&self, desk: &Path, files: &[File]) -> io::Result<Compiled> {
        let mut refused = BTreeMap::new();
        let mut good: Vec<&File> = files.iter().collect();
        while !good.is_empty() {
            let found = match self.call(desk, &good)? {
                Call::Done => return Ok(Compiled { program: Some(program(desk)), refused }),
                Call::Refused(words) | Call::Limit(words) if names_culprits(&words, &good) => {
                    culprits(&words, &good)
                }
                Call::Refused(words) => self.one_by_one(desk, &good, &Guess::error(&words))?,
                Call::Limit(_) => self.one_by_one(desk, &good, &Guess::limit(self.time))?,
            };
            good.retain(|(exercise, _)| !found.contains_key(exercise.name()));
            let nameless = |(verdict, words)| (verdict, self.without_folders(desk, words));
            refused.extend(found.into_iter().map(|(name, it)| (name, nameless(it))));
        }
        Ok(Compiled { program: None, refused })
    }

    /// The words without the names of folders of this machine, so that every machine says the same.
    fn without_folders(&self, desk: &Path, words: String) -> String {
        let desk = format!("{}/", desk.display());
        self.libraries
            .folders()
            .iter()
            .chain([&desk])
            .fold(words, |words, it| words.replace(it, ""))
    }

    /// Finds whose fault it is by compiling each file alone. If all of them go well alone, all of
    /// them together are at fault.
    fn one_by_one(&self, desk: &Path, files: &[&File], guess: &Guess) -> io::Result<Refusals> {
        let mut found = BTreeMap::new();
        if files.len() > 1 {
            for file in files {
                let refusal = match self.call(desk, &[file])? {
                    Call::Done => None,
                    // Errors that name a file may only say that it needs its neighbours.
                    Call::Refused(words) if names_culprits(&words, &[file]) => None,
                    Call::Refused(words) => Some(Guess::error(&words)),
                    Call::Limit(_) => Some(Guess::limit(self.time)),
                };
                found.extend(refusal.map(|guess| (file.0.name(), guess.refusal())));
            }
        }
        if found.is_empty() {
            found.extend(files.iter().map(|file| (file.0.name(), guess.refusal())));
        }
        Ok(found)
    }

    fn call(&self, desk: &Path, files: &[&File]) -> io::Result<Call> {
        let out = desk.join("out");
        let _ = fs::remove_dir_all(&out);
        make_folder(&out)?;
        let lesson = files[0].0.lesson.name();
        let root = root_file(lesson, files) + &main_that_serves(lesson, files);
        fs::write(desk.join("main.rs"), root)?;
        let mut cell = self.launcher.launch(&self.policy(desk, files)?, Line::Errors)?;
        let deadline = Instant::now() + 3 * self.time;
        let (mut words, mut buffer) = (Vec::new(), [0; 1 << 14]);
        let is_over = loop {
            match cell.read(&mut buffer, deadline) {
                Ok(0) => break false,
                Ok(count) if words.len() + count <= MOST_WORDS => {
                    words.extend_from_slice(&buffer[..count]);
                }
                _ => break true,
            }
        };
        let ending = cell.end();
        if let Some(failure) = cell.failure() {
            return Err(io::Error::other(failure));
        }
        Ok(match ending {
            Some(Ending::Exit(0)) if program(desk).is_file() => Call::Done,
            // 1 are errors, 101 is a compiler that gave up. With another code it never began.
            Some(Ending::Exit(1 | 101)) if !is_over => Call::Refused(words),
            Some(Ending::Exit(code)) if !is_over => {
                let words = String::from_utf8_lossy(&words);
                return Err(io::Error::other(format!("the compiler: exit code {code}, {words}")));
            }
            _ => Call::Limit(words),
        })
    }

    fn policy(&self, desk: &Path, files: &[&File]) -> io::Result<Policy> {
        let lesson = files[0].0.lesson.name();
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
        arguments.extend(self.libraries.optimisation().iter().map(ToString::to_string));
        if !may_check_itself(desk, files) {
            arguments.extend(UNCHECKED.map(str::to_string));
        }
        arguments.push(format!("--crate-name=exercise_{lesson}"));
        arguments.extend(self.libraries.arguments());
        arguments.extend(["-o", "out/answers", "main.rs"].map(str::to_string));
        let mut readable = self.libraries.for_compiling();
        readable.extend(["exercises", "main.rs"].map(|name| desk.join(name)));
        let root = desk.join("root");
        fs::create_dir_all(&root)?;
        Ok(Policy {
            program: self.libraries.compiler(),
            arguments,
            environment: vec![
                ("TMPDIR".to_string(), desk.join("out").display().to_string()),
                // It finds its own libraries by `/proc`, which is not there.
                ("LD_LIBRARY_PATH".to_string(), self.libraries.of_compiler()),
            ],
            folder: desk.to_path_buf(),
            readable,
            writable: Some(desk.join("out")),
            root,
            failure: desk.join("failure"),
            allowance: Allowance::of_compiler(self.time),
            walls: self.walls,
        })
    }
}

/// The `main` of a program that answers calls. `answers` is not called, and so not made a program
/// of: it only has the compiler say what is wrong with a function, better than it would here.
fn main_that_serves(lesson: &str, files: &[&File]) -> String {
    let mut text =
        "extern crate prelude as _;\nfn main() -> std::process::ExitCode {\n".to_string();
    text += &format!("    {lesson}::Functions {{\n");
    for (exercise, _) in files {
        let name = exercise.name();
        for function in exercise.outline.functions {
            text += &format!("        {function}: Some({name}::{function}),\n");
        }
    }
    text + "        ..Default::default()\n    }\n    .serve()\n}\n"
}

type Refusals = BTreeMap<&'static str, (Verdict, String)>;

/// A verdict on files of which it is not known which is at fault.
struct Guess {
    verdict: Verdict,
    words: String,
}

impl Guess {
    fn error(words: &[u8]) -> Self {
        let strays = blame(Path::new(""), &[], words).strays;
        Self { verdict: Verdict::CompileError, words: first(&strays) }
    }

    fn limit(time: Duration) -> Self {
        let words = format!(
            "the compiler did not get done within {} s and its share of memory",
            time.as_secs()
        );
        Self { verdict: Verdict::CompileLimit, words }
    }

    fn refusal(&self) -> (Verdict, String) {
        (self.verdict, self.words.clone())
    }
}

fn names_culprits(words: &[u8], files: &[&File]) -> bool {
    !blame(Path::new(""), files, words).errors.is_empty()
}

fn culprits(words: &[u8], files: &[&File]) -> Refusals {
    let errors = blame(Path::new(""), files, words).errors;
    errors
        .into_iter()
        .map(|(exercise, words)| (exercise, (Verdict::CompileError, first(&words))))
        .collect()
}

/// The first error of several, which are set apart by blank lines; no control characters. The
/// linker's call is left out: it names folders of this machine, and of this run.
fn first(words: &str) -> String {
    const LINKER: &str = "rust-lld: error: ";
    let first = words.trim_start().split("\n\nerror").next().unwrap_or_default().trim_end();
    let first = match first.split_once(LINKER) {
        Some((_, complaint)) => format!("error: the linker says: {complaint}"),
        None => first.to_string(),
    };
    let plain = |c: char| if c.is_control() && c != '\n' { '\u{fffd}' } else { c };
    first.chars().take(LONGEST).map(plain).collect()
}

/// The program that [`Compiler::compile`] makes at `desk`.
fn program(desk: &Path) -> PathBuf {
    desk.join("out").join("answers")
}

/// A folder that the cell's user may write to.
fn make_folder(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::create_dir_all(path)?;
    fs::set_permissions(path, fs::Permissions::from_mode(0o777))
}

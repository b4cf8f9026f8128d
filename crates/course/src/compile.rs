//! Compiles the files of a lesson, each an exercise, into a program that answers calls.
//!
//! No cargo: one call of the compiler on a root file that is written here, so that nothing but the
//! exercises' files counts, and a file that does not compile costs only its own exercise.
//!
//! A student waits for it, so the compiler is called directly rather than through rustup, keeps its
//! incremental state, and optimises no more than numbers need and nothing across the parts of the
//! crate. What that saves: see [`crate`]. The tables of lines are for a panic inside a library, which
//! is told with the student's own line.

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

use crate::Exercise;
use crate::libraries::Libraries;

/// How a lesson is compiled.
pub struct Compiler<'a> {
    /// The root of the workspace; messages name files from here.
    pub root: &'a Path,
    /// What the code may name.
    pub libraries: &'a Libraries,
    /// Where the program and its parts go; a folder per lesson is made in it.
    pub output: PathBuf,
    /// Whether a warning counts as an error.
    pub deny_warnings: bool,
}

/// What came of the files of a lesson.
pub struct Compiled {
    /// The program, if any exercise compiles.
    pub program: Option<PathBuf>,
    /// The compiler's words about each exercise that does not compile.
    pub errors: BTreeMap<&'static str, String>,
}

/// What the compiler says, as far as it is read here.
struct Diagnostic {
    level: String,
    rendered: Option<String>,
    spans: Vec<Span>,
}

/// A place that a diagnostic is about.
struct Span {
    file_name: String,
    line_start: usize,
    is_primary: bool,
}

impl Compiler<'_> {
    /// Compiles the given files, all of one lesson. Files with errors are left out, one round
    /// after the other, until the rest compiles.
    pub fn compile(&self, files: &[(Exercise, PathBuf)]) -> io::Result<Compiled> {
        let mut errors = BTreeMap::new();
        let mut good: Vec<_> = files.iter().collect();
        while !good.is_empty() {
            let (output, program) = self.run(&good)?;
            if output.status.success() {
                return Ok(Compiled { program: Some(program), errors });
            }
            let Blame { errors: mut found, strays } = blame(self.root, &good, &output.stderr);
            if found.is_empty() {
                // An error that is nobody's is everybody's.
                found.extend(good.iter().map(|(exercise, _)| (exercise.name(), strays.clone())));
            }
            good.retain(|(exercise, _)| !found.contains_key(exercise.name()));
            errors.extend(found);
        }
        Ok(Compiled { program: None, errors })
    }

    fn run(&self, files: &[&(Exercise, PathBuf)]) -> io::Result<(Output, PathBuf)> {
        let lesson = files[0].0.lesson.name();
        let folder = self.output.join(lesson);
        fs::create_dir_all(&folder)?;
        let main = folder.join("main.rs");
        fs::write(&main, root_file(lesson, files) + &main_that_judges(lesson))?;
        let program = folder.join(format!("answers{}", env::consts::EXE_SUFFIX));
        let mut rustc = Command::new(compiler());
        rustc.args(["--edition=2024", "--crate-type=bin", "--error-format=json"]);
        rustc.arg(format!("--crate-name=exercise_{lesson}"));
        rustc.args(["-Copt-level=1", "-Clto=off", "-Ccodegen-units=16"]);
        rustc.arg("-Cdebuginfo=line-tables-only");
        rustc.arg(format!("-Cincremental={}", folder.join("incremental").display()));
        rustc.arg(format!("--remap-path-prefix={}=", self.root.display()));
        rustc.args(if self.deny_warnings {
            ["-Dwarnings", "-Aunused_variables"]
        } else {
            ["-Awarnings", "-Aunused"]
        });
        rustc.args(self.libraries.arguments()).arg("-o").arg(&program).arg(&main);
        Ok((rustc.output()?, program))
    }
}

/// The compiler: what `RUSTC` names, else the one beside the cargo that started this program, else
/// whichever `rustc` is found. The second is what rustup would find, too, only later.
fn compiler() -> PathBuf {
    if let Some(named) = env::var_os("RUSTC") {
        return named.into();
    }
    let name = format!("rustc{}", env::consts::EXE_SUFFIX);
    let beside = env::var_os("CARGO").map(|cargo| Path::new(&cargo).with_file_name(&name));
    beside.filter(|it| it.is_absolute() && it.is_file()).unwrap_or_else(|| name.into())
}

/// Whose fault the errors in the compiler's JSON are, and what else it said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Blame {
    /// The compiler's words about each exercise that has errors.
    pub errors: BTreeMap<&'static str, String>,
    /// Errors that are in none of the files.
    pub strays: String,
}

/// Reads the compiler's `messages` on a [`root_file`] of `files`, whose paths are as in the call of
/// [`root_file`]; `root` is the folder that the compiler was called in.
pub fn blame(root: &Path, files: &[&(Exercise, PathBuf)], messages: &[u8]) -> Blame {
    let mut blame = Blame::default();
    let messages = String::from_utf8_lossy(messages);
    for line in messages.lines() {
        let Some(diagnostic) = Diagnostic::read(line) else {
            // Not JSON: the compiler, or the linker, speaks out of turn.
            let _ = writeln!(blame.strays, "{line}");
            continue;
        };
        if diagnostic.level != "error" || diagnostic.rendered.is_none() {
            continue;
        }
        let rendered = diagnostic.rendered.unwrap_or_default();
        let spans = &diagnostic.spans;
        let of_file = files.iter().find(|it| spans.iter().any(|span| span.is_in(root, &it.1)));
        let of_wiring = || spans.iter().find_map(|span| span.wires(files));
        let (culprit, is_wiring) = match of_file {
            Some((exercise, _)) => (Some(exercise.name()), false),
            None => (of_wiring(), true),
        };
        match culprit {
            // Whatever is missing is missing wherever it is wired: one error says so.
            Some(name) if is_wiring && blame.errors.contains_key(name) => {}
            Some(name) => blame.errors.entry(name).or_default().push_str(&rendered),
            None => blame.strays.push_str(&rendered),
        }
    }
    blame
}

impl Diagnostic {
    /// Reads one line of the compiler's JSON; `None` if it is not one.
    fn read(line: &str) -> Option<Self> {
        let json: Value = serde_json::from_str(line).ok()?;
        let spans = json["spans"].as_array()?.iter().filter_map(Span::read).collect();
        let rendered = json["rendered"].as_str().map(str::to_string);
        Some(Self { level: json["level"].as_str()?.to_string(), rendered, spans })
    }
}

impl Span {
    fn read(json: &Value) -> Option<Self> {
        Some(Self {
            file_name: json["file_name"].as_str()?.to_string(),
            line_start: json["line_start"].as_u64().and_then(|line| usize::try_from(line).ok())?,
            is_primary: json["is_primary"].as_bool()?,
        })
    }

    /// Whether the span lies in the file at `path`.
    fn is_in(&self, root: &Path, path: &Path) -> bool {
        root.join(&self.file_name) == path || Path::new(&self.file_name) == path
    }

    /// The exercise whose lines of the root file the span is about, if it is.
    fn wires(&self, files: &[&(Exercise, PathBuf)]) -> Option<&'static str> {
        let is_root_file = Path::new(&self.file_name).file_name() == Some("main.rs".as_ref());
        if !is_root_file || !self.is_primary {
            return None;
        }
        let lesson = files.first()?.0.lesson.name();
        root_lines(lesson, files).get(self.line_start - 1)?.0
    }
}

/// The root of a program with the functions in `files`, all of one lesson: what comes before its
/// `main`. The function `answers` gives them as the lesson's contract wants them.
pub fn root_file(lesson: &str, files: &[&(Exercise, PathBuf)]) -> String {
    root_lines(lesson, files).into_iter().map(|(_, line)| line + "\n").collect()
}

/// The `main` of a program that answers calls and also judges itself.
fn main_that_judges(lesson: &str) -> String {
    format!(
        "fn main() -> std::process::ExitCode {{\n    contract::serve_standard_input(\
         &{lesson}_suite::LESSON.in_process(answers))\n}}\n"
    )
}

/// The lines of the root file, each with the exercise that it is there for.
fn root_lines(lesson: &str, files: &[&(Exercise, PathBuf)]) -> Vec<(Option<&'static str>, String)> {
    let mut lines = Vec::new();
    for (exercise, path) in files {
        let (name, owner) = (exercise.name(), Some(exercise.name()));
        lines.push((owner, format!("#[path = {:?}] pub mod {name};", path.display().to_string())));
        let functions = exercise.outline.functions.join(", ");
        lines.push((owner, format!("#[allow(unused_imports)] pub use {name}::{{{functions}}};")));
    }
    lines.push((None, format!("fn answers() -> {lesson}::Answers {{")));
    lines.push((None, format!("    {lesson}::Answers {{")));
    for (exercise, _) in files {
        let name = exercise.name();
        for function in exercise.outline.functions {
            lines.push((Some(name), format!("        {function}: Box::new({name}::{function}),")));
        }
    }
    lines.push((None, "        ..contract::Contract::unwritten()".to_string()));
    lines.push((None, "    }\n}".to_string()));
    lines
}

//! What students' code is compiled with: the compiler, the settings and the libraries that this program was
//! built with, as cargo says.

use std::env;
use std::ffi::OsString;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use serde_json::Value;

use crate::Course;
use crate::error::Error;

/// What the code of every exercise may name besides its lesson and earlier ones. `contract` is what the
/// wiring names; it knows no answer.
const FOR_ALL: [&str; 5] = ["contract", "ndarray", "rand", "rand_distr", "rayon"];

/// The compiler's flags that cargo passes on, set apart by the sign that cargo uses.
const FLAGS: &str = env!("COURSE_FLAGS");
/// The linker that cargo was told to use; empty if it was told none.
const LINKER: &str = env!("COURSE_LINKER");

/// The compiler that cargo has built this program with, as it was told it: `rustc` if it was told none.
const BUILT_WITH: &str = env!("COURSE_RUSTC");

/// The compiler: what `RUSTC` names, else the one of cargo's configuration (`build.rustc`), else the one beside
/// the cargo that started this program, else whichever `rustc` is found. The third is what rustup would find, too,
/// only later. A wrapper (`build.rustc-wrapper`) only keeps what was compiled, and is left out.
pub fn compiler() -> PathBuf {
    compiler_of(env::var_os("RUSTC"), BUILT_WITH, env::var_os("CARGO"))
}

fn compiler_of(named: Option<OsString>, built_with: &str, cargo: Option<OsString>) -> PathBuf {
    let is_path = Path::new(built_with).components().count() > 1;
    if let Some(named) = named.or_else(|| is_path.then(|| built_with.into())) {
        return named.into();
    }
    let name = format!("rustc{}", env::consts::EXE_SUFFIX);
    let beside = cargo.map(|cargo| Path::new(&cargo).with_file_name(&name));
    beside.filter(|rustc| rustc.is_absolute() && rustc.is_file()).unwrap_or_else(|| name.into())
}

/// The compiler's arguments that stand in cargo's configuration, as far as they were asked for by whoever set
/// up this machine: flags and a linker.
pub fn settings() -> impl Iterator<Item = String> {
    let flags = FLAGS.split('\u{1f}').filter(|flag| !flag.is_empty()).map(str::to_string);
    flags.chain((!LINKER.is_empty()).then(|| format!("-Clinker={LINKER}")))
}

/// The folder in which cargo keeps what it builds of the workspace at `root`.
///
/// # Errors
/// If cargo cannot be run.
pub fn target_folder(root: &Path) -> Result<PathBuf, Error> {
    let program = cargo();
    let mut command = Command::new(&program);
    command.args(["metadata", "--no-deps", "--offline", "--format-version=1"]).current_dir(root);
    let output = command.stdin(Stdio::null()).output().map_err(Error::program(&program))?;
    let metadata: Option<Value> = serde_json::from_slice(&output.stdout).ok();
    let folder =
        metadata.and_then(|metadata| Some(PathBuf::from(metadata["target_directory"].as_str()?)));
    folder.ok_or_else(|| Error::Cargo {
        command: "cargo metadata",
        words: String::from_utf8_lossy(&output.stderr).trim().to_string(),
    })
}

/// Cargo: the one that started this program, else whichever is found.
pub fn cargo() -> PathBuf {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into()).into()
}

/// Libraries, each with the name by which code names it.
type Files = Vec<(String, PathBuf)>;

/// Where the compiler finds libraries.
#[derive(Clone, Debug)]
pub struct Libraries {
    /// The name and the file of each library that some code may name.
    files: Files,
    /// The folders of all libraries that these need.
    folders: Vec<PathBuf>,
    /// The student's program as cargo has built it.
    pub runner: PathBuf,
    /// Whether the suites are among them, so that a program can judge itself.
    pub has_suites: bool,
}

impl Libraries {
    /// Asks cargo for them in the workspace at `root`, building what is not built.
    ///
    /// # Errors
    /// If cargo cannot be run, or the course does not build.
    pub fn find(root: &Path) -> Result<Self, Error> {
        let lessons = Course::whole().lessons().iter().map(|lesson| lesson.name());
        let names = lessons.flat_map(|lesson| [lesson.to_string(), format!("{lesson}_suite")]);
        let mut arguments = vec!["--bin", "gradlings"];
        // Else the libraries would be built once more. An installed program has built none of them.
        let is_in = |folder: &Path| folder.ends_with("release");
        let is_release = env::current_exe().is_ok_and(|program| program.ancestors().any(is_in));
        if env!("COURSE_PROFILE") == "release" && is_release {
            arguments.push("--release");
        }
        let (files, runner) = build(root, &arguments, names)?;
        let runner = runner.ok_or(Error::DoesNotBuild { words: String::new() })?;
        Ok(Self::of(files, runner, true))
    }

    /// Asks cargo for those of a handout at `root` of some lessons of `course`, which has no suites: the program
    /// `runner` judges.
    ///
    /// # Errors
    /// As [`find`](Self::find).
    pub fn find_given(root: &Path, course: &Course, runner: PathBuf) -> Result<Self, Error> {
        let lessons: Vec<&str> = up_to_last_of(course);
        let mut arguments = vec!["--lib", "--package", "contract"];
        arguments.extend(lessons.iter().flat_map(|lesson| ["--package", lesson]));
        let names = lessons.iter().map(ToString::to_string);
        Ok(Self::of(build(root, &arguments, names)?.0, runner, false))
    }

    fn of(files: Files, runner: PathBuf, has_suites: bool) -> Self {
        let mut folders: Vec<PathBuf> =
            files.iter().filter_map(|(_, file)| Some(file.parent()?.to_path_buf())).collect();
        folders.sort_unstable();
        folders.dedup();
        Self { files, folders, runner, has_suites }
    }

    /// Whether all that was found is still there: `cargo clean` takes it away.
    pub fn are_there(&self) -> bool {
        self.files.iter().map(|(_, file)| file).chain([&self.runner]).all(|file| file.is_file())
    }

    /// The compiler's arguments for what the exercises of `lesson` may name: their lesson and earlier ones, and
    /// no suite.
    pub fn of_exercises(&self, lesson: &str) -> Vec<String> {
        let lessons = Course::whole().lessons().iter().map(|lesson| lesson.name());
        let later: Vec<&str> = lessons.skip_while(|name| *name != lesson).skip(1).collect();
        self.arguments(|name| !name.ends_with("_suite") && !later.contains(&name))
    }

    /// The compiler's arguments for what the program names that judges the exercises of `lesson`.
    pub fn of_judge(&self, lesson: &str) -> Vec<String> {
        let suite = format!("{lesson}_suite");
        self.arguments(|name| name == "contract" || name == suite)
    }

    /// What these need may not be named, but must be found: as a dependency.
    fn arguments(&self, may_be_named: impl Fn(&str) -> bool) -> Vec<String> {
        let named = self.files.iter().filter(|(name, _)| may_be_named(name));
        let named = named.map(|(name, file)| format!("--extern={name}={}", file.display()));
        let folder = |folder: &PathBuf| format!("-Ldependency={}", folder.display());
        named.chain(self.folders.iter().map(folder)).collect()
    }
}

/// The lessons of the whole course up to the last one of `course`: what is handed out with it.
fn up_to_last_of(course: &Course) -> Vec<&'static str> {
    let last = course.lessons().last().map_or("", |lesson| lesson.name());
    let all = Course::whole().lessons().iter().map(|lesson| lesson.name());
    let count = all.clone().position(|name| name == last).map_or(0, |position| position + 1);
    all.take(count).collect()
}

/// Has cargo build what `arguments` say in the workspace at `root`: the libraries called `names` and those that all
/// code may name, and a program if there is one.
fn build(
    root: &Path,
    arguments: &[&str],
    names: impl Iterator<Item = String>,
) -> Result<(Files, Option<PathBuf>), Error> {
    let names: Vec<String> = names.chain(FOR_ALL.map(str::to_string)).collect();
    let program = cargo();
    let mut cargo = Command::new(&program);
    cargo.args(["build", "--quiet"]).args(arguments);
    cargo.arg("--message-format=json-render-diagnostics").current_dir(root);
    cargo.stdout(Stdio::piped()).stderr(Stdio::piped()).stdin(Stdio::null());
    let mut child = cargo.spawn().map_err(Error::program(&program))?;
    let errors = child.stderr.take();
    let errors = thread::spawn(move || errors.and_then(|errors| io::read_to_string(errors).ok()));
    let (mut files, mut runner) = (Vec::new(), None);
    for line in child.stdout.take().into_iter().flat_map(|out| BufReader::new(out).lines()) {
        let line = line.map_err(Error::program(&program))?;
        let Ok(message) = serde_json::from_str::<Value>(&line) else { continue };
        files.extend(library(&names, &message));
        runner = message["executable"].as_str().map(PathBuf::from).or(runner);
    }
    let status = child.wait().map_err(Error::program(&program))?;
    if status.success() && files.len() >= names.len() {
        return Ok((files, runner));
    }
    Err(Error::DoesNotBuild { words: errors.join().ok().flatten().unwrap_or_default() })
}

/// The library that a message of cargo is about, if it is one of `names`.
fn library(names: &[String], message: &Value) -> Option<(String, PathBuf)> {
    let target = &message["target"];
    let is_library = message["reason"] == "compiler-artifact"
        && target["kind"].as_array()?.iter().any(|kind| kind == "lib");
    let name = names.iter().find(|name| is_library && target["name"] == **name)?;
    let files = message["filenames"].as_array()?.iter().filter_map(Value::as_str);
    let file = files.map(PathBuf::from).find(|file| file.extension() == Some("rlib".as_ref()))?;
    Some((name.clone(), file))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_compiler_of_cargos_configuration_is_the_one_that_is_called() {
        let compiler = |named: Option<&str>, built_with, cargo: Option<&str>| {
            compiler_of(named.map(OsString::from), built_with, cargo.map(OsString::from))
        };
        assert_eq!(compiler(None, "/opt/rustc-1.89", None), Path::new("/opt/rustc-1.89"));
        assert_eq!(compiler(Some("mine"), "/opt/rustc-1.89", None), Path::new("mine"));
        let name = format!("rustc{}", env::consts::EXE_SUFFIX);
        assert_eq!(compiler(None, "rustc", Some("/nowhere/cargo")), Path::new(&name));
    }
}

//! The libraries that students' code is linked with: those that this program was built with.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::Course;
use crate::error::Error;

/// What the code of every exercise may name besides its lesson and earlier ones. `contract` is what the
/// wiring names; it knows no answer.
const FOR_ALL: [&str; 5] = ["contract", "ndarray", "rand", "rand_distr", "rayon"];

/// Where the compiler finds libraries.
#[derive(Clone, Debug)]
pub struct Libraries {
    /// The name and the file of each library that some code may name.
    files: Vec<(String, PathBuf)>,
    /// The folders of all libraries that these need.
    folders: Vec<PathBuf>,
}

impl Libraries {
    /// Asks cargo for them in the workspace at `root`, building what is not built.
    ///
    /// # Errors
    /// If cargo cannot be run, or the course does not build.
    pub fn find(root: &Path) -> Result<Self, Error> {
        let program = PathBuf::from(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        let mut cargo = Command::new(&program);
        cargo.args(["build", "--quiet", "--bin", "gradlings"]);
        cargo.arg("--message-format=json-render-diagnostics").current_dir(root);
        if is_release() {
            cargo.arg("--release");
        }
        cargo.stdout(Stdio::piped()).stdin(Stdio::null());
        let mut child = cargo.spawn().map_err(Error::program(&program))?;
        let names = names();
        let mut files = Vec::new();
        for line in child.stdout.take().into_iter().flat_map(|out| BufReader::new(out).lines()) {
            let line = line.map_err(Error::program(&program))?;
            let message = serde_json::from_str(&line).ok();
            files.extend(message.and_then(|message| library(&names, &message)));
        }
        let status = child.wait().map_err(Error::program(&program))?;
        if !status.success() || files.len() < names.len() {
            return Err(Error::DoesNotBuild);
        }
        let mut folders: Vec<PathBuf> =
            files.iter().filter_map(|(_, file)| Some(file.parent()?.to_path_buf())).collect();
        folders.sort_unstable();
        folders.dedup();
        Ok(Self { files, folders })
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

/// The libraries that are asked for.
fn names() -> Vec<String> {
    let lessons = Course::whole().lessons().iter();
    let of_lessons =
        lessons.flat_map(|lesson| [lesson.name().to_string(), format!("{}_suite", lesson.name())]);
    of_lessons.chain(FOR_ALL.map(str::to_string)).collect()
}

/// Whether this program was built with `--release`; then its libraries were, too.
fn is_release() -> bool {
    let program = env::current_exe().unwrap_or_default();
    program.ancestors().any(|folder| folder.file_name().is_some_and(|name| name == "release"))
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

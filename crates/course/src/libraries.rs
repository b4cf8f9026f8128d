//! The libraries that students' code is linked with: those that this program was built with.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::error::Error;
use serde_json::Value;

/// What the code of an exercise may name.
const NAMES: [&str; 13] = [
    "activations",
    "activations_suite",
    "backprop",
    "backprop_suite",
    "contract",
    "init",
    "init_suite",
    "ndarray",
    "rand",
    "rand_distr",
    "rayon",
    "symmetry",
    "symmetry_suite",
];

/// Where the compiler finds the libraries.
#[derive(Clone, Debug)]
pub struct Libraries {
    /// Each library's name and file.
    pub files: Vec<(String, PathBuf)>,
}

impl Libraries {
    /// Asks cargo for them in the workspace at `root`, building what is not built.
    pub fn find(root: &Path) -> Result<Self, Error> {
        let program = PathBuf::from(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        let mut cargo = Command::new(&program);
        cargo.args(["build", "--quiet", "--bin", "gradlings"]);
        cargo.arg("--message-format=json-render-diagnostics").current_dir(root);
        if is_release() {
            cargo.arg("--release");
        }
        let mut child = cargo
            .stdout(Stdio::piped())
            .stdin(Stdio::null())
            .spawn()
            .map_err(Error::program(&program))?;
        let mut files = Vec::new();
        for line in
            child.stdout.take().into_iter().flat_map(|output| BufReader::new(output).lines())
        {
            files.extend(
                serde_json::from_str(&line.map_err(Error::program(&program))?)
                    .ok()
                    .as_ref()
                    .and_then(library),
            );
        }
        if !child.wait().map_err(Error::program(&program))?.success() || files.len() < NAMES.len() {
            return Err(Error::DoesNotBuild);
        }
        Ok(Self { files })
    }

    /// The compiler's arguments for them.
    pub fn arguments(&self) -> Vec<String> {
        let mut arguments = Vec::new();
        for (name, file) in &self.files {
            arguments.extend(["--extern".to_string(), format!("{name}={}", file.display())]);
        }
        let mut folders: Vec<&Path> = self.files.iter().filter_map(|it| it.1.parent()).collect();
        folders.dedup();
        for folder in folders {
            arguments.extend(["-L".to_string(), format!("dependency={}", folder.display())]);
        }
        arguments
    }
}

/// Whether this program was built with `--release`; then its libraries were, too.
fn is_release() -> bool {
    let program = env::current_exe().unwrap_or_default();
    program.ancestors().any(|folder| folder.file_name().is_some_and(|name| name == "release"))
}

/// The library that a message of cargo is about, if it is one that exercises may name.
fn library(message: &Value) -> Option<(String, PathBuf)> {
    let target = &message["target"];
    let is_library = message["reason"] == "compiler-artifact"
        && target["kind"].as_array()?.iter().any(|kind| kind == "lib");
    let name = NAMES.into_iter().find(|name| is_library && target["name"] == *name)?;
    let files = message["filenames"].as_array()?.iter().filter_map(Value::as_str);
    let file = files.map(PathBuf::from).find(|file| file.extension() == Some("rlib".as_ref()))?;
    Some((name.to_string(), file))
}

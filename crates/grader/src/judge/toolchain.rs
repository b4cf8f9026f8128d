//! What students' code is compiled with: the compiler and linker of this machine, and libraries that know no
//! answer.
//!
//! The grader builds the libraries once, in a target folder of its own; cargo builds them again when compiler,
//! lock file or sources change. They are those that the package `prelude` depends on: the contract and the
//! lessons without their suites, and what an exercise may name besides.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_derive::{Deserialize, Serialize};

use crate::Error;

/// What the code of an exercise may name.
const NAMES: [&str; 10] = [
    "activations",
    "backprop",
    "contract",
    "init",
    "ndarray",
    "prelude",
    "rand",
    "rand_distr",
    "rayon",
    "symmetry",
];
/// The flags of the libraries: they are linked when a program starts, and small functions become parts of their
/// callers in `prelude`, too.
const FLAGS: [&str; 3] = ["-Cprefer-dynamic", "-Awarnings", "-Cllvm-args=-inline-threshold=275"];
/// How the build differs from a student's own: it is run by all of a class. What stays is what a
/// student can meet: checks of overflow. Generic code is shared only by what is optimised for size or
/// less, so that a student's code finds it in `prelude` alone.
const PROFILE: [&str; 10] = [
    "opt-level=2",
    "debug-assertions=false",
    "package.'*'.opt-level=2",
    // What the workspace says of single packages counts for more than `'*'`.
    "package.activations.opt-level=3",
    "package.backprop.opt-level=3",
    "package.init.opt-level=3",
    "package.matrixmultiply.opt-level=3",
    "package.ndarray.opt-level=3",
    "package.prelude.opt-level='s'",
    "package.symmetry.opt-level=3",
];

/// How students' code is compiled: quickly, and with generic code found in `prelude`, which asks for
/// level 0. A few passes that take hardly any time let it run twice as fast.
const OPTIMISATION: [&str; 2] = [
    "-Copt-level=0",
    "-Cpasses=function(sroa,early-cse,simplifycfg),\
     cgscc(inline,function(sroa,early-cse,simplifycfg)),globaldce",
];

/// Where the system keeps its C library, in the order in which loaders look.
const SYSTEM: [&str; 7] = [
    "/lib/x86_64-linux-gnu",
    "/usr/lib/x86_64-linux-gnu",
    "/lib/aarch64-linux-gnu",
    "/usr/lib/aarch64-linux-gnu",
    "/lib64",
    "/usr/lib64",
    "/lib/ld-linux-aarch64.so.1",
];
/// How to get a Rust toolchain with all its parts.
const RUST: &str = "rustup mends it: `rustup toolchain install stable --force`; where there is no rustup, first \
     `curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh`";
/// How to get a C compiler and its library.
const C: &str = "a C compiler brings it: `sudo apt install gcc libc6-dev` on Debian and \
     Ubuntu, `sudo dnf install gcc` on Fedora";

/// A compiler and the libraries that it links with.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Toolchain {
    /// The compiler's version, as results name it.
    pub version: String,
    rustc: PathBuf,
    sysroot: PathBuf,
    /// The folder of the standard library, as a library that programs share.
    standard: PathBuf,
    /// The folder of the course's libraries.
    folder: PathBuf,
    files: Vec<(String, PathBuf)>,
    /// What the C compiler adds to a program.
    support: PathBuf,
    linker: Vec<String>,
    /// Whether the compiler knows the passes by these names.
    knows_passes: bool,
}

#[derive(Deserialize)]
struct Message {
    reason: String,
    target: Option<Target>,
    #[serde(default)]
    filenames: Vec<PathBuf>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
    kind: Vec<String>,
}

impl Toolchain {
    /// Finds the compiler and builds what is not built yet, for the workspace at `root`, in `target`.
    ///
    /// # Errors
    /// If a part of the toolchain is missing, or the libraries do not build.
    pub fn build(root: &Path, target: &Path) -> Result<Self, Error> {
        let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        let ask_rustc = |what: &[&str]| ask(root, &rustc, RUST, what);
        let sysroot = PathBuf::from(ask_rustc(&["--print", "sysroot"])?);
        let standard = PathBuf::from(ask_rustc(&["--print", "target-libdir"])?);
        let version = ask_rustc(&["--version"])?;
        let rustc = sysroot.join("bin").join("rustc");
        let files = build_libraries(root, target)?;
        let folder = files[0].1.parent().unwrap_or(target).to_path_buf();
        // `libgcc_s` has its name for linkers only in the C compiler's own folder.
        let cc = env::var_os("CC").unwrap_or_else(|| "cc".into());
        let support = PathBuf::from(ask(root, &cc, C, &["-print-libgcc-file-name"])?);
        let support = support.parent().unwrap_or(&support).to_path_buf();
        let linker = linker(&standard, &support)?;
        let knows_passes = knows_passes(&rustc, target)?;
        Ok(Self { version, rustc, sysroot, standard, folder, files, support, linker, knows_passes })
    }

    /// The compiler itself, not the proxy of rustup.
    pub fn compiler(&self) -> PathBuf {
        self.rustc.clone()
    }

    /// The compiler's arguments for the libraries and for the linker.
    pub fn arguments(&self) -> Vec<String> {
        let mut arguments = vec![format!("--sysroot={}", self.sysroot.display())];
        for (name, file) in &self.files {
            arguments.extend(["--extern".to_string(), format!("{name}={}", file.display())]);
        }
        arguments.push(format!("-Ldependency={}", self.folder.display()));
        arguments.extend(self.linker.iter().cloned());
        arguments
    }

    /// The compiler's arguments that say how much it optimises.
    pub fn optimisation(&self) -> &'static [&'static str] {
        if self.knows_passes { &OPTIMISATION } else { &OPTIMISATION[..1] }
    }

    /// What the compiler must be able to read.
    pub fn for_compiling(&self) -> Vec<PathBuf> {
        let mut readable = vec![self.sysroot.clone(), self.folder.clone(), self.support.clone()];
        readable.extend(system_folders());
        readable
    }

    /// What a compiled program must be able to read.
    pub fn for_running(&self) -> Vec<PathBuf> {
        let mut readable = vec![self.standard.clone(), self.folder.clone()];
        readable.extend(system_folders());
        readable
    }

    /// Folders of this machine, which no message shall name.
    pub fn folders(&self) -> Vec<String> {
        let home = env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
        let cargo = env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), PathBuf::from);
        let mut folders = vec![self.folder.clone(), self.sysroot.clone(), self.support.clone()];
        // Each registry has a folder for the sources of its crates.
        let registries = fs::read_dir(cargo.join("registry").join("src")).into_iter().flatten();
        folders.extend(registries.flatten().map(|entry| entry.path()));
        folders.iter().map(|folder| folder.display().to_string()).collect()
    }

    /// Where the compiler finds its own libraries.
    pub fn of_compiler(&self) -> String {
        self.sysroot.join("lib").display().to_string()
    }

    /// Where a compiled program finds what it shares with others.
    pub fn search_path(&self) -> String {
        format!("{}:{}", self.folder.display(), self.standard.display())
    }
}

/// Whether `rustc` compiles with all of [`OPTIMISATION`]; the names of passes may change.
fn knows_passes(rustc: &Path, target: &Path) -> Result<bool, Error> {
    let place = tempfile::tempdir_in(target).map_err(Error::file(target))?;
    let file = place.path().join("passes.rs");
    fs::write(&file, "pub fn one() -> f64 { f64::max(0.0, 1.0) }\n").map_err(Error::file(&file))?;
    let mut compiler = Command::new(rustc);
    compiler.args(["--crate-type=lib", "--emit=obj"]).args(OPTIMISATION);
    compiler.arg("--out-dir").arg(place.path()).arg(&file);
    compiler.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    Ok(compiler.status().map_err(Error::program(rustc))?.success())
}

fn build_libraries(root: &Path, target: &Path) -> Result<Vec<(String, PathBuf)>, Error> {
    let program = PathBuf::from(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    let mut cargo = Command::new(&program);
    for setting in PROFILE {
        cargo.args(["--config", &format!("profile.dev.{setting}")]);
    }
    cargo.args(["build", "--quiet", "--package", "prelude", "--target-dir"]).arg(target);
    cargo.arg("--message-format=json-render-diagnostics").current_dir(root);
    cargo.env("CARGO_ENCODED_RUSTFLAGS", FLAGS.join("\u{1f}"));
    // Another setting of the caller's would build the libraries anew, under the hands of a run that uses them.
    cargo.env("CARGO_INCREMENTAL", "0");
    let child = cargo.stdin(Stdio::null()).stdout(Stdio::piped()).spawn();
    let mut child = child.map_err(|source| not_run(&program, RUST, source))?;
    let mut files = Vec::new();
    for line in child.stdout.take().into_iter().flat_map(|output| BufReader::new(output).lines()) {
        let line = line.map_err(Error::program(&program))?;
        files.extend(serde_json::from_str(&line).ok().and_then(library));
    }
    let status = child.wait().map_err(Error::program(&program))?;
    if !status.success() || files.len() < NAMES.len() {
        return Err(Error::Command {
            command: format!("{} build --package prelude", program.display()),
            words: "the libraries for students' code do not build".to_string(),
            remedy: "",
        });
    }
    Ok(files)
}

fn library(message: Message) -> Option<(String, PathBuf)> {
    let target = message.target.filter(|_| message.reason == "compiler-artifact")?;
    let is_library = target.kind.iter().any(|kind| kind == "lib" || kind == "dylib");
    let name = NAMES.into_iter().find(|name| is_library && target.name == *name)?;
    let is_wanted = |file: &PathBuf| {
        file.extension().is_some_and(|kind| kind == "rlib" || kind == env::consts::DLL_EXTENSION)
    };
    let file = message.filenames.into_iter().find(is_wanted)?;
    // Cargo names the copy for people; the original lies with the other libraries.
    let original = file.parent()?.join("deps").join(file.file_name()?);
    Some((name.to_string(), if original.exists() { original } else { file }))
}

/// The folders of the C library on this machine.
pub(crate) fn system_folders() -> Vec<PathBuf> {
    SYSTEM.iter().map(PathBuf::from).filter(|path| path.exists()).collect()
}

/// The error that `what` is not installed; `remedy` is the command that installs it.
fn missing(what: impl Into<String>, remedy: &'static str) -> Error {
    Error::Missing { what: what.into(), remedy }
}

fn not_run(program: &Path, remedy: &'static str, source: io::Error) -> Error {
    if source.kind() == io::ErrorKind::NotFound {
        missing(format!("`{}`", program.display()), remedy)
    } else {
        Error::Program(program.to_path_buf(), source)
    }
}

/// What `program` answers, in one line; `remedy` installs it where it is not there.
fn ask(
    root: &Path,
    program: &OsStr,
    remedy: &'static str,
    arguments: &[&str],
) -> Result<String, Error> {
    let program = Path::new(program);
    let output = Command::new(program).args(arguments).current_dir(root).output();
    let output = output.map_err(|source| not_run(program, remedy, source))?;
    let answer = String::from_utf8_lossy(&output.stdout).trim().to_string();
    if !output.status.success() || answer.is_empty() {
        return Err(Error::Command {
            command: format!("{} {}", program.display(), arguments.join(" ")),
            words: String::from_utf8_lossy(&output.stderr).trim().to_string(),
            remedy,
        });
    }
    Ok(answer)
}

/// The arguments that have the toolchain's own linker called at once, without a C compiler between.
fn linker(standard: &Path, support: &Path) -> Result<Vec<String>, Error> {
    let linker = standard.with_file_name("bin").join("rust-lld");
    if !linker.exists() {
        return Err(missing(linker.display().to_string(), RUST));
    }
    let mut arguments = vec![
        format!("-Clinker={}", linker.display()),
        "-Clinker-flavor=ld.lld".to_string(),
        format!("-Clink-arg=--dynamic-linker={}", loader()),
    ];
    for name in ["Scrt1.o", "crti.o", "crtn.o"] {
        let mut places = system_folders().into_iter().map(|folder| folder.join(name));
        let found = places.find(|file| file.exists());
        let found = found.ok_or_else(|| missing(name, C))?;
        arguments.push(format!("-Clink-arg={}", found.display()));
    }
    for folder in system_folders().into_iter().filter(|folder| folder.is_dir()) {
        arguments.push(format!("-Clink-arg=-L{}", folder.display()));
    }
    arguments.push(format!("-Clink-arg=-L{}", support.display()));
    Ok(arguments)
}

fn loader() -> &'static str {
    if cfg!(target_arch = "aarch64") {
        "/lib/ld-linux-aarch64.so.1"
    } else {
        "/lib64/ld-linux-x86-64.so.2"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_part_is_named_with_the_command_that_installs_it() {
        let here = Path::new(".");
        let error = ask(here, OsStr::new("no-such-rustc"), RUST, &["--version"]).unwrap_err();
        let words = error.to_string();
        assert!(
            words.starts_with("`no-such-rustc` is missing; rustup mends it: `rustup"),
            "{words}"
        );
        let library = tempfile::tempdir().unwrap();
        let words = linker(&library.path().join("lib"), here).unwrap_err().to_string();
        assert!(words.contains("bin/rust-lld is missing; rustup mends it"), "{words}");
    }

    #[test]
    fn a_program_that_fails_is_quoted() {
        let error = ask(Path::new("."), OsStr::new("ls"), C, &["no-such-file"]).unwrap_err();
        let words = error.to_string();
        assert!(words.contains("no-such-file") && words.contains("apt install gcc"), "{words}");
    }
}

//! What students' code is compiled with: the compiler, and libraries that know no answer.
//!
//! The grader builds them once, in a target folder of its own, with the configuration
//! `contract_only`; cargo sees to it that they are built again when compiler, lock file or sources
//! change.

use std::env;
use std::fs;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_derive::Deserialize;

use super::toolchain::{C, RUST, ask, linker, missing, system};

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
/// The configuration of the build: links that are made when a program starts, and small functions as parts of their callers in `prelude`, too.
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

/// A compiler and the libraries that it links with.
#[derive(Clone, Debug)]
pub struct Libraries {
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

impl Libraries {
    /// Builds what is not built yet, for the workspace at `root`, in `target`.
    pub fn build(root: &Path, target: &Path) -> io::Result<Self> {
        let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        let asked = |what: &[&str]| ask(root, &rustc, RUST, what);
        let sysroot = PathBuf::from(asked(&["--print", "sysroot"])?);
        let standard = PathBuf::from(asked(&["--print", "target-libdir"])?);
        let version = asked(&["--version"])?;
        let rustc = sysroot.join("bin").join("rustc");
        let files = build(root, target)?;
        let folder = files[0].1.parent().unwrap_or(target).to_path_buf();
        // `libgcc_s` has its name for linkers only in the C compiler's own folder.
        let cc = env::var_os("CC").unwrap_or_else(|| "cc".into());
        let support = PathBuf::from(ask(root, &cc, C, &["-print-libgcc-file-name"])?);
        let support = support.parent().unwrap_or(&support).to_path_buf();
        let linker = linker(&standard, &support)?;
        let knows_passes = knows_passes(&rustc, target)?;
        Ok(Self { version, rustc, sysroot, standard, folder, files, support, linker, knows_passes })
    }

    /// The compiler.
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
        readable.extend(system());
        readable
    }

    /// What a compiled program must be able to read.
    pub fn for_running(&self) -> Vec<PathBuf> {
        let mut readable = vec![self.standard.clone(), self.folder.clone()];
        readable.extend(system());
        readable
    }

    /// Folders of this machine, which no message shall name, the longest first.
    pub fn folders(&self) -> Vec<String> {
        let home = env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
        let cargo = env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), PathBuf::from);
        let mut folders = vec![self.folder.clone(), self.sysroot.clone()];
        // Each registry has a folder for the sources of its crates.
        let registries = fs::read_dir(cargo.join("registry").join("src")).into_iter().flatten();
        folders.extend(registries.flatten().map(|entry| entry.path()));
        folders.iter().map(|folder| format!("{}/", folder.display())).collect()
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
fn knows_passes(rustc: &Path, target: &Path) -> io::Result<bool> {
    let place = tempfile::tempdir_in(target)?;
    let file = place.path().join("passes.rs");
    fs::write(&file, "pub fn one() -> f64 { f64::max(0.0, 1.0) }\n")?;
    let mut compiler = Command::new(rustc);
    compiler.args(["--crate-type=lib", "--emit=obj"]).args(OPTIMISATION);
    compiler.arg("--out-dir").arg(place.path()).arg(&file);
    compiler.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    Ok(compiler.status()?.success())
}

fn build(root: &Path, target: &Path) -> io::Result<Vec<(String, PathBuf)>> {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    for setting in PROFILE {
        cargo.args(["--config", &format!("profile.dev.{setting}")]);
    }
    cargo.args(["build", "--quiet", "--package", "prelude", "--target-dir"]).arg(target);
    cargo.arg("--message-format=json-render-diagnostics").current_dir(root);
    cargo.env("CARGO_ENCODED_RUSTFLAGS", FLAGS.join("\u{1f}"));
    let child = cargo.stdin(Stdio::null()).stdout(Stdio::piped()).spawn();
    let mut child = child.map_err(|error| missing(&format!("`cargo` ({error})"), RUST))?;
    let mut files = Vec::new();
    for line in child.stdout.take().into_iter().flat_map(|output| BufReader::new(output).lines()) {
        files.extend(serde_json::from_str(&line?).ok().and_then(library));
    }
    if !child.wait()?.success() || files.len() < NAMES.len() {
        return Err(io::Error::other("the libraries for students' code do not build"));
    }
    Ok(files)
}

fn library(message: Message) -> Option<(String, PathBuf)> {
    let target = message.target.filter(|_| message.reason == "compiler-artifact")?;
    let is_library = target.kind.iter().any(|kind| kind == "lib" || kind == "dylib");
    let name = NAMES.into_iter().find(|name| is_library && target.name == *name)?;
    let is_wanted = |file: &PathBuf| {
        file.extension().is_some_and(|it| it == "rlib" || it == env::consts::DLL_EXTENSION)
    };
    let file = message.filenames.into_iter().find(is_wanted)?;
    // Cargo names the copy for people; the original lies with the other libraries.
    let original = file.parent()?.join("deps").join(file.file_name()?);
    Some((name.to_string(), if original.exists() { original } else { file }))
}

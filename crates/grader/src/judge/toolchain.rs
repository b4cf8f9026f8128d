//! What students' code is compiled with: the compiler and linker of this machine, and libraries that know no
//! answer.
//!
//! The compiler is the one of `RUSTC`, else the one that stands for the course; the linker is its own, so that no
//! C compiler is asked. The libraries are prepared once, by `libraries`.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_derive::{Deserialize, Serialize};

use super::libraries::Libraries;
use super::system::{C, RUST, missing, not_run, system_folders};
use crate::Error;

/// How students' code is compiled: quickly, and with generic code found in `prelude`, which asks for
/// level 0. A few passes that take hardly any time let it run twice as fast.
const OPTIMISATION: [&str; 2] = [
    "-Copt-level=0",
    "-Cpasses=function(sroa,early-cse,simplifycfg),\
     cgscc(inline,function(sroa,early-cse,simplifycfg)),globaldce",
];

/// A compiler and the libraries that it links with.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Toolchain {
    /// The compiler's version, as results name it.
    pub version: String,
    rustc: PathBuf,
    sysroot: PathBuf,
    /// The folder of the standard library, as a library that programs share.
    standard: PathBuf,
    libraries: Libraries,
    linker: Vec<String>,
    /// Whether the compiler knows the passes by these names.
    knows_passes: bool,
}

impl Toolchain {
    /// Finds the compiler and builds what is not built yet, for the workspace at `root`, below `target`. `place` is
    /// an empty folder in there to work in.
    ///
    /// # Errors
    /// If a part of the toolchain is missing, or the libraries do not build.
    pub fn build(root: &Path, target: &Path, place: &Path) -> Result<Self, Error> {
        let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        let ask_rustc = |what: &[&str]| ask(root, &rustc, RUST, what);
        let sysroot = PathBuf::from(ask_rustc(&["--print", "sysroot"])?);
        let standard = PathBuf::from(ask_rustc(&["--print", "target-libdir"])?);
        let whole_version = ask_rustc(&["--version", "--verbose"])?;
        let version = whole_version.lines().next().unwrap_or_default().to_string();
        let rustc = sysroot.join("bin").join("rustc");
        let libraries = Libraries::prepare(root, target, place, &whole_version)?;
        let linker = linker(&standard)?;
        let knows_passes = knows_passes(&rustc, place)?;
        Ok(Self { version, rustc, sysroot, standard, libraries, linker, knows_passes })
    }

    /// Checks that what students' code is linked with is still there.
    ///
    /// # Errors
    /// The first library that is not.
    pub(super) fn check(&self) -> Result<(), Error> {
        self.libraries.check()
    }

    /// The names by which students' code may name libraries.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.libraries.named().map(|(name, _)| name)
    }

    /// The compiler itself, not the proxy of rustup.
    pub fn compiler(&self) -> PathBuf {
        self.rustc.clone()
    }

    /// The compiler's arguments for the libraries and for the linker.
    pub fn arguments(&self) -> Vec<String> {
        let mut arguments = vec![format!("--sysroot={}", self.sysroot.display())];
        for (name, file) in self.libraries.named() {
            arguments.extend(["--extern".to_string(), format!("{name}={}", file.display())]);
        }
        let folder = self.libraries.folder.display();
        arguments.extend([format!("-Ldependency={folder}"), format!("-Clink-arg=-L{folder}")]);
        arguments.extend(self.linker.iter().cloned());
        arguments
    }

    /// The compiler's arguments that say how much it optimises.
    pub fn optimisation(&self) -> &'static [&'static str] {
        if self.knows_passes { &OPTIMISATION } else { &OPTIMISATION[..1] }
    }

    /// What the compiler must be able to read.
    pub fn for_compiling(&self) -> Vec<PathBuf> {
        let mut readable = vec![self.sysroot.clone(), self.libraries.folder.clone()];
        readable.extend(system_folders());
        readable
    }

    /// What a compiled program must be able to read.
    pub fn for_running(&self) -> Vec<PathBuf> {
        let mut readable = vec![self.standard.clone(), self.libraries.folder.clone()];
        readable.extend(system_folders());
        readable
    }

    /// Folders of this machine, which no message shall name.
    pub fn folders(&self) -> Vec<String> {
        let home = env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
        let cargo = env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), PathBuf::from);
        let mut folders = vec![self.libraries.folder.clone(), self.sysroot.clone()];
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
        format!("{}:{}", self.libraries.folder.display(), self.standard.display())
    }
}

/// Whether `rustc` compiles with all of [`OPTIMISATION`]; the names of passes may change.
fn knows_passes(rustc: &Path, place: &Path) -> Result<bool, Error> {
    let file = place.join("passes.rs");
    fs::write(&file, "pub fn one() -> f64 { f64::max(0.0, 1.0) }\n").map_err(Error::file(&file))?;
    let mut compiler = Command::new(rustc);
    compiler.args(["--crate-type=lib", "--emit=obj"]).args(OPTIMISATION);
    compiler.arg("--out-dir").arg(place).arg(&file);
    compiler.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    Ok(compiler.status().map_err(Error::program(rustc))?.success())
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
fn linker(standard: &Path) -> Result<Vec<String>, Error> {
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
        let words = linker(&library.path().join("lib")).unwrap_err().to_string();
        assert!(words.contains("bin/rust-lld is missing; rustup mends it"), "{words}");
    }

    #[test]
    fn a_program_that_fails_is_quoted() {
        let error = ask(Path::new("."), OsStr::new("ls"), C, &["no-such-file"]).unwrap_err();
        let words = error.to_string();
        assert!(words.contains("no-such-file") && words.contains("apt install gcc"), "{words}");
    }
}

//! The compiler, the linker and the C library of this machine, and what to do where one is missing.

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

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
pub(super) const RUST: &str = "rustup mends it: `rustup toolchain install stable --force`; where there is no rustup, first \
     `curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh`";
/// How to get a C compiler and its library.
pub(super) const C: &str = "a C compiler brings it: `sudo apt install gcc libc6-dev` on Debian and \
     Ubuntu, `sudo dnf install gcc` on Fedora";

/// The folders of the C library that there are here.
pub(crate) fn system() -> Vec<PathBuf> {
    SYSTEM.iter().map(PathBuf::from).filter(|path| path.exists()).collect()
}

/// The error that `what` is not there, with the command that mends it.
pub(super) fn missing(what: &str, remedy: &str) -> io::Error {
    io::Error::new(io::ErrorKind::NotFound, format!("{what} is missing; {remedy}"))
}

/// What `program` says, in one line; `remedy` is told where it is not there.
pub(super) fn ask(
    root: &Path,
    program: &OsStr,
    remedy: &str,
    arguments: &[&str],
) -> io::Result<String> {
    let name = program.display();
    let output = Command::new(program).args(arguments).current_dir(root).output();
    let output = output.map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => missing(&format!("`{name}`"), remedy),
        kind => io::Error::new(kind, format!("cannot run `{name}`: {error}")),
    })?;
    let said = String::from_utf8_lossy(&output.stdout).trim().to_string();
    if !output.status.success() || said.is_empty() {
        let words = String::from_utf8_lossy(&output.stderr);
        let call = arguments.join(" ");
        return Err(io::Error::other(format!("`{name} {call}`: {}; {remedy}", words.trim())));
    }
    Ok(said)
}

/// The arguments that have the toolchain's own linker called at once, without a C compiler between.
pub(super) fn linker(standard: &Path, support: &Path) -> io::Result<Vec<String>> {
    let linker = standard.with_file_name("bin").join("rust-lld");
    if !linker.exists() {
        return Err(missing(&linker.display().to_string(), RUST));
    }
    let mut arguments = vec![
        format!("-Clinker={}", linker.display()),
        "-Clinker-flavor=ld.lld".to_string(),
        format!("-Clink-arg=--dynamic-linker={}", loader()),
    ];
    for name in ["Scrt1.o", "crti.o", "crtn.o"] {
        let found = system().into_iter().map(|folder| folder.join(name)).find(|it| it.exists());
        let found = found.ok_or_else(|| missing(name, C))?;
        arguments.push(format!("-Clink-arg={}", found.display()));
    }
    for folder in system().into_iter().filter(|it| it.is_dir()) {
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
    fn what_is_missing_is_told_with_the_command_that_brings_it() {
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
    fn a_program_that_fails_is_told_in_its_own_words() {
        let error = ask(Path::new("."), OsStr::new("ls"), C, &["no-such-file"]).unwrap_err();
        let words = error.to_string();
        assert!(words.contains("no-such-file") && words.contains("apt install gcc"), "{words}");
    }
}

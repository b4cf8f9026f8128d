//! What this machine must have for students' code to be compiled, and how to get it.

use std::io;
use std::path::{Path, PathBuf};

use crate::Error;

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

/// The folders of the C library on this machine.
pub(crate) fn system_folders() -> Vec<PathBuf> {
    SYSTEM.iter().map(PathBuf::from).filter(|path| path.exists()).collect()
}

/// The error that `what` is not installed; `remedy` is the command that installs it.
pub(super) fn missing(what: impl Into<String>, remedy: &'static str) -> Error {
    Error::Missing { what: what.into(), remedy }
}

/// The error that `program` did not start; `remedy` installs it where it is not there.
pub(super) fn not_run(program: &Path, remedy: &'static str, source: io::Error) -> Error {
    if source.kind() == io::ErrorKind::NotFound {
        missing(format!("`{}`", program.display()), remedy)
    } else {
        Error::Program(program.to_path_buf(), source)
    }
}

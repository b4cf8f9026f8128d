//! Why a cell could not be built, in words.

use std::fmt::Display;
use std::io;

/// The error with what was being done.
pub(super) fn told(what: &str, error: &dyn Display) -> io::Error {
    io::Error::other(format!("{what}: {error}"))
}

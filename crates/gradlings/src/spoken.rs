//! Errors in the languages of the course, carried by the errors of the system.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::Path;

use contract::{Text, say};

#[derive(Debug)]
struct Spoken(Text);

impl fmt::Display for Spoken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Error for Spoken {}

/// An error that says `text`.
pub(crate) fn error(text: Text) -> io::Error {
    io::Error::other(Spoken(text))
}

/// What `error` says; of the system's own errors, the number says the same in every language.
pub(crate) fn words(error: &io::Error) -> Text {
    match error.get_ref().and_then(|inner| inner.downcast_ref::<Spoken>()) {
        Some(Spoken(text)) => text.clone(),
        None => Text::new(error.to_string(), error.to_string()),
    }
}

/// The error that a file cannot be read or written.
pub(crate) fn about_file(file: &Path, why: &io::Error) -> io::Error {
    let file = file.display();
    error(say!(
        "{file} cannot be read or written: {why}",
        "{file} 파일을 읽거나 쓸 수 없습니다: {why}"
    ))
}

//! What can go wrong around the student's code: a file, a program, the course's own build.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use contract::{Text, say};

/// Why something could not be compiled or looked up; never the student's doing.
#[derive(Debug)]
pub enum Error {
    /// A file or a folder cannot be read or written.
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A program cannot be run.
    Program {
        /// The program as it was called.
        program: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The course's own libraries do not build.
    DoesNotBuild,
}

impl Error {
    /// The error of an operation on `path`, for `map_err`.
    pub fn file(path: &Path) -> impl FnOnce(io::Error) -> Self + use<> {
        let path = path.to_path_buf();
        move |source| Self::File { path, source }
    }

    /// The error that `program` cannot be run, for `map_err`.
    pub fn program(program: &Path) -> impl FnOnce(io::Error) -> Self + use<> {
        let program = program.to_path_buf();
        move |source| Self::Program { program, source }
    }

    /// The error in words, with what mends it where that is known.
    pub fn text(&self) -> Text {
        match self {
            Self::File { path, source } => {
                let path = path.display();
                say!(
                    "{path} cannot be read or written: {source}",
                    "{path} 파일을 읽거나 쓸 수 없습니다: {source}"
                )
            }
            Self::Program { program, source } => {
                let program = program.display();
                say!(
                    "`{program}` cannot be run: {source}",
                    "`{program}`을(를) 실행할 수 없습니다: {source}"
                )
            }
            Self::DoesNotBuild => say!(
                "the course itself does not build: see `cargo build`",
                "강의 프로그램이 빌드되지 않습니다. `cargo build`로 확인하세요"
            ),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text().fmt(f)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::File { source, .. } | Self::Program { source, .. } => Some(source),
            Self::DoesNotBuild => None,
        }
    }
}

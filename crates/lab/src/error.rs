//! What can go wrong in the lab.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use contract::{Text, say};

/// Why a command of `cargo lab` stopped.
#[derive(Debug)]
pub enum Error {
    /// No experiment has this name.
    UnknownExperiment {
        /// As it was typed.
        name: String,
        /// The three names most like it, the nearest first.
        nearest: Vec<String>,
    },
    /// There is no derivation of this name.
    UnknownDerivation(String),
    /// A line of a derivation does not agree with central differences: a fault of the course.
    WrongLine {
        /// The line.
        equation: &'static str,
        /// The largest difference.
        off: f64,
    },
    /// A text of the course cannot be read.
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A text of the course has no place for a derivation.
    NoPlace(PathBuf),
    /// A folder or a file cannot be written.
    Unwritable {
        /// The folder or the file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// There is nothing to report: no bench has been run.
    Unmeasured {
        /// Where criterion's results would be.
        folder: PathBuf,
    },
    /// A table of data holds something else than numbers.
    Damaged {
        /// The file's name in `data`.
        file: &'static str,
        /// From 1, the header included.
        line: usize,
        /// How many finite numbers a line must hold.
        columns: usize,
        /// The line as it is.
        content: String,
    },
}

impl Error {
    /// The error of reading `path`, for `map_err`.
    pub fn unreadable(path: &Path) -> impl FnOnce(io::Error) -> Self + use<> {
        let path = path.to_path_buf();
        move |source| Self::Unreadable { path, source }
    }

    /// The error of writing to `path`, for `map_err`.
    pub fn unwritable(path: &Path) -> impl FnOnce(io::Error) -> Self + use<> {
        let path = path.to_path_buf();
        move |source| Self::Unwritable { path, source }
    }

    /// The error in words, with what mends it where that is known.
    pub fn text(&self) -> Text {
        match self {
            Self::UnknownExperiment { name, nearest } => {
                let nearest = nearest.join(", ");
                say!(
                    "there is no experiment `{name}`. The nearest names: {nearest}. \
                     All: `cargo lab list`.",
                    "`{name}` 실험이 없습니다. 비슷한 이름: {nearest}. 전체 목록: `cargo lab list`."
                )
            }
            Self::UnknownDerivation(name) => {
                let all = crate::derive::NAMES.join(", ");
                say!(
                    "there is no derivation of `{name}`, only of: {all}",
                    "`{name}`의 유도 과정은 없습니다. 있는 것: {all}"
                )
            }
            Self::WrongLine { equation, off } => say!(
                "{equation} is off by {off:e} from central differences; the course is wrong here",
                "{equation} 식이 중앙 차분과 {off:e}만큼 다릅니다. 과정의 잘못입니다"
            ),
            Self::Unreadable { path, source } => {
                let path = path.display();
                say!(
                    "{path} cannot be read: {source}. `git restore` brings the course's own text back.",
                    "{path} 파일을 읽을 수 없습니다: {source}. `git restore`로 과정의 원래 글을 되돌리세요."
                )
            }
            Self::NoPlace(path) => {
                let path = path.display();
                say!(
                    "{path} has no place for the derivation: between the comments `<!-- derivation of backward -->` and `<!-- end -->`",
                    "{path} 파일에 유도 과정을 넣을 자리가 없습니다. 주석 `<!-- derivation of backward -->`와 `<!-- end -->` 사이에 넣습니다"
                )
            }
            Self::Unwritable { path, source } => {
                let path = path.display();
                say!(
                    "{path} cannot be written: {source}. Name another folder with `--out DIR`.",
                    "{path}에 쓸 수 없습니다: {source}. `--out DIR`로 다른 폴더를 지정하세요."
                )
            }
            Self::Unmeasured { folder } => {
                let folder = folder.display();
                say!(
                    "{folder} holds no results. Measure first: `cargo bench -p benches`.",
                    "{folder}에 측정 결과가 없습니다. 먼저 측정하세요: `cargo bench -p benches`."
                )
            }
            Self::Damaged { file, line, columns, content } => say!(
                "{file}, line {line}: {columns} finite numbers must stand here, but it reads \
                 {content:?}",
                "{file} {line}번째 줄: 유한한 수 {columns}개가 있어야 하는데 {content:?}입니다"
            ),
        }
    }

    /// The exit code of a command that stops so: 2 for a wrong call, else 1.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::UnknownExperiment { .. }
            | Self::UnknownDerivation(_)
            | Self::Unwritable { .. } => 2,
            Self::WrongLine { .. }
            | Self::Unreadable { .. }
            | Self::NoPlace(_)
            | Self::Unmeasured { .. }
            | Self::Damaged { .. } => 1,
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
            Self::Unreadable { source, .. } | Self::Unwritable { source, .. } => Some(source),
            _ => None,
        }
    }
}

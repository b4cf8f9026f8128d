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
    /// Cargo does not say what it was asked.
    Cargo {
        /// The command.
        command: &'static str,
        /// What it said instead.
        words: String,
    },
    /// The course's own libraries do not build.
    DoesNotBuild {
        /// What cargo says.
        words: String,
    },
}

/// What mends a Rust that lacks a part.
fn rust() -> Text {
    Text::fixed(
        "`rustup toolchain install stable --force` mends Rust; https://rustup.rs has rustup.",
        "`rustup toolchain install stable --force`로 Rust를 고칠 수 있습니다. rustup은 https://rustup.rs에 \
         있습니다.",
    )
}

/// What a compiler or a linker says first, without its long call of the linker and without blank lines.
pub fn first_lines(words: &str) -> String {
    const LONGEST: usize = 300;
    let short = words.lines().filter(|line| !line.trim().is_empty() && line.len() < LONGEST);
    short.take(6).collect::<Vec<_>>().join("\n")
}

/// Whether a file comes with the course, and is no student's.
fn is_of_course(path: &Path) -> bool {
    path.iter().any(|name| name == "solutions" || name == "crates")
}

/// What mends a failure of the machine that a system, a compiler or a linker tells in `words`.
pub fn remedy(words: &str) -> Option<Text> {
    let says = |signs: &[&str]| signs.iter().any(|sign| words.contains(sign));
    Some(
        if says(&[
            "No space left",
            "not enough space",
            "quota exceeded",
            "File too large",
            "SIGXFSZ",
        ]) {
            say!(
                "Make room on that disk; `cargo clean` frees what the course has built.",
                "디스크에 자리를 만드세요. `cargo clean`은 강의가 빌드한 것을 지웁니다."
            )
        } else if says(&["could not execute process"]) {
            rust()
        } else if says(&["failed to download", "failed to get `", "network failure"]) {
            say!(
                "Cargo has to download libraries (ndarray, rand, rayon) once: connect this machine to the network and \
                 try again.",
                "처음 한 번은 cargo가 라이브러리(ndarray, rand, rayon)를 내려받아야 합니다. 인터넷에 연결하고 다시 \
                 시도하세요."
            )
        } else if says(&["linker `"]) && says(&["not found"]) {
            say!(
                "Rust needs a C compiler to link with: `sudo apt install gcc libc6-dev` on Debian and Ubuntu, \
             `sudo dnf install gcc` on Fedora, `xcode-select --install` on macOS, the C++ build tools of \
             Visual Studio on Windows.",
                "Rust는 링크할 때 C 컴파일러가 필요합니다. Debian과 Ubuntu: `sudo apt install gcc libc6-dev`, \
             Fedora: `sudo dnf install gcc`, macOS: `xcode-select --install`, Windows: Visual Studio의 C++ \
             빌드 도구."
            )
        } else if says(&["Permission denied", "Access is denied", "Read-only file system"]) {
            say!(
                "Look whom it belongs to (`ls -ld`); CARGO_TARGET_DIR names another folder to build in.",
                "소유자를 확인하세요(`ls -ld`). CARGO_TARGET_DIR로 다른 빌드 폴더를 지정할 수 있습니다."
            )
        } else if says(&["signal", "memory allocation of", "Cannot allocate memory"]) {
            say!(
                "Memory may be short: close other programs and try again.",
                "메모리가 부족한 것 같습니다. 다른 프로그램을 닫고 다시 시도하세요."
            )
        } else {
            return None;
        },
    )
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
                let is_ours = is_of_course(path);
                let path = path.display();
                let mended = match source.kind() {
                    io::ErrorKind::NotFound if is_ours => Some(say!(
                        "`git checkout -- {path}` or a fresh copy of the course brings it back.",
                        "`git checkout -- {path}` 명령을 실행하거나 강의를 새로 받으면 돌아옵니다."
                    )),
                    _ => remedy(&source.to_string()),
                };
                let text = say!(
                    "{path} cannot be read or written: {source}",
                    "{path} 파일을 읽거나 쓸 수 없습니다: {source}"
                );
                match mended {
                    None => text,
                    Some(mended) => Text::new(
                        format!("{}. {}", text.en, mended.en),
                        format!("{}. {}", text.ko, mended.ko),
                    ),
                }
            }
            Self::Program { program, source } => {
                let (program, Text { en, ko }) = (program.display(), rust());
                say!(
                    "`{program}` cannot be run: {source}. {en}",
                    "실행할 수 없는 프로그램: `{program}`. {source}. {ko}"
                )
            }
            Self::Cargo { command, words } => {
                say!("`{command}` says: {words}", "`{command}`의 말: {words}")
            }
            Self::DoesNotBuild { words } => {
                let mended = remedy(words).unwrap_or(Text::fixed(
                    "`cargo build` says more.",
                    "`cargo build`로 확인하세요.",
                ));
                let (words, Text { en, ko }) = (first_lines(words), mended);
                say!(
                    "the course itself does not build, and not because of your code. {en}\n{words}",
                    "강의 프로그램이 빌드되지 않습니다. 작성한 코드 때문이 아닙니다. {ko}\n{words}"
                )
            }
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
            Self::Cargo { .. } | Self::DoesNotBuild { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn every_error_of_a_file_names_it_and_what_mends_it() {
        let words = |path: &str, code: i32| {
            Error::file(Path::new(path))(io::Error::from_raw_os_error(code)).to_string()
        };
        let cases = [
            ("solutions/init/src/zeros.rs", 2, "git checkout -- solutions/init/src/zeros.rs"),
            ("target/gradlings/lock", 13, "ls -ld"),
            ("target/gradlings/lock", 28, "Make room"),
            ("target/gradlings/lock", 30, "CARGO_TARGET_DIR"),
        ];
        for (path, code, remedy) in cases {
            let words = words(path, code);
            assert!(words.starts_with(path) && words.contains(remedy), "{words}");
        }
        let missing = Error::program(Path::new("rustc"))(io::Error::from_raw_os_error(2));
        assert!(missing.to_string().contains("rustup toolchain install"));
    }
}

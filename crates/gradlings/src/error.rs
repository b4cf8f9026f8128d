//! What can go wrong besides the student's answers.

use std::fmt;
use std::io;
use std::path::Path;

use contract::{Fault, Text, say};
use course::Unknown;
use course::error::{first_lines, remedy};

/// Why a command could not be carried out.
#[derive(Debug)]
pub enum Error {
    /// A file, a program or the course's own build, each by its name.
    Course(course::error::Error),
    /// A handout that cannot be written, found or brought up to date.
    Handout(handout::Error),
    /// A name that means no exercise.
    Unknown(Unknown),
    /// The compiler did not do its work, and not because of a student's file.
    Compiler {
        /// How it ended.
        how: String,
        /// What it said.
        words: String,
    },
    /// A student's program could not be started, or was ended by the system or by a person.
    Program {
        /// The exercise that was judged.
        exercise: &'static str,
        /// What the system says.
        source: io::Error,
    },
    /// The check was cancelled: a newer one stands behind it.
    Cancelled,
    /// A new exercise cannot have this name.
    NewName {
        /// The name.
        name: String,
        /// Whether there is one of that name already.
        is_taken: bool,
    },
    /// Judging a lesson panicked, which is a bug of the course.
    JudgingPanicked {
        /// The lesson.
        lesson: &'static str,
    },
    /// No property calls a function, so that there is nothing to try.
    NoCall {
        /// The function.
        function: String,
    },
    /// A lesson's text does not say anything of an exercise.
    NoSection {
        /// The lesson.
        lesson: &'static str,
        /// The heading that was looked for.
        heading: String,
    },
    /// The last page needs lessons that were not handed out.
    NotHandedOut,
    /// A lesson that was solved has a file with errors since.
    DoesNotCompile {
        /// The lesson.
        lesson: &'static str,
    },
    /// The student's network failed while it was trained.
    Training(Fault),
    /// The page cannot be served on this port.
    Port {
        /// The port; any free one if it is 0.
        port: u16,
        /// What the system says.
        source: io::Error,
    },
    /// The terminal cannot be set up, drawn on or listened to.
    Terminal(io::Error),
}

impl Error {
    /// The error of an operation on `path`, for `map_err`.
    pub(crate) fn file(path: &Path) -> impl FnOnce(io::Error) -> Self + use<> {
        let error = course::error::Error::file(path);
        move |source| Self::Course(error(source))
    }

    /// The error in words, with the command that mends it where there is one.
    pub fn text(&self) -> Text {
        match self {
            Self::Course(error) => error.text(),
            Self::Handout(error) => error.text(),
            Self::Unknown(Unknown { name, nearest }) => {
                let nearest = nearest.join(", ");
                say!(
                    "there is no exercise `{name}`. The nearest names: {nearest}. All: `cargo run`.",
                    "`{name}` 연습 문제가 없습니다. 비슷한 이름: {nearest}. 전체 목록: `cargo run`."
                )
            }
            Self::Compiler { how, words } => {
                let mended = remedy(&format!("{words} {how}")).unwrap_or(Text::fixed(
                    "`cargo clean` has everything built anew.",
                    "`cargo clean`을 실행하면 모두 새로 빌드합니다.",
                ));
                let words = first_lines(words);
                let Text { en, ko } = mended;
                say!(
                    "the compiler did not do its work ({how}), and not because of your code. {en}\n\
                     {words}",
                    "컴파일러가 일을 마치지 못했습니다({how}). 작성한 코드 때문이 아닙니다. {ko}\n\
                     {words}"
                )
            }
            Self::Program { exercise, source } => {
                let mended = remedy(&source.to_string())
                    .unwrap_or(Text::fixed("Check again.", "다시 검사하세요."));
                let Text { en, ko } = mended;
                say!(
                    "the program that checks {exercise} could not be run or was ended from outside \
                     ({source}), and not by your code. {en}",
                    "{exercise} 문제를 검사하는 프로그램을 실행할 수 없거나 밖에서 끝냈습니다({source}). \
                     작성한 코드 때문이 아닙니다. {ko}"
                )
            }
            Self::Cancelled => say!("the check was cancelled", "검사가 취소되었습니다"),
            Self::NewName { name, is_taken: true } => {
                say!("there is a `{name}` already", "`{name}` 이름은 이미 쓰고 있습니다")
            }
            Self::NewName { name, is_taken: false } => say!(
                "`{name}` cannot be a function: small letters, digits and `_`, a letter first",
                "`{name}` 같은 이름은 함수에 쓸 수 없습니다. 소문자, 숫자, `_`만 쓰고 글자로 시작하세요"
            ),
            Self::JudgingPanicked { lesson } => {
                say!("judging lesson {lesson} panicked", "{lesson} 강의를 검사하다가 패닉했습니다")
            }
            Self::NoCall { function } => say!(
                "no property calls `{function}`, so that there is nothing to try",
                "`{function}` 함수를 부르는 성질이 없어 시험할 것이 없습니다"
            ),
            Self::NoSection { lesson, heading } => say!(
                "the text of lesson {lesson} has no section `{heading}`",
                "{lesson} 강의의 글에 `{heading}` 절이 없습니다"
            ),
            Self::NotHandedOut => say!(
                "Every exercise that was handed out is solved. The last page trains a network with all exercises of \
                 init, backprop and symmetry, and not all of them are in this course.",
                "받은 연습 문제를 모두 풀었습니다. 마지막 페이지는 init, backprop, symmetry의 모든 문제로 신경망을 \
                 학습시키는데, 이 강의에는 그 일부가 없습니다."
            ),
            Self::DoesNotCompile { lesson } => say!(
                "exercises/{lesson} does not compile any more; `cargo run -- check {lesson}` says why",
                "exercises/{lesson}의 파일이 더는 컴파일되지 않습니다. `cargo run -- check {lesson}` 명령으로 확인하세요"
            ),
            Self::Training(fault) => fault.sentence(),
            Self::Port { port, source } => say!(
                "port {port} of 127.0.0.1 cannot be used ({source}); without `--port` a free one is taken",
                "127.0.0.1의 포트 {port}: 사용할 수 없습니다({source}). `--port`를 빼면 비어 있는 포트를 사용합니다"
            ),
            Self::Terminal(error) => {
                say!("the terminal does not work: {error}", "터미널을 사용할 수 없습니다: {error}")
            }
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text().fmt(f)
    }
}

impl std::error::Error for Error {}

impl From<course::error::Error> for Error {
    fn from(error: course::error::Error) -> Self {
        Self::Course(error)
    }
}

impl From<handout::Error> for Error {
    fn from(error: handout::Error) -> Self {
        Self::Handout(error)
    }
}

impl From<Unknown> for Error {
    fn from(unknown: Unknown) -> Self {
        Self::Unknown(unknown)
    }
}

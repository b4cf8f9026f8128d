//! Why a course cannot be handed out, found or brought up to date.

use std::fmt;
use std::path::PathBuf;

use contract::{Text, say};
use course::Unknown;

/// What can go wrong with a handout.
#[derive(Debug)]
pub enum Error {
    /// A file or a folder cannot be read or written.
    Course(course::error::Error),
    /// Something is where the handout is to go.
    Exists(PathBuf),
    /// The handout would lie in another workspace.
    Inside {
        /// Where the handout is to go.
        folder: PathBuf,
        /// The root of the other workspace.
        workspace: PathBuf,
    },
    /// There is no course in a folder or above it.
    NoCourse(PathBuf),
    /// A name that means no lesson or no exercise that is handed out.
    Unknown(Unknown),
    /// No lesson is named.
    NoLesson,
    /// `gradlings.toml` does not say what it should.
    Settings {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        what: Text,
    },
    /// The folder was handed out by a later version of this program.
    ProgramIsOld {
        /// The version of the folder.
        version: String,
        /// The command that installs the program.
        install: String,
    },
    /// The folder was handed out by an earlier version of this program.
    HandoutIsOld {
        /// The version of the folder.
        version: String,
    },
    /// A folder of the handout is gone.
    Missing(PathBuf),
    /// A clone is brought up to date by git.
    IsClone(PathBuf),
    /// A command for authors, who work in a clone.
    NeedsClone,
}

impl Error {
    /// The error in words, with the command that mends it.
    pub fn text(&self) -> Text {
        match self {
            Self::Course(error) => error.text(),
            Self::Exists(path) => {
                let path = path.display();
                say!(
                    "{path} is there already, and nothing is overwritten: choose another name.",
                    "{path}: 이미 있습니다. 덮어쓰지 않으니 다른 이름을 고르세요."
                )
            }
            Self::Inside { folder, workspace } => {
                let (folder, workspace) = (folder.display(), workspace.display());
                say!(
                    "{folder} would lie in the Rust workspace {workspace}, and cargo would mix the two up: choose a \
                     folder outside.",
                    "{folder} 폴더가 Rust 워크스페이스 {workspace} 안에 놓여 cargo가 둘을 혼동합니다. 그 \
                     밖의 폴더를 고르세요."
                )
            }
            Self::NoCourse(path) => {
                let path = path.display();
                say!(
                    "there is no course in {path} or above it: `gradlings init DIR` writes one, else change to its \
                     folder.",
                    "{path} 폴더와 그 위에 강의가 없습니다. 강의 폴더로 옮겨 가거나 `gradlings init DIR`로 새로 \
                     만드세요."
                )
            }
            Self::Unknown(Unknown { name, nearest }) => {
                let nearest = nearest.join(", ");
                say!(
                    "there is no lesson `{name}`. The nearest names: {nearest}.",
                    "`{name}` 강의가 없습니다. 비슷한 이름: {nearest}."
                )
            }
            Self::NoLesson => {
                say!("no lesson is named.", "강의 이름이 하나도 없습니다.")
            }
            Self::Settings { path, what: Text { en, ko } } => {
                let path = path.display();
                say!(
                    "{path}: {en} Undo your change, or write it as `gradlings init` does.",
                    "{path}: {ko} 고친 것을 되돌리거나 `gradlings init`이 쓰는 대로 쓰세요."
                )
            }
            Self::ProgramIsOld { version, install } => {
                let own = crate::version();
                say!(
                    "this course was handed out by gradlings {version}, and this is gradlings {own}: install the \
                     newer program with `{install}`.",
                    "이 강의를 만든 것은 gradlings {version}, 이 프로그램은 {own}입니다. `{install}` 명령으로 새 \
                     프로그램을 설치하세요."
                )
            }
            Self::HandoutIsOld { version } => {
                let own = crate::version();
                say!(
                    "this course was handed out by gradlings {version}, and this is gradlings {own}: `gradlings \
                     update` brings the course up to date and keeps what you wrote.",
                    "이 강의를 만든 것은 gradlings {version}, 이 프로그램은 {own}입니다. `gradlings \
                     update`를 실행하면 강의가 새로워지고 작성한 내용은 남습니다."
                )
            }
            Self::Missing(path) => {
                let path = path.display();
                say!(
                    "{path} is missing: `gradlings update` brings it back.",
                    "{path}: 없습니다. `gradlings update`를 실행하면 돌아옵니다."
                )
            }
            Self::IsClone(path) => {
                let path = path.display();
                say!(
                    "{path} is a clone, which git brings up to date: `git pull`. Where it stops at a stub that you \
                     have edited: `git stash`, `git pull`, `git stash pop`.",
                    "{path} 폴더는 git으로 받은 것이니 `git pull`로 새로워집니다. 고친 파일 때문에 멈추면 \
                     `git stash`, `git pull`, `git stash pop`을 차례로 실행하세요."
                )
            }
            Self::NeedsClone => say!(
                "that command is for authors of the course, who work in a clone of it.",
                "강의를 만드는 사람의 명령입니다. git으로 받은 강의 폴더에서 실행하세요."
            ),
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

//! Why the grader did not do what it was asked.
//!
//! Every variant names the path or the command that it is about. What is wrong with a submission is no error:
//! it is in the results, and [`Error::Ungraded`] at the end of the run sums up what could not be graded.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::formats::{Format, in_one_line};
use crate::run::Partition;
use crate::sandbox::Tier;

/// What to do where there is no sandbox.
const ELSEWHERE: &str = "The sandbox of the grader is made of parts of Linux. On macOS and \
Windows run it in a Linux container, from the folder of the course:

    docker run --rm -it --cap-add SYS_ADMIN --security-opt seccomp=unconfined \\
        --security-opt apparmor=unconfined -v \"$PWD\":/course -w /course rust:1.89 \\
        cargo grade SUBMISSIONS --out RESULTS
";

/// An error of the grader.
#[derive(Debug)]
#[allow(missing_docs)] // The fields of a variant are explained with it.
pub enum Error {
    // The call makes no sense.
    /// A file or folder that the call names cannot be read.
    Given(PathBuf, io::Error),
    /// The folder for the results cannot be written.
    Out(PathBuf, io::Error),
    /// Another run is writing to the folder for the results.
    OutInUse(PathBuf),
    /// The folder for the results lies in the folder of submissions.
    OutAmongSubmissions(PathBuf),
    /// What should be the folder of submissions is a file.
    ClassIsFile(PathBuf),
    /// A folder holds no submission.
    NoSubmission(PathBuf),
    /// There is no format of this name.
    UnknownFormat(String),
    /// There is no tier of this name.
    UnknownTier(String),
    /// This does not name a part of a class.
    UnknownPart(String),
    /// This part of a class is to be graded without the seed of the others.
    PartWithoutSeed(Partition),
    /// `--partition auto`, but none of these variables of the environment is set.
    NoMachineNumber(Vec<&'static str>),
    /// A pattern of `--hidden` matches no property.
    HidesNothing(String),
    /// There is no lesson of this name; the second is a list of those that there are.
    UnknownLesson(String, String),
    /// A file of an assignment is no TOML, or has fields that are not known.
    AssignmentSyntax(PathBuf, Box<toml::de::Error>),
    /// A file of an assignment says something that makes no sense.
    Assignment(PathBuf, String),
    /// A line of a roster makes no sense.
    RosterLine(PathBuf, u64, String),

    // Results of other runs cannot be used.
    /// A line of a file of results, by its number from 1, is something else.
    ResultsLine(PathBuf, usize, serde_json::Error),
    /// A file of results is empty.
    NoResults(PathBuf),
    /// A file of results does not end with the number of submissions.
    ResultsCutOff(PathBuf),
    /// A file of results holds `found` submissions, but its last line says `count`.
    ResultsCount { path: PathBuf, found: usize, count: usize },
    /// There is nothing to merge.
    NoParts,
    /// One of the results to merge is of all submissions.
    WholeAmongParts,
    /// Two parts were not made in the same way.
    PartsOfDifferentWholes(Partition, Partition),
    /// A part is not among those to merge.
    PartMissing(Partition),
    /// A part is among those to merge more than once.
    PartTwice(Partition),
    /// The first part has another suite, compiler or the like, as `what` says, than one of the others.
    PartsDiffer { what: &'static str, first: String, other: String },
    /// A submission is in two parts.
    SubmissionTwice(String),
    /// A submission is in a part that should not hold it.
    SubmissionInWrongPart(String, Partition),

    // Something could not be graded.
    /// A file or folder of the grader's own cannot be read or written.
    File(PathBuf, io::Error),
    /// A program cannot be run.
    Program(PathBuf, io::Error),
    /// A program or library is not installed; `remedy` is the command that installs it.
    Missing { what: String, remedy: &'static str },
    /// A command failed, with these words; `remedy` is what mends it, empty if that is not known.
    Command { command: String, words: String, remedy: &'static str },
    /// A wall of the sandbox cannot be built.
    Wall(String, io::Error),
    /// A cell of the sandbox could not be built, for the reason that it left behind.
    Cell(String),
    /// A lesson could not be judged, for this reason.
    Judge(String),
    /// This system has no sandbox.
    NoSandbox,
    /// The sandbox of this machine is weaker than is wanted.
    WeakSandbox { held: Tier, wanted: Tier },
    /// The interrupted run with results in this folder was another one.
    OtherRun(PathBuf),
    /// The run broke off; what was graded until then is in the journal.
    Interrupted(Box<Error>),
    /// Some submissions, or files among them, could not be graded: a line for each, with its name and why.
    Ungraded(Vec<String>),
}

impl Error {
    /// The error of reading or writing `path`, for `map_err`.
    pub(crate) fn file(path: &Path) -> impl FnOnce(io::Error) -> Self + use<> {
        let path = path.to_path_buf();
        move |error| Self::File(path, error)
    }

    /// The error of reading `path`, which the call names, for `map_err`.
    pub(crate) fn given(path: &Path) -> impl FnOnce(io::Error) -> Self + use<> {
        let path = path.to_path_buf();
        move |error| Self::Given(path, error)
    }

    /// The error of running `program`, for `map_err`.
    pub(crate) fn program(program: &Path) -> impl FnOnce(io::Error) -> Self + use<> {
        let program = program.to_path_buf();
        move |error| Self::Program(program, error)
    }

    /// The error of building `wall`, for `map_err`.
    #[cfg(target_os = "linux")]
    pub(crate) fn wall<E>(wall: impl fmt::Display) -> impl FnOnce(E) -> Self
    where
        E: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        let wall = wall.to_string();
        move |error| Self::Wall(wall, io::Error::other(error))
    }

    /// The exit code: 2 for a call that makes no sense, 4 where another machine would do, else 3.
    pub(crate) fn exit_code(&self) -> u8 {
        match self {
            Self::File(..)
            | Self::Program(..)
            | Self::Missing { .. }
            | Self::Command { .. }
            | Self::Wall(..)
            | Self::Cell(_)
            | Self::Judge(_)
            | Self::NoSandbox
            | Self::OtherRun(_)
            | Self::Interrupted(_)
            | Self::Ungraded(_) => 3,
            Self::WeakSandbox { .. } => 4,
            _ => 2,
        }
    }
}

impl fmt::Display for Error {
    // An arm for each variant, so that all messages can be read in one place.
    #[allow(clippy::too_many_lines)]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Given(path, error) => write!(f, "{} cannot be read: {error}", path.display()),
            Self::Out(path, error) => {
                write!(f, "--out {} cannot be written: {error}", path.display())
            }
            Self::OutInUse(out) => write!(
                f,
                "another run is writing to --out {}; wait until it has ended, or choose another folder",
                out.display()
            ),
            Self::OutAmongSubmissions(out) => write!(
                f,
                "--out {} is inside the folder of submissions; choose a place beside it",
                out.display()
            ),
            Self::ClassIsFile(path) => write!(
                f,
                "{} is a file; what is needed is a folder that holds a folder or an archive per student: unpack \
                 what your platform lets you download, and name that folder",
                path.display()
            ),
            Self::NoSubmission(path) => {
                let path = path.display();
                write!(f, "{path} holds no submission: no folder and no .zip per student")
            }
            Self::UnknownFormat(name) => {
                let names = Format::ALL.map(Format::name).join(", ");
                write!(f, "`{name}` is no format; the formats are {names}")
            }
            Self::UnknownTier(name) => {
                let names = Tier::ALL.map(Tier::name).join(", ");
                write!(f, "`{name}` is no tier; the tiers are {names}")
            }
            Self::UnknownPart(text) => {
                write!(f, "`{text}` is no part; say hash:K/N, slice:K/N (K from 1 to N) or auto")
            }
            Self::PartWithoutSeed(part) => write!(
                f,
                "{part} needs the seed of the other parts, or they cannot be merged: draw one for all \
                 (`od -An -N6 -tu8 /dev/urandom`) and give it to each with --seed"
            ),
            Self::NoMachineNumber(variables) => write!(
                f,
                "`auto` needs one of these variables and its total: {}; or say hash:K/N",
                variables.join(", ")
            ),
            Self::HidesNothing(pattern) => write!(f, "--hidden {pattern}: no property matches"),
            Self::UnknownLesson(name, lessons) => {
                write!(f, "`{name}` is no lesson; the lessons are {lessons}")
            }
            Self::AssignmentSyntax(path, error) => {
                write!(f, "{}: {}", path.display(), error.to_string().trim_end())
            }
            Self::Assignment(path, what) => write!(f, "{}: {what}", path.display()),
            Self::RosterLine(path, line, what) => write!(f, "{}:{line}: {what}", path.display()),
            Self::ResultsLine(path, line, error) => write!(f, "{}:{line}: {error}", path.display()),
            Self::NoResults(path) => write!(f, "{}: holds no results", path.display()),
            Self::ResultsCutOff(path) => {
                write!(f, "{}: is cut off: its last line is not the count", path.display())
            }
            Self::ResultsCount { path, found, count } => {
                let path = path.display();
                write!(f, "{path}: holds {found} submissions, but its last line says {count}")
            }
            Self::NoParts => f.write_str("there is nothing to merge"),
            Self::WholeAmongParts => {
                f.write_str("one of the results is of all submissions already, not of a part")
            }
            Self::PartsOfDifferentWholes(first, other) => {
                write!(f, "{first} and {other} are not parts of one whole")
            }
            Self::PartMissing(part) => write!(f, "{part} is missing"),
            Self::PartTwice(part) => write!(f, "{part} is there twice"),
            Self::PartsDiffer { what, first, other } => {
                write!(f, "the parts are not of the same {what}: {first} and {other}")
            }
            Self::SubmissionTwice(name) => write!(f, "`{}` is in two parts", in_one_line(name)),
            Self::SubmissionInWrongPart(name, part) => write!(
                f,
                "`{}` does not belong to {part}: the machines did not see the same submissions",
                in_one_line(name)
            ),
            Self::File(path, error) => {
                write!(f, "{} cannot be read or written: {error}", path.display())
            }
            Self::Program(program, error) => {
                write!(f, "cannot run `{}`: {error}", program.display())
            }
            Self::Missing { what, remedy } => write!(f, "{what} is missing; {remedy}"),
            Self::Command { command, words, remedy: "" } => write!(f, "`{command}`: {words}"),
            Self::Command { command, words, remedy } => write!(f, "`{command}`: {words}; {remedy}"),
            Self::Wall(wall, error) => write!(f, "{wall}: {error}"),
            Self::Cell(words) => write!(f, "the sandbox could not be built: {words}"),
            Self::Judge(words) => f.write_str(words),
            Self::NoSandbox => f.write_str(ELSEWHERE),
            Self::WeakSandbox { held, wanted } => write!(
                f,
                "this machine holds sandbox tier `{held}`, less than `{wanted}`. `cargo grade doctor` \
                 says why and what to do; `--min-tier {held}` grades all the same, if you trust your \
                 students"
            ),
            Self::OtherRun(folder) => write!(
                f,
                "the interrupted run in {} was another one (suite, compiler, seed, sandbox, part \
                 or language differ); grade again without --resume",
                folder.display()
            ),
            Self::Interrupted(error) => write!(
                f,
                "{error}. What was graded until then is kept; once this is mended, the same command \
                 with --resume goes on"
            ),
            Self::Ungraded(problems) => {
                write!(f, "{} could not be graded:\n  {}", problems.len(), problems.join("\n  "))
            }
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Given(_, error)
            | Self::Out(_, error)
            | Self::File(_, error)
            | Self::Program(_, error)
            | Self::Wall(_, error) => Some(error),
            Self::ResultsLine(_, _, error) => Some(error),
            Self::Interrupted(error) => Some(&**error),
            _ => None,
        }
    }
}

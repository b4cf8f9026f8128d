//! Why the grader did not do what it was asked.
//!
//! Every variant names the path or the command that it is about. What is wrong with a submission is no error:
//! it is in the results, and [`Error::Ungraded`] at the end of the run sums up what could not be graded.

#[cfg(target_os = "linux")]
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::formats::{Format, in_one_line};
use crate::run::{Partition, told_as_missing};
use crate::sandbox::Tier;

/// What to do where there is no sandbox.
const ELSEWHERE: &str = "The sandbox of the grader is made of parts of Linux. On macOS and \
Windows run it in a Linux container, from the folder of the course:

    docker run --rm -it --cap-add SYS_ADMIN --security-opt seccomp=unconfined \\
        --security-opt apparmor=unconfined -v \"$PWD\":/course -w /course rust:1.89 \\
        cargo grade SUBMISSIONS --out RESULTS
";

/// An error of the grader.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    // The call makes no sense.
    /// A file or folder that the call names cannot be read.
    #[error("{0} cannot be read: {1}")]
    Given(PathBuf, #[source] io::Error),
    /// The folder for the results cannot be written.
    #[error("--out {0} cannot be written: {1}")]
    Out(PathBuf, #[source] io::Error),
    /// Another run is writing to the folder for the results.
    #[error(
        "another run is writing to --out {0}; wait until it has ended, or choose another folder"
    )]
    OutInUse(PathBuf),
    /// The folder for the results lies in the folder of submissions.
    #[error("--out {0} is inside the folder of submissions; choose a place beside it")]
    OutAmongSubmissions(PathBuf),
    /// What should be the folder of submissions is a file.
    #[error(
        "{0} is a file; what is needed is a folder that holds a folder or an archive per student: unpack what your \
         platform lets you download, and name that folder"
    )]
    ClassIsFile(PathBuf),
    /// A folder holds no submission.
    #[error("{0} holds no submission: no folder and no .zip per student")]
    NoSubmission(PathBuf),
    /// There is no format of this name.
    #[error("`{0}` is no format; the formats are {names}", names = Format::ALL.map(Format::name).join(", "))]
    UnknownFormat(String),
    /// There is no tier of this name.
    #[error("`{0}` is no tier; the tiers are {names}", names = Tier::ALL.map(Tier::name).join(", "))]
    UnknownTier(String),
    /// This does not name a part of a class.
    #[error("`{0}` is no part; say hash:K/N, slice:K/N (K from 1 to N) or auto")]
    UnknownPart(String),
    /// This part of a class is to be graded without the seed of the others.
    #[error(
        "{0} needs the seed of the other parts, or they cannot be merged: draw one for all \
         (`od -An -N6 -tu8 /dev/urandom`) and give it to each with --seed"
    )]
    PartWithoutSeed(Partition),
    /// `--partition auto`, but none of these variables of the environment is set.
    #[error("`auto` needs one of these variables and its total: {}; or say hash:K/N", .0.join(", "))]
    NoMachineNumber(Vec<&'static str>),
    /// `--partition auto`, but a variable of the engine makes no sense.
    #[error("`auto`: {0} {1}")]
    EngineVariable(String, String),
    /// A pattern of `--hidden` matches no property.
    #[error("--hidden {0}: no property matches")]
    HidesNothing(String),
    /// There is no lesson of this name; the second is a list of those that there are.
    #[error("`{0}` is no lesson; the lessons are {1}")]
    UnknownLesson(String, String),
    /// A file of an assignment is no TOML, or has fields that are not known.
    #[error("{0}: {words}", words = .1.to_string().trim_end())]
    AssignmentSyntax(PathBuf, #[source] Box<toml::de::Error>),
    /// A file of an assignment says something that makes no sense.
    #[error("{0}: {1}")]
    Assignment(PathBuf, String),
    /// An export of a gradebook cannot be filled.
    #[error("{0}: {1}")]
    Export(PathBuf, String),
    /// Some grades have no place in the export of a gradebook that was filled.
    #[error("{1} submissions have no row in {0}; they are listed above")]
    NoRow(PathBuf, usize),
    /// A line of a roster makes no sense.
    #[error("{0}:{1}: {2}")]
    RosterLine(PathBuf, u64, String),

    /// A handout cannot be written.
    #[error("{}", .0.text().en)]
    Handout(handout::Error),
    /// A workflow of GitHub is wanted, but not how it installs the program.
    #[error("--github needs --install: without a clone, the workflow cannot install the program")]
    NoInstall,

    // Results of other runs cannot be used.
    /// A line of a file of results, by its number from 1, is something else.
    #[error("{0}:{1}: {2}")]
    ResultsLine(PathBuf, usize, #[source] serde_json::Error),
    /// A file of results is empty.
    #[error("{0}: holds no results")]
    NoResults(PathBuf),
    /// A file of results does not end with the number of submissions.
    #[error("{0}: is cut off: its last line is not the count")]
    ResultsCutOff(PathBuf),
    /// A file of results holds another number of submissions than its last line says.
    #[error("{path}: holds {found} submissions, but its last line says {count}")]
    ResultsCount {
        /// The file.
        path: PathBuf,
        /// How many it holds.
        found: usize,
        /// How many it says.
        count: usize,
    },
    /// There is nothing to merge.
    #[error("there is nothing to merge")]
    NoParts,
    /// One of the results to merge is of all submissions.
    #[error("one of the results is of all submissions already, not of a part")]
    WholeAmongParts,
    /// Two parts were not made in the same way.
    #[error("{0} and {1} are not parts of one whole")]
    PartsOfDifferentWholes(Partition, Partition),
    /// Parts are not among those to merge.
    #[error("{}", told_as_missing(.0))]
    PartsMissing(Vec<Partition>),
    /// A part is among those to merge more than once.
    #[error("{0} is there twice")]
    PartTwice(Partition),
    /// Two parts have not the same suite, compiler or the like.
    #[error("the parts are not of the same {what}: {first} and {other}")]
    PartsDiffer {
        /// What differs.
        what: &'static str,
        /// That of the first part.
        first: String,
        /// That of the other.
        other: String,
    },
    /// A submission is in two parts.
    #[error("`{name}` is in two parts", name = in_one_line(.0))]
    SubmissionTwice(String),
    /// A submission is in a part that should not hold it.
    #[error(
        "`{name}` does not belong to {1}: the machines did not see the same submissions",
        name = in_one_line(.0)
    )]
    SubmissionInWrongPart(String, Partition),

    /// There is no course around this folder, nor where this program was built.
    #[error(
        "{0} is in no clone of gradlings, and the one in which this program was built is gone; change into the \
         folder of a clone and try again"
    )]
    NoCourse(PathBuf),

    // Something could not be graded.
    /// A file or folder of the grader's own cannot be read or written.
    #[error("{0} cannot be read or written: {1}")]
    File(PathBuf, #[source] io::Error),
    /// A program cannot be run.
    #[error("cannot run `{0}`: {1}")]
    Program(PathBuf, #[source] io::Error),
    /// What the course asked of this machine failed.
    #[error(transparent)]
    Course(course::error::Error),
    /// A program or library is not installed.
    #[error("{what} is missing; {remedy}")]
    Missing {
        /// The program or library.
        what: String,
        /// The command that installs it.
        remedy: &'static str,
    },
    /// A command failed.
    #[error("`{command}`: {words}{}{remedy}", if remedy.is_empty() { "" } else { "; " })]
    Command {
        /// The command.
        command: String,
        /// What it said.
        words: String,
        /// What mends it; empty if that is not known.
        remedy: &'static str,
    },
    /// A library that students' code is linked with is not there any more, or not whole.
    #[error(
        "{0} was there when the grading began, and is gone or cut off; grade again, which makes it anew"
    )]
    LibraryGone(PathBuf),
    /// There is so little room on a disk that a compiler may have failed for want of it.
    #[error("{0}: there is no room for a file of {1} MB, so the compiler cannot be believed: {2}")]
    NoRoom(PathBuf, u64, #[source] io::Error),
    /// The compiler does not compile what it is known to compile, for this reason.
    #[error("the compiler fails here whatever it compiles: {0}")]
    CompilerFails(String),
    /// The compiler was ended by somebody else, again and again.
    #[error("the compiler was ended from outside, again and again ({0}); is memory short?")]
    CompilerEnded(String),
    /// A wall of the sandbox cannot be built.
    #[error("{0}: {1}")]
    Wall(String, #[source] io::Error),
    /// A cell of the sandbox could not be built, for the reason that it left behind.
    #[error("the sandbox could not be built: {0}")]
    Cell(String),
    /// A lesson could not be judged, for this reason.
    #[error("{0}")]
    Judge(String),
    /// This system has no sandbox.
    #[error("{ELSEWHERE}")]
    NoSandbox,
    /// The sandbox of this machine is weaker than is wanted.
    #[error(
        "this machine holds sandbox tier `{held}`, less than `{wanted}`. `cargo grade doctor` says why and \
         what to do; `--min-tier {held}` grades all the same, if you trust your students"
    )]
    WeakSandbox {
        /// The tier that holds.
        held: Tier,
        /// The tier that is wanted.
        wanted: Tier,
    },
    /// The interrupted run with results in this folder was another one.
    #[error(
        "the interrupted run in {0} was another one (suite, compiler, seed, sandbox, part or language \
         differ); grade again without --resume"
    )]
    OtherRun(PathBuf),
    /// The run broke off; what was graded until then is in the journal.
    #[error(
        "{0}. What was graded until then is kept; once this is mended, the same command with --resume goes on"
    )]
    Interrupted(#[source] Box<Error>),
    /// Some submissions, or files among them, could not be graded: a line for each, with its name and why.
    #[error("{} could not be graded:\n  {}", .0.len(), .0.join("\n  "))]
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
            | Self::Course(_)
            | Self::Missing { .. }
            | Self::Command { .. }
            | Self::LibraryGone(_)
            | Self::NoRoom(..)
            | Self::CompilerFails(_)
            | Self::CompilerEnded(_)
            | Self::Wall(..)
            | Self::Cell(_)
            | Self::Judge(_)
            | Self::NoSandbox
            | Self::OtherRun(_)
            | Self::Interrupted(_)
            | Self::NoRow(..)
            | Self::PartsMissing(_)
            | Self::Ungraded(_) => 3,
            Self::WeakSandbox { .. } => 4,
            _ => 2,
        }
    }
}

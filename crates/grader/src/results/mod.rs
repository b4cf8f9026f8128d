//! What came of grading: the model that every format is written from.

mod file;

use serde_derive::{Deserialize, Serialize};

pub use file::{atomically, read, write};

/// What came of a property, an exercise or a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It holds.
    Pass,
    /// It does not hold.
    Fail,
    /// The student's code panicked.
    Panic,
    /// The student's process died.
    Crash,
    /// No answer came in time.
    Timeout,
    /// What came back was no answer.
    Protocol,
    /// The compiler refuses the file.
    CompileError,
    /// The compiler ran out of time or memory on the file.
    CompileLimit,
    /// The file was not even compiled: a link, too large, not text.
    Rejected,
    /// Missing, or still the stub.
    NotStarted,
    /// The grader or its machine failed; says nothing about the student.
    Infra,
}

impl Verdict {
    /// Its name in `results.jsonl`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Fail => "fail",
            Self::Panic => "panic",
            Self::Crash => "crash",
            Self::Timeout => "timeout",
            Self::Protocol => "protocol",
            Self::CompileError => "compile_error",
            Self::CompileLimit => "compile_limit",
            Self::Rejected => "rejected",
            Self::NotStarted => "not_started",
            Self::Infra => "infra",
        }
    }
}

/// A property and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PropertyResult {
    /// Its name.
    pub name: String,
    /// What came of it.
    pub verdict: Verdict,
    /// The points that it is worth.
    pub weight: u32,
    /// Why it does not hold, with the smallest failing input.
    pub message: Option<String>,
    /// The catalogued mistake that the answer behaves like.
    pub mistake: Option<String>,
}

/// An exercise and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExerciseResult {
    /// The lesson.
    pub lesson: String,
    /// The exercise.
    pub exercise: String,
    /// The gravest verdict of its properties.
    pub verdict: Verdict,
    /// The weights of the properties that hold, added up.
    pub score: u32,
    /// The weights of all its properties, added up.
    pub max_score: u32,
    /// Its properties, in order.
    pub properties: Vec<PropertyResult>,
}

/// A submission and what came of it: a line of `results.jsonl`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubmissionResult {
    /// The student: the name of the folder or zip.
    pub submission: String,
    /// The points of all exercises.
    pub score: u32,
    /// The points that could be had.
    pub max_score: u32,
    /// The exercises, in the order of the course.
    pub exercises: Vec<ExerciseResult>,
}

impl SubmissionResult {
    /// The result of `submission` from those of its exercises.
    pub fn new(submission: &str, exercises: Vec<ExerciseResult>) -> Self {
        Self {
            submission: submission.to_string(),
            score: exercises.iter().map(|it| it.score).sum(),
            max_score: exercises.iter().map(|it| it.max_score).sum(),
            exercises,
        }
    }

    /// The share of the points that was reached, in percent.
    pub fn percent(&self) -> f64 {
        if self.max_score == 0 {
            0.0
        } else {
            100.0 * f64::from(self.score) / f64::from(self.max_score)
        }
    }
}

/// What the results follow from, besides the submissions: the first line of `results.jsonl`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// The fingerprint of the properties, mistakes and limits.
    pub suite: String,
    /// The compiler.
    pub toolchain: String,
    /// The seed of all drawn inputs.
    pub seed: u64,
    /// What held the students' code in.
    pub tier: String,
    /// Which part of the submissions was graded; nothing means all.
    pub partition: Option<String>,
    /// The language of the messages.
    pub language: String,
}

/// A whole run: `results.jsonl` as a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Results {
    /// What they follow from.
    pub header: Header,
    /// A result for each submission, sorted by name.
    pub submissions: Vec<SubmissionResult>,
}

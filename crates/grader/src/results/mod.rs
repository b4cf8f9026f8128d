//! The results of grading: the model that every format is written from.

mod file;

use contract::Language;
use course::report::{PropertyReport, Report, Standing};
use serde_derive::{Deserialize, Serialize};

use crate::judge::weights;

pub use file::{read, seed_of, write, write_atomically};

/// When something was handed in, and who says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandedIn {
    /// In seconds since 1970; by Greenwich, unless `local`.
    pub seconds: i64,
    /// Whether it is by the clock on the wall, whose zone the due date says.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub local: bool,
    /// `name`, `archive` or `roster`.
    pub source: String,
}

/// The result of a property.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PropertyResult {
    /// Its name, as the lesson's table has it.
    pub name: String,
    /// How it stands.
    #[serde(with = "standing")]
    pub verdict: Standing,
    /// The points that it is worth.
    pub weight: u32,
    /// Why it does not hold, with the smallest failing input.
    pub message: Option<String>,
    /// The catalogued mistake that the answer behaves like.
    pub mistake: Option<String>,
    /// The function of the student's below this one because of which it fails: with the right one in its place,
    /// the property holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follow_on: Option<String>,
    /// Whether its points are given all the same, because it follows.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_forgiven: bool,
}

impl PropertyResult {
    /// Whether its points are given.
    pub fn earns(&self) -> bool {
        self.verdict == Standing::Pass || self.is_forgiven
    }

    /// Whether it fails, and not because of a function below.
    pub fn is_own_failure(&self) -> bool {
        self.verdict != Standing::Pass && self.follow_on.is_none()
    }
}

/// The result of an exercise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExerciseResult {
    /// The name of the lesson.
    pub lesson: String,
    /// The name of the exercise.
    pub exercise: String,
    /// The gravest verdict of its properties.
    #[serde(with = "standing")]
    pub verdict: Standing,
    /// Its points: the weights of the properties that hold, added up, or that share of the points that the
    /// assignment gives.
    pub score: u32,
    /// The points that it is worth.
    pub max_score: u32,
    /// Its properties, in order.
    pub properties: Vec<PropertyResult>,
    /// Whether its points come on top of the maximum.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub bonus: bool,
    /// What is wrong in it and like no mistake of the catalogue.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unexplained: Vec<Unexplained>,
}

/// A wrong function that behaves like no mistake of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unexplained {
    /// Its name.
    pub function: String,
    /// A digest of what it does: the same for all that do the same on the same inputs, in one run.
    pub behaviour: String,
    /// The student's code of it, if it could be found.
    pub code: String,
}

impl ExerciseResult {
    /// The result of an exercise from its report: with points, and with words in `language`.
    pub fn new(report: &Report, language: Language) -> Self {
        let weighed = report.properties.iter().zip(weights(&report.properties));
        let property = |(property, weight): (&PropertyReport, u32)| PropertyResult {
            name: property.name.clone(),
            verdict: property.standing,
            weight,
            message: property.message.as_ref().map(|message| message.speak(language).to_string()),
            mistake: property.mistake.clone(),
            follow_on: None,
            is_forgiven: false,
        };
        let properties: Vec<PropertyResult> = weighed.map(property).collect();
        let passed = properties.iter().filter(|property| property.verdict == Standing::Pass);
        Self {
            lesson: report.lesson.clone(),
            exercise: report.exercise.clone(),
            verdict: report.standing(),
            score: passed.map(|property| property.weight).sum(),
            max_score: properties.iter().map(|property| property.weight).sum(),
            bonus: false,
            unexplained: Vec::new(),
            properties,
        }
    }
}

/// The result of a submission: a line of `results.jsonl`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubmissionResult {
    /// The student: the name of the folder or archive, as far as it is the student's.
    pub submission: String,
    /// The points of all exercises, less what coming late cost.
    pub score: u32,
    /// The points that could be had without a bonus.
    pub max_score: u32,
    /// The exercises, in the order of the course.
    pub exercises: Vec<ExerciseResult>,
    /// The student's id in the gradebook, from the name or the roster.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Whether the id is that of the roster, which may be any of the student's.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_rostered: bool,
    /// What the instructor should know of it, although it costs nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
    /// The digest of the files that were read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sources: Option<String>,
    /// When it was handed in, as far as that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handed_in: Option<HandedIn>,
    /// Whether the platform says, in its name, that it came late.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub said_late: bool,
    /// By how much it came late, and what that cost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late: Option<Late>,
}

impl SubmissionResult {
    /// The result of `submission` from those of its exercises.
    pub fn new(submission: &str, exercises: Vec<ExerciseResult>) -> Self {
        Self {
            submission: submission.to_string(),
            id: None,
            is_rostered: false,
            remark: None,
            sources: None,
            handed_in: None,
            said_late: false,
            late: None,
            score: exercises.iter().map(|exercise| exercise.score).sum(),
            max_score: exercises
                .iter()
                .filter(|exercise| !exercise.bonus)
                .map(|exercise| exercise.max_score)
                .sum(),
            exercises,
        }
    }

    /// Adds to what the instructor should know.
    pub(crate) fn add_remark(&mut self, words: &str) {
        self.remark = Some(match self.remark.take() {
            Some(remark) => format!("{remark}; {words}"),
            None => words.to_string(),
        });
    }

    /// Makes it one that was not graded, and says why.
    pub(crate) fn reject(&mut self, why: &str) {
        self.score = 0;
        self.late = None;
        for exercise in &mut self.exercises {
            (exercise.verdict, exercise.score) = (Standing::Rejected, 0);
            exercise.unexplained.clear();
            for property in &mut exercise.properties {
                property.verdict = Standing::Rejected;
                property.message = Some(why.to_string());
                (property.mistake, property.follow_on) = (None, None);
                property.is_forgiven = false;
            }
        }
    }

    /// The share of the points that was reached, in percent; none if it is not known, because the submission
    /// [was not graded](Self::why_ungraded).
    pub fn percent(&self) -> Option<f64> {
        if self.why_ungraded().is_some() {
            return None;
        }
        let most = f64::from(self.max_score.max(1));
        Some(100.0 * f64::from(self.score) / most)
    }

    /// Why the submission has no grade: nothing of it could be read, or something of it could not be judged, as
    /// the verdicts say. Its points are then no grade, and above all no zero.
    pub fn why_ungraded(&self) -> Option<&str> {
        let has = |verdict| move |exercise: &&ExerciseResult| exercise.verdict == verdict;
        let exercise = self.exercises.iter().find(has(Standing::Infra)).or_else(|| {
            let is_unread =
                self.exercises.iter().all(|exercise| has(Standing::Rejected)(&exercise));
            self.exercises.first().filter(|_| is_unread)
        })?;
        let mut messages =
            exercise.properties.iter().filter(|property| property.verdict == exercise.verdict);
        Some(messages.find_map(|property| property.message.as_deref()).unwrap_or_default())
    }

    /// The points of `exercise`, one of this submission's; none if they are not known.
    pub fn score_of(&self, exercise: &ExerciseResult) -> Option<u32> {
        let is_unknown = match exercise.verdict {
            Standing::Infra => true,
            Standing::Rejected => self.why_ungraded().is_some(),
            _ => false,
        };
        (!is_unknown).then_some(exercise.score)
    }
}

/// What the results follow from, besides the submissions: the first line of `results.jsonl`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// The fingerprint of everything that a grade follows from, besides what is named here.
    pub suite: String,
    /// The version of the compiler.
    pub toolchain: String,
    /// The seed of all drawn inputs.
    pub seed: u64,
    /// The tier of the sandbox.
    pub tier: String,
    /// Which part of the submissions was graded; nothing means all.
    pub partition: Option<String>,
    /// The language of the messages.
    pub language: String,
    /// What was asked for, if not all of the course.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignment: Option<Assigned>,
}

/// An assignment, as results name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assigned {
    /// Its title.
    pub title: String,
    /// What tells it from others: a digest of its file and its roster.
    pub digest: String,
}

/// By how much a submission came late.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Late {
    /// The days, each begun one counted.
    pub days: u32,
    /// The points that were taken off.
    pub lost: u32,
    /// Where the time is from: `roster`, `name` or `archive`.
    pub source: String,
}

/// A whole run: `results.jsonl` as a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Results {
    /// What they follow from.
    pub header: Header,
    /// A result for each submission, sorted by name.
    pub submissions: Vec<SubmissionResult>,
    /// What lay among the submissions and belongs to nobody.
    pub strays: Vec<Stray>,
}

/// A file or folder among the submissions that was not graded, because it belongs to nobody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stray {
    /// Its name.
    pub name: String,
    /// Why it is nobody's.
    pub why: String,
}

/// A standing as `results.jsonl` has it: by its name.
mod standing {
    use course::report::Standing;
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    #[allow(clippy::trivially_copy_pass_by_ref)] // As serde calls it.
    pub(super) fn serialize<S: Serializer>(
        standing: &Standing,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(standing.name())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Standing, D::Error> {
        let name = String::deserialize(deserializer)?;
        Standing::named(&name).ok_or_else(|| D::Error::custom(format!("`{name}` is no verdict")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::Text;
    use course::Course;

    #[test]
    fn an_unwritten_exercise_scores_nothing() {
        let sigmoid = Course::whole().find("sigmoid").unwrap()[0];
        let result = |standing| {
            let report = Report::unasked(sigmoid, standing, |_| Text::fixed("", ""));
            ExerciseResult::new(&report, Language::English)
        };
        let unwritten = result(Standing::NotStarted);
        assert_eq!((unwritten.verdict, unwritten.score), (Standing::NotStarted, 0));
        assert_eq!(unwritten.max_score, 6);
        assert_eq!(result(Standing::Infra).verdict, Standing::Infra);
    }
}

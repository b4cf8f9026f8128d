//! Classroom 50's `result.json`, schema `classroom50/result/v1`, one per student.

use std::env;

use serde_json::{Value, json};

use super::Speaker;
use crate::results::{ExerciseResult, Header, SubmissionResult};

/// The form of one student; none if there is no grade, as the schema knows only whole points: the runner then
/// tells the error.
///
/// Where the submission was made is said by the runner in the environment; elsewhere its name stands there.
pub(super) fn form(submission: &SubmissionResult, header: &Header, say: Speaker) -> Option<Value> {
    if submission.why_ungraded().is_some() {
        return None;
    }
    let name = &submission.submission;
    let variable = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
    let or_name = |variable: Option<String>| variable.unwrap_or_else(|| name.clone());
    let title = header.assignment.as_ref().map(|assigned| assigned.title.clone());
    let commit = variable("COMMIT_URL");
    let assignment = variable("ASSIGNMENT").or(title);
    Some(json!({
        "schema": "classroom50/result/v1",
        "classroom": variable("CLASSROOM").unwrap_or_else(|| "gradlings".to_string()),
        "assignment": assignment.unwrap_or_else(|| "gradlings".to_string()),
        "submission": or_name(variable("SUBMISSION_TAG")),
        "commit": or_name(commit.clone()),
        "release": or_name(variable("RELEASE_URL")),
        "review": or_name(variable("REVIEW_URL").or(commit)),
        "datetime": datetime(submission),
        // More than the maximum, as with a bonus, would be refused.
        "score": submission.score.min(submission.max_score),
        "max-score": submission.max_score,
        "tests": tests(submission, say),
    }))
}

/// A test for each exercise, and one for what coming late cost. No test may have more points than its maximum, so a
/// bonus and what is taken off are only told.
fn tests(submission: &SubmissionResult, say: Speaker) -> Vec<Value> {
    let test = |name: String, passed: bool, (score, most): (u32, u32)| json!({ "test-name": name, "passed": passed, "score": score, "max-score": most });
    let of_exercise = |exercise: &ExerciseResult| {
        let ExerciseResult { lesson, exercise: name, score, max_score, bonus, .. } = exercise;
        let passed = score == max_score;
        if *bonus {
            let name = {
                let (bonus, points) = (say.of("bonus", "보너스"), say.points(*score, *max_score));
                format!("{lesson}/{name} ({bonus}: {points})")
            };
            test(name, passed, (0, 0))
        } else {
            test(format!("{lesson}/{name}"), passed, (*score, *max_score))
        }
    };
    let mut tests: Vec<Value> = submission.exercises.iter().map(of_exercise).collect();
    if let Some(late) = &submission.late {
        tests.push(test(say.late(late), late.lost == 0, (0, 0)));
    }
    tests
}

/// When it was handed in, or else now.
fn datetime(submission: &SubmissionResult) -> String {
    let handed_in = submission.handed_in.as_ref();
    let instant = handed_in.and_then(|at| jiff::Timestamp::from_second(at.seconds).ok());
    let instant = instant.unwrap_or_else(jiff::Timestamp::now);
    instant.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

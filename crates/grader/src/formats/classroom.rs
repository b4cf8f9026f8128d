//! The form of GitHub Classroom's autograding: what its graders hand to its reporter.

use serde_json::{Value, json};

use super::{name_of, of_each_property, visible};
use crate::results::{ExerciseResult, PropertyResult, SubmissionResult};
use course::report::Standing;

/// The form of one student.
pub(super) fn form(submission: &SubmissionResult) -> Value {
    if let Some(why) = submission.why_ungraded() {
        return json!({
            "version": 1,
            "status": "error",
            "max_score": submission.max_score,
            "tests": [{
                "name": "submission",
                "status": "error",
                "message": format!("Not graded: {}", visible(why)),
                "test_code": "",
                "filename": "",
                "line_no": 0,
                "execution_time": 0,
            }],
        });
    }
    json!({
        "version": 1,
        "status": if submission.score == submission.max_score { "pass" } else { "fail" },
        "max_score": submission.max_score,
        "tests": of_each_property(submission, test),
    })
}

fn test(exercise: &ExerciseResult, property: &PropertyResult) -> Value {
    let status = match property.verdict {
        Standing::Pass => "pass",
        Standing::Infra => "error",
        _ => "fail",
    };
    let message = property.message.as_deref().unwrap_or(property.verdict.name());
    json!({
        "name": name_of(exercise, property),
        "status": status,
        "score": if status == "pass" { property.weight } else { 0 },
        "message": if status == "pass" { String::new() } else { visible(message) },
        "test_code": "",
        "filename": format!("exercises/{}/src/{}.rs", exercise.lesson, exercise.exercise),
        "line_no": 0,
        "execution_time": 0,
    })
}

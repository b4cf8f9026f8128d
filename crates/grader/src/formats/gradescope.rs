//! Gradescope's `results.json`, one per student.

use serde_json::{Value, json};

use super::speaker::Speaker;
use super::{name_of, of_each_property, points, visible};
use crate::results::{ExerciseResult, PropertyResult, SubmissionResult};
use course::report::Standing;

/// The form of one student.
pub(super) fn form(submission: &SubmissionResult, say: Speaker) -> Value {
    if let Some(why) = submission.why_ungraded() {
        // Without a score there is no grade, which Gradescope tells the instructor.
        return json!({
            "visibility": "visible",
            "output_format": "text",
            "output": say.not_graded(&visible(why)),
            "tests": [],
        });
    }
    json!({
        "score": submission.score,
        "visibility": "visible",
        "stdout_visibility": "hidden",
        // Nothing in here is markup.
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "output": say.points(submission.score, submission.max_score),
        "tests": of_each_property(submission, |exercise, property| test(exercise, property, say)),
    })
}

fn test(exercise: &ExerciseResult, property: &PropertyResult, say: Speaker) -> Value {
    let holds = property.verdict == Standing::Pass;
    let (score, max_score) = points(exercise, property);
    let mut output = say.standing(property.verdict).to_string();
    if let Some(below) = &property.follow_on {
        output += &format!("\n\n{}", say.follow_on(below));
    }
    if let Some(message) = &property.message {
        output += &format!("\n\n{}", visible(message));
    }
    json!({
        "name": name_of(exercise, property),
        "score": score,
        "max_score": max_score,
        "status": if holds { "passed" } else { "failed" },
        "output": output,
        "visibility": "visible",
        "tags": [exercise.lesson],
    })
}

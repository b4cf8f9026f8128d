//! Gradescope's `results.json`, one per student.

use serde_json::{Value, json};

use super::visible;
use crate::results::{ExerciseResult, PropertyResult, SubmissionResult, Verdict};

/// The form of one student.
pub(super) fn form(submission: &SubmissionResult) -> Value {
    let tests: Vec<Value> = submission
        .exercises
        .iter()
        .flat_map(|exercise| exercise.properties.iter().map(|it| test(exercise, it)))
        .collect();
    json!({
        "score": submission.score,
        "visibility": "visible",
        "stdout_visibility": "hidden",
        // Nothing in here is markup.
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "output": format!("{} of {} points", submission.score, submission.max_score),
        "tests": tests,
    })
}

fn test(exercise: &ExerciseResult, property: &PropertyResult) -> Value {
    let holds = property.verdict == Verdict::Pass;
    let mut output = property.verdict.name().to_string();
    if let Some(message) = &property.message {
        output += &format!("\n\n{}", visible(message));
    }
    json!({
        "name": format!("{}/{}: {}", exercise.lesson, exercise.exercise, property.name),
        "score": if holds { property.weight } else { 0 },
        "max_score": property.weight,
        "status": if holds { "passed" } else { "failed" },
        "output": output,
        "visibility": "visible",
        "tags": [exercise.lesson],
    })
}

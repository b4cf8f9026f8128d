//! What Autolab reads of an autograder's output: for people, and a last line with the points of each problem.

use course::report::Standing;
use serde_json::{Map, Value, json};

use super::visible;
use crate::results::SubmissionResult;

/// The output for one student. Nothing of the student's begins a line, so no line of it can be taken for the last.
pub(super) fn text(submission: &SubmissionResult) -> String {
    let mut text = String::new();
    let mut scores = Map::new();
    if let Some(why) = submission.why_ungraded() {
        text += &format!("Not graded:\n{}", indented(why));
    } else {
        for exercise in &submission.exercises {
            let points = format!("{} of {}", exercise.score, exercise.max_score);
            text += &format!("{}/{}: {points}\n", exercise.lesson, exercise.exercise);
            let failed = exercise.properties.iter().filter(|property| {
                !matches!(property.verdict, Standing::Pass | Standing::NotStarted)
            });
            for property in failed {
                text += &format!("  {}: {}\n", property.name, property.verdict.name());
                text += &indented(property.message.as_deref().unwrap_or_default());
            }
            scores.insert(exercise.exercise.clone(), exercise.score.into());
        }
        if let Some(late) = &submission.late {
            text += &format!("{} days late: {} points less\n", late.days, late.lost);
            scores.insert("late".to_string(), Value::from(-i64::from(late.lost)));
        }
    }
    format!("{text}{}\n", json!({ "scores": scores }))
}

fn indented(words: &str) -> String {
    let mut text = String::new();
    for line in visible(words).lines() {
        text += &format!("    | {line}\n");
    }
    text
}

//! What Autolab reads of an autograder's output: for people, and a last line with the points of each problem.
//!
//! `saveAutograde` in Autolab's `assessment_autograde_core.rb` takes an error for a line without points, and for one
//! with a problem that the assessment does not have; after an error every problem without points has 0. So every
//! problem is an exercise, what coming late cost is taken off the exercises, and what was not graded is `null`, which
//! Autolab keeps as no points.

use course::report::Standing;
use serde_json::{Map, Value, json};

use super::{Speaker, visible};
use crate::results::SubmissionResult;

/// The output for one student. Nothing of the student's begins a line, so no line of it can be taken for the last.
pub(super) fn text(submission: &SubmissionResult, say: Speaker) -> String {
    let mut text = String::new();
    let mut scores = Map::new();
    if let Some(why) = submission.why_ungraded() {
        text += &format!("{}\n{}", say.not_graded("").trim_end(), indented(why));
        let names = submission.exercises.iter().map(|exercise| exercise.exercise.clone());
        scores.extend(names.map(|name| (name, Value::Null)));
    } else {
        let mut lost = submission.late.as_ref().map_or(0, |late| late.lost);
        for exercise in &submission.exercises {
            let points = say.points(exercise.score, exercise.max_score);
            text += &format!("{}/{}: {points}\n", exercise.lesson, exercise.exercise);
            let failed = exercise.properties.iter().filter(|property| {
                !matches!(property.verdict, Standing::Pass | Standing::NotStarted)
            });
            for property in failed {
                text += &format!("  {}: {}\n", property.name, say.standing(property.verdict));
                text += &indented(property.message.as_deref().unwrap_or_default());
            }
            let less = lost.min(exercise.score);
            lost -= less;
            scores.insert(exercise.exercise.clone(), (exercise.score - less).into());
        }
        if let Some(late) = &submission.late {
            text += &format!("{}\n", say.late(late));
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

//! `PrairieLearn`'s `results.json` of an external grader, one per student.

use course::report::Standing;
use serde_json::{Value, json};

use super::{Speaker, name_of, of_each_property, shortened, visible};
use crate::results::{ExerciseResult, PropertyResult, SubmissionResult};

/// The most bytes of a result; `PrairieLearn` takes a mebibyte.
const MOST_BYTES: usize = 1_000_000;

/// The form of one student, short enough.
pub(super) fn form(submission: &SubmissionResult, say: Speaker) -> Value {
    // Words are cut, all at the same length, until the whole fits.
    let mut longest = 4_000;
    loop {
        let form = whole(submission, longest, say);
        if longest == 0 || form.to_string().len() < MOST_BYTES {
            return form;
        }
        longest /= 2;
    }
}

fn whole(submission: &SubmissionResult, longest: usize, say: Speaker) -> Value {
    let words = |text: &str| shortened(&visible(text), longest);
    if let Some(why) = submission.why_ungraded() {
        return json!({ "gradable": false, "format_errors": [words(why)] });
    }
    let refused = |exercise: &&ExerciseResult| {
        matches!(exercise.verdict, Standing::CompileError | Standing::CompileLimit)
    };
    let is_asked =
        |exercise: &ExerciseResult| !refused(&exercise) && exercise.verdict != Standing::NotStarted;
    let errors: Vec<String> = submission
        .exercises
        .iter()
        .filter(refused)
        .map(|exercise| {
            let message =
                exercise.properties.iter().find_map(|property| property.message.as_deref());
            let name = format!("{}/{}", exercise.lesson, exercise.exercise);
            format!("{name}:\n{}", words(message.unwrap_or_default()))
        })
        .collect();
    if !errors.is_empty() && !submission.exercises.iter().any(is_asked) {
        // An attempt that did not compile costs no attempt.
        return json!({ "gradable": false, "format_errors": errors });
    }
    let most = f64::from(submission.max_score.max(1));
    let test = |exercise: &ExerciseResult, property: &PropertyResult| {
        let (points, max_points) = super::points(exercise, property);
        json!({
            "name": name_of(exercise, property),
            "description": say.standing(property.verdict),
            "points": points,
            "max_points": max_points,
            "message": words(property.message.as_deref().unwrap_or_default()),
        })
    };
    json!({
        "gradable": true,
        "score": (f64::from(submission.score) / most).min(1.0),
        "message": say.points(submission.score, submission.max_score),
        "tests": of_each_property(submission, test),
    })
}

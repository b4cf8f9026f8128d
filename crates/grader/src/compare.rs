//! `cargo grade compare OLD NEW`: whose grade changed between two gradings, and why.

use std::collections::BTreeMap;
use std::fmt;

use course::report::Standing;

use crate::formats::in_one_line;
use crate::results::{Results, SubmissionResult};

/// What changed between two gradings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// What both gradings follow from, where it differs: what it is, and what it was and is.
    pub causes: Vec<String>,
    /// The submissions that changed, each with what changed.
    pub changed: Vec<String>,
    /// Submissions that are only in the old or only in the new grading.
    pub only_old: Vec<String>,
    /// As above.
    pub only_new: Vec<String>,
    /// How many are in both and did not change.
    pub same: usize,
}

/// Compares two gradings of a class.
pub fn compare(old: &Results, new: &Results) -> Comparison {
    let mut comparison = Comparison::default();
    let assignment = |results: &Results| {
        let assigned = results.header.assignment.as_ref();
        assigned.map_or("none".to_string(), |assigned| {
            format!("{} ({})", assigned.title, assigned.digest)
        })
    };
    let short = |suite: &str| suite.chars().take(12).collect::<String>();
    for (what, before, after) in [
        ("suite", short(&old.header.suite), short(&new.header.suite)),
        ("compiler", old.header.toolchain.clone(), new.header.toolchain.clone()),
        ("seed", old.header.seed.to_string(), new.header.seed.to_string()),
        ("sandbox", old.header.tier.clone(), new.header.tier.clone()),
        ("assignment", assignment(old), assignment(new)),
    ] {
        if before != after {
            comparison.causes.push(format!("{what}: {before}, now {after}"));
        }
    }
    // A name may change with each download; the id does not.
    let key = |submission: &SubmissionResult| {
        submission.id.clone().unwrap_or_else(|| submission.submission.clone())
    };
    let mut before: BTreeMap<String, &SubmissionResult> =
        old.submissions.iter().map(|submission| (key(submission), submission)).collect();
    for after in &new.submissions {
        let name = in_one_line(&after.submission);
        match before.remove(&key(after)) {
            None => comparison.only_new.push(name),
            Some(before) => match change(before, after) {
                Some(change) => comparison.changed.push(format!("{name}: {change}")),
                None => comparison.same += 1,
            },
        }
    }
    let names = before.into_values().map(|submission| in_one_line(&submission.submission));
    comparison.only_old = names.collect();
    comparison
}

/// What changed for a student: points, exercises and files; nothing if only words did.
fn change(before: &SubmissionResult, after: &SubmissionResult) -> Option<String> {
    let points = |submission: &SubmissionResult| match submission.why_ungraded() {
        Some(_) => "not graded".to_string(),
        None => format!("{} of {}", submission.score, submission.max_score),
    };
    let mut exercises = Vec::new();
    for exercise in &after.exercises {
        let same = |other: &&crate::results::ExerciseResult| {
            (&other.lesson, &other.exercise) == (&exercise.lesson, &exercise.exercise)
        };
        let old = before.exercises.iter().find(same);
        let state = |score: u32, verdict: Standing| format!("{score} {}", verdict.name());
        let was = old.map(|old| state(old.score, old.verdict));
        let is = state(exercise.score, exercise.verdict);
        if was.as_ref() != Some(&is) {
            let was = was.unwrap_or_else(|| "nothing".to_string());
            exercises.push(format!("{}/{} {was}, now {is}", exercise.lesson, exercise.exercise));
        }
    }
    let (was, is) = (points(before), points(after));
    if was == is && exercises.is_empty() {
        return None;
    }
    let files = match (&before.sources, &after.sources) {
        (Some(old), Some(new)) if old == new => "the same files",
        (Some(_), Some(_)) => "other files",
        _ => "files of which nothing is known",
    };
    let few = exercises.len().min(4);
    let more = if exercises.len() > few {
        format!("; and {} more", exercises.len() - few)
    } else {
        String::new()
    };
    let list = exercises[..few].join("; ");
    Some(format!("{was}, now {is} ({files}): {list}{more}"))
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { causes, changed, only_old, only_new, same } = self;
        writeln!(f, "{} changed, {same} did not.", changed.len())?;
        for (title, lines) in [
            ("What grades follow from has changed", causes),
            ("Changed", changed),
            ("Only in the old results", only_old),
            ("Only in the new results", only_new),
        ] {
            if !lines.is_empty() {
                writeln!(f, "{title}:")?;
                lines.iter().try_for_each(|line| writeln!(f, "  {line}"))?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::example;

    #[test]
    fn what_changed_is_told_with_its_cause_and_nothing_else() {
        let old = example();
        assert_eq!(
            compare(&old, &old),
            Comparison { same: old.submissions.len(), ..Comparison::default() }
        );
        let mut new = old.clone();
        new.header.seed = 2;
        let first = &mut new.submissions[0];
        (first.score, first.exercises[0].score) = (8, 8);
        first.exercises[0].verdict = Standing::Pass;
        first.sources = Some("other".to_string());
        new.submissions[1].reject("the zip is encrypted");
        new.submissions[2].submission = "somebody".to_string();
        // Words alone are no change.
        new.submissions[3].exercises[0].properties[0].message = None;
        let comparison = compare(&old, &new);
        assert_eq!(comparison.causes, ["seed: 1, now 2"]);
        assert_eq!(comparison.changed.len(), 2);
        let words = "2 of 8, now 8 of 8 (files of which nothing is known): activations/tanh 2 crash, now 8 pass";
        assert!(comparison.changed[0].ends_with(words), "{:?}", comparison.changed);
        assert!(comparison.changed[1].contains("now not graded"), "{:?}", comparison.changed);
        assert_eq!(
            (comparison.only_new, comparison.only_old.len()),
            (vec!["somebody".to_string()], 1)
        );
    }
}

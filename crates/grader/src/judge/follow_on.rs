//! Failures that follow from others: the files of a lesson call one another, and one wrong function below makes all
//! above it wrong.
//!
//! 1. An exercise is suspected if it fails and its file names a function of another that fails.
//! 2. It is judged once more, alone with the files that it uses, those that fail replaced by the solutions.
//! 3. A property that holds then fails only because of what lies below it. Nothing else is taken from this second
//!    judgement: no message, and no verdict for the worse.
//!
//! A function that is right with right ones below it was written rightly, whatever else is wrong.

use std::collections::BTreeSet;

use course::Exercise;
use course::calls::used;
use course::report::{Report, Standing};

use super::{LessonSources, Source};
use crate::Error;

/// A property that fails because of a function below.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowOn {
    /// The index of the exercise in its lesson.
    pub exercise: usize,
    /// The index of the property in the report on it.
    pub property: usize,
    /// The function below.
    pub below: String,
}

/// The failures in `reports` on `lesson` that follow from others. `solution` is the right file of an exercise, and
/// `judge` judges a lesson.
///
/// # Errors
/// Those of `judge`.
pub fn follow_ons<'s>(
    lesson: &LessonSources,
    reports: &[Report],
    solution: impl Fn(&Exercise) -> Option<&'s str>,
    judge: impl Fn(&LessonSources) -> Result<Vec<Report>, Error>,
) -> Result<Vec<FollowOn>, Error> {
    let mut found = Vec::new();
    for (index, report) in reports.iter().enumerate() {
        if !may_follow(report) || !matches!(lesson.sources[index], Source::Text(_)) {
            continue;
        }
        let Some(mended) = Mended::of(lesson, reports, index, &solution) else { continue };
        let again = judge(&mended.lesson)?;
        for (property, (before, after)) in
            report.properties.iter().zip(&again[index].properties).enumerate()
        {
            if !before.holds() && after.holds() {
                found.push(FollowOn { exercise: index, property, below: mended.below.clone() });
            }
        }
        // What takes its time with right functions below takes it every time: nobody waits for the rest.
        let is_slow = |report: &Report| {
            let slow = [Standing::Timeout, Standing::CompileLimit];
            report.properties.iter().any(|property| slow.contains(&property.standing))
        };
        if is_slow(&again[index]) {
            break;
        }
    }
    Ok(found)
}

/// Whether what was found of an exercise may follow from others: it was asked, or could not be compiled.
fn may_follow(report: &Report) -> bool {
    report.properties.iter().any(|property| {
        !matches!(
            property.standing,
            Standing::Pass | Standing::Rejected | Standing::Infra | Standing::CompileLimit
        )
    })
}

/// A lesson with one exercise of a student's and right files below it.
struct Mended {
    lesson: LessonSources,
    /// The function below that is wrong.
    below: String,
}

impl Mended {
    /// The lesson for the exercise of this index; none if nothing that fails lies below it.
    fn of<'s>(
        lesson: &LessonSources,
        reports: &[Report],
        index: usize,
        solution: &impl Fn(&Exercise) -> Option<&'s str>,
    ) -> Option<Self> {
        if is_in_a_circle(lesson, index) {
            return None;
        }
        let fails = |other: usize| reports[other].standing() != Standing::Pass;
        let mut sources = vec![Source::Missing; lesson.sources.len()];
        sources[index] = lesson.sources[index].clone();
        let (mut open, mut below) = (vec![index], BTreeSet::new());
        while let Some(at) = open.pop() {
            let Source::Text(text) = &sources[at] else { continue };
            for other in used(lesson.exercises, text) {
                if sources[other] != Source::Missing {
                    continue;
                }
                if fails(other) {
                    below.insert(other);
                    sources[other] = Source::Text(solution(&lesson.exercises[other])?.to_string());
                } else {
                    sources[other] = lesson.sources[other].clone();
                }
                open.push(other);
            }
        }
        // What fails and lies lowest is named: of a chain, the others may follow from it.
        let lowest = |other: &&usize| {
            let Source::Text(text) = &lesson.sources[**other] else { return true };
            used(lesson.exercises, text).iter().all(|lower| !below.contains(lower))
        };
        let named = below.iter().find(lowest).or(below.first())?;
        let below = lesson.exercises[*named].outline.functions.first()?;
        let lesson = LessonSources { exercises: lesson.exercises, sources };
        Some(Self { lesson, below: (*below).to_string() })
    }
}

/// Whether the file of this index calls itself by way of others. Each of them would be right if the others were, and
/// nobody has written anything.
fn is_in_a_circle(lesson: &LessonSources, index: usize) -> bool {
    let (mut open, mut seen) = (vec![index], BTreeSet::new());
    while let Some(at) = open.pop() {
        let Source::Text(text) = &lesson.sources[at] else { continue };
        for other in used(lesson.exercises, text) {
            if other == index {
                return true;
            }
            if seen.insert(other) {
                open.push(other);
            }
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::Text;
    use course::Course;

    /// A judge for which a file is right if it says so, and everything that it uses, too.
    fn judged(lesson: &LessonSources) -> Vec<Report> {
        fn is_right(lesson: &LessonSources, index: usize) -> bool {
            let Source::Text(text) = &lesson.sources[index] else { return false };
            text.contains("right")
                && used(lesson.exercises, text).into_iter().all(|other| is_right(lesson, other))
        }
        let report = |(index, exercise): (usize, &Exercise)| {
            let right = is_right(lesson, index);
            let standing = if right { Standing::Pass } else { Standing::Fail };
            Report::unasked(exercise, standing, |_| Text::fixed("", ""))
        };
        lesson.exercises.iter().enumerate().map(report).collect()
    }

    /// The exercises whose failures follow, with what they follow from.
    fn found(files: &[(&str, &str)]) -> Vec<(&'static str, String)> {
        let exercises = Course::whole().of_lesson("activations");
        let lesson = LessonSources::new(exercises, |exercise| {
            let file = files.iter().find(|(name, _)| *name == exercise.name());
            file.map_or(Source::Missing, |(_, text)| Source::Text((*text).to_string()))
        });
        let reports = judged(&lesson);
        let judge = |lesson: &LessonSources| Ok(judged(lesson));
        let found = follow_ons(&lesson, &reports, |_| Some("right"), judge).unwrap();
        let name = |follow_on: FollowOn| (exercises[follow_on.exercise].name(), follow_on.below);
        let mut found: Vec<_> = found.into_iter().map(name).collect();
        found.dedup();
        found
    }

    #[test]
    fn only_what_is_right_with_right_functions_below_follows() {
        let tanh = || "tanh".to_string();
        assert_eq!(
            found(&[
                ("tanh", "wrong"),
                ("slopes", "right crate::tanh"),
                ("relu", "wrong crate::tanh")
            ]),
            [("slopes", tanh())]
        );
        // What is not handed in is a fault of its own, too.
        assert_eq!(found(&[("slopes", "right crate::tanh")]), [("slopes", tanh())]);
        // A chain: each link is right by itself.
        assert_eq!(
            found(&[
                ("sigmoid", "wrong"),
                ("tanh", "right crate::sigmoid"),
                ("slopes", "right crate::tanh"),
            ]),
            [("tanh", "sigmoid".to_string()), ("slopes", tanh())]
        );
        // A circle is no excuse for anybody in it.
        assert_eq!(found(&[("tanh", "right crate::slopes"), ("slopes", "right crate::tanh")]), []);
        // However it is named.
        for text in [
            "right use crate::{relu, tanh};",
            "right super::tanh(z)",
            "right use crate::*; tanh(z)",
        ] {
            assert_eq!(
                found(&[("tanh", "wrong"), ("slopes", text)]),
                [("slopes", tanh())],
                "{text}"
            );
        }
        assert_eq!(found(&[("tanh", "wrong"), ("slopes", "wrong // crate::tanh")]), []);
        // A name in passing, and a function that is right, are no excuse.
        assert_eq!(found(&[("tanh", "wrong"), ("slopes", "wrong tanh")]), []);
        assert_eq!(found(&[("tanh", "right"), ("slopes", "wrong crate::tanh")]), []);
    }
}

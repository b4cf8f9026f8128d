//! From what was judged to verdicts, weights and scores.

use contract::{Fault, Language};
use course::Exercise;
use testkit::{Complaint, Judged};

use crate::results::{ExerciseResult, PropertyResult, Verdict};

/// The weight of each property of an exercise, in order. The first property of a function says
/// whether it is right at all and weighs as much as all its other laws together, so that a constant
/// that happens to keep the laws earns less than half.
pub fn weights(properties: &[(&'static str, &'static str)]) -> Vec<u32> {
    let weight = |(index, (function, _)): (usize, &(&str, &str))| {
        let of_function = || properties.iter().enumerate().filter(|it| it.1.0 == *function);
        let is_first = of_function().next().is_some_and(|(first, _)| first == index);
        let others = u32::try_from(of_function().count() - 1).unwrap_or(u32::MAX);
        if is_first { others.max(1) } else { 1 }
    };
    properties.iter().enumerate().map(weight).collect()
}

/// The result of an exercise whose properties were judged.
#[cfg_attr(not(target_os = "linux"), allow(dead_code))]
pub(super) fn judged(exercise: &Exercise, judged: &[Judged], language: Language) -> ExerciseResult {
    let weights = weights(&exercise.outline.properties);
    let properties = judged.iter().zip(weights).map(|(one, weight)| {
        let complaint = one.verdict.as_ref().err();
        PropertyResult {
            name: one.name.to_string(),
            verdict: complaint.map_or(Verdict::Pass, |it| of_fault(it.fault())),
            weight,
            message: complaint.map(|it| it.speak(language)),
            mistake: complaint.and_then(Complaint::mistake).map(str::to_string),
        }
    });
    result(exercise, properties.collect())
}

/// The result of an exercise that was not run, all properties with the same verdict.
pub(crate) fn unjudged(exercise: &Exercise, verdict: Verdict, why: &str) -> ExerciseResult {
    let outline = &exercise.outline;
    let properties = outline.properties.iter().zip(weights(&outline.properties));
    let property = |((_, name), weight): (&(&str, &str), u32)| PropertyResult {
        name: (*name).to_string(),
        verdict,
        weight,
        message: Some(why.to_string()),
        mistake: None,
    };
    result(exercise, properties.map(property).collect())
}

fn result(exercise: &Exercise, properties: Vec<PropertyResult>) -> ExerciseResult {
    let sum = |is_counted: &dyn Fn(&PropertyResult) -> bool| {
        properties.iter().filter(|it| is_counted(it)).map(|it| it.weight).sum()
    };
    ExerciseResult {
        lesson: exercise.lesson.name().to_string(),
        exercise: exercise.name().to_string(),
        verdict: overall(&properties),
        score: sum(&|it| it.verdict == Verdict::Pass),
        max_score: sum(&|_| true),
        properties,
    }
}

#[cfg_attr(not(target_os = "linux"), allow(dead_code))]
fn of_fault(fault: Option<&Fault>) -> Verdict {
    match fault {
        None => Verdict::Fail,
        Some(Fault::Unwritten { .. }) => Verdict::NotStarted,
        Some(Fault::Panicked { .. }) => Verdict::Panic,
        Some(Fault::TimedOut { .. }) => Verdict::Timeout,
        Some(Fault::Crashed { .. }) => Verdict::Crash,
        Some(Fault::Nonsense { .. }) => Verdict::Protocol,
    }
}

/// The verdict on the whole: the gravest, but that what is unwritten counts only where nothing else
/// is wrong.
fn overall(properties: &[PropertyResult]) -> Verdict {
    let gravest_first = [
        Verdict::Infra,
        Verdict::CompileLimit,
        Verdict::CompileError,
        Verdict::Rejected,
        Verdict::Timeout,
        Verdict::Crash,
        Verdict::Protocol,
        Verdict::Panic,
        Verdict::Fail,
    ];
    let has = |verdict: Verdict| properties.iter().any(|it| it.verdict == verdict);
    if let Some(verdict) = gravest_first.into_iter().find(|verdict| has(*verdict)) {
        verdict
    } else if !has(Verdict::NotStarted) {
        Verdict::Pass
    } else if has(Verdict::Pass) {
        // One function of several is not written yet.
        Verdict::Fail
    } else {
        Verdict::NotStarted
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use course::{exercises, find};

    #[test]
    fn the_first_property_of_a_function_weighs_as_much_as_its_others() {
        let one = [("f", "right"), ("f", "law"), ("f", "other_law")];
        assert_eq!(weights(&one), [2, 1, 1]);
        let two = [("f", "right"), ("f", "law"), ("g", "right")];
        assert_eq!(weights(&two), [1, 1, 1]);
        for exercise in exercises() {
            let total: u32 = weights(&exercise.outline.properties).iter().sum();
            assert!(total >= 2, "{}", exercise.name());
        }
    }

    #[test]
    fn an_unwritten_exercise_scores_nothing() {
        let sigmoid = find("sigmoid").unwrap().remove(0);
        let result = unjudged(&sigmoid, Verdict::NotStarted, "");
        assert_eq!((result.verdict, result.score), (Verdict::NotStarted, 0));
        assert_eq!(unjudged(&sigmoid, Verdict::Infra, "").verdict, Verdict::Infra);
        assert_eq!(result.max_score, 6);
    }
}

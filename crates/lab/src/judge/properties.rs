//! The course's own properties, put to the solutions.

use std::rc::Rc;

use contract::Callee;
use course::{LESSONS, exercises};

/// Whether the lesson has this exercise with this property.
pub fn exists(lesson: &str, exercise: &str, property: &str) -> bool {
    exercises().into_iter().any(|known| {
        known.lesson.name() == lesson
            && known.name() == exercise
            && known.outline.properties.iter().any(|(_, name)| *name == property)
    })
}

/// Whether the solution keeps this property.
///
/// # Panics
/// If there is no such lesson: the ledger's test names it first.
pub fn holds(lesson: &str, exercise: &str, property: &str) -> bool {
    let answers: Rc<dyn Callee> = match lesson {
        "activations" => Rc::new(solution_activations::answers()),
        "init" => Rc::new(solution_init::answers()),
        "backprop" => Rc::new(solution_backprop::answers()),
        "symmetry" => Rc::new(solution_symmetry::answers()),
        other => panic!("there is no lesson {other}"),
    };
    let lesson = LESSONS.into_iter().find(|known| known.name() == lesson);
    let is_other = |name: &str| name != property;
    let judged = lesson.map(|lesson| lesson.judge_unless(exercise, answers, &is_other));
    judged.is_some_and(|judged| judged.iter().all(|judged| judged.verdict.is_ok()))
}

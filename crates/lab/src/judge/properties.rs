//! The course's own properties, put to the solutions.

use testkit::AnyLesson;

/// The four lessons.
pub fn lessons() -> [&'static dyn AnyLesson; 4] {
    [&activations::LESSON, &init::LESSON, &backprop::LESSON, &symmetry::LESSON]
}

/// Whether the lesson has this exercise with this property.
pub fn exists(lesson: &str, exercise: &str, property: &str) -> bool {
    let of_lesson = lessons().into_iter().filter(|known| known.name() == lesson);
    let exercises = of_lesson.flat_map(AnyLesson::outline).filter(|known| known.name == exercise);
    exercises.flat_map(|known| known.properties).any(|(_, known)| known == property)
}

/// Whether the solution keeps this property.
///
/// # Panics
/// If there is no such property: the ledger's test names it first.
pub fn holds(lesson: &str, exercise: &str, property: &str) -> bool {
    let verdict = match lesson {
        "activations" => {
            activations::LESSON.check(exercise, property, solution_activations::answers())
        }
        "init" => init::LESSON.check(exercise, property, solution_init::answers()),
        "backprop" => backprop::LESSON.check(exercise, property, solution_backprop::answers()),
        "symmetry" => symmetry::LESSON.check(exercise, property, solution_symmetry::answers()),
        other => panic!("there is no lesson {other}"),
    };
    verdict.is_ok()
}

//! What the mistakes of the catalogue are about.

use testkit::{Language, Lesson};

/// The words of the mistake `id` of an exercise, if the catalogue has it.
pub(super) fn hint(lesson: &str, exercise: &str, id: &str, language: Language) -> Option<String> {
    match lesson {
        "activations" => hint_of(&activations::LESSON, exercise, id, language),
        "init" => hint_of(&init::LESSON, exercise, id, language),
        "backprop" => hint_of(&backprop::LESSON, exercise, id, language),
        "symmetry" => hint_of(&symmetry::LESSON, exercise, id, language),
        _ => None,
    }
}

fn hint_of<A>(lesson: &Lesson<A>, exercise: &str, id: &str, language: Language) -> Option<String> {
    let exercise = lesson.exercises.iter().find(|it| it.name == exercise)?;
    let mistake = exercise.mistakes.iter().find(|it| it.id == id)?;
    Some(mistake.hint.text().speak(language).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use gradlings::course::LESSONS;
    use testkit::AnyLesson;

    #[test]
    fn a_mistake_is_told_in_the_readers_language() {
        let hint = |language| hint("activations", "sigmoid", "A01", language).unwrap();
        assert!(hint(Language::English).contains("sign"));
        assert!(hint(Language::Korean).contains("부호"));
    }

    #[test]
    fn every_lesson_of_the_course_is_known() {
        // The match above names them one by one, because each is of another type.
        let known = ["activations", "init", "backprop", "symmetry"];
        assert_eq!(LESSONS.map(AnyLesson::name), known);
        assert_eq!(hint("no lesson", "", "", Language::English), None);
    }
}

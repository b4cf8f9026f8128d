//! What the mistakes of the catalogue are about.

use contract::Language;
use course::Course;

/// The words of the mistake `id` of an exercise, if the catalogue has it.
pub(super) fn hint<'a>(
    course: &'a Course,
    lesson: &str,
    exercise: &str,
    id: &str,
    language: Language,
) -> Option<&'a str> {
    let exercise =
        course.of_lesson(lesson).iter().find(|of_lesson| of_lesson.name() == exercise)?;
    let (_, hint) = exercise.outline.mistakes.iter().find(|(known, _)| *known == id)?;
    Some(hint.speak(language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_is_told_in_the_readers_language() {
        let hint =
            |language| hint(Course::whole(), "activations", "sigmoid", "A01", language).unwrap();
        assert!(hint(Language::English).contains("sign"));
        assert!(hint(Language::Korean).contains("부호"));
    }

    #[test]
    fn an_unknown_mistake_has_no_words() {
        assert_eq!(
            hint(Course::whole(), "activations", "sigmoid", "no mistake", Language::English),
            None
        );
    }
}

//! What the mistakes of the catalogue are about.

use contract::Language;
use course::exercises;

/// The words of the mistake `id` of an exercise, if the catalogue has it.
pub(super) fn hint(lesson: &str, exercise: &str, id: &str, language: Language) -> Option<String> {
    let exercise = exercises()
        .into_iter()
        .find(|known| known.lesson.name() == lesson && known.name() == exercise)?;
    let (_, hint) = exercise.outline.mistakes.into_iter().find(|(known, _)| *known == id)?;
    Some(hint.speak(language).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_is_told_in_the_readers_language() {
        let hint = |language| hint("activations", "sigmoid", "A01", language).unwrap();
        assert!(hint(Language::English).contains("sign"));
        assert!(hint(Language::Korean).contains("부호"));
    }

    #[test]
    fn an_unknown_mistake_has_no_words() {
        assert_eq!(hint("activations", "sigmoid", "no mistake", Language::English), None);
    }
}

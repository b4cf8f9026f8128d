//! The words of pages and feedback, in the reader's language.

use contract::Language;
use course::Course;
use course::report::Standing;

use crate::results::ExerciseResult;

/// Chooses the reader's language.
#[derive(Clone, Copy)]
pub(super) struct Speaker(pub(super) Language);

impl Speaker {
    /// `en` or `ko`.
    pub(super) fn of<'a>(self, en: &'a str, ko: &'a str) -> &'a str {
        match self.0 {
            Language::English => en,
            Language::Korean => ko,
        }
    }

    /// The word for a verdict.
    pub(super) fn standing(self, standing: Standing) -> &'static str {
        let (en, ko) = match standing {
            Standing::Pass => ("right", "정답"),
            Standing::Fail => ("wrong", "오답"),
            Standing::Panic => ("panicked", "패닉"),
            Standing::Crash => ("crashed", "비정상 종료"),
            Standing::Timeout => ("too slow", "시간 초과"),
            Standing::Protocol => ("no valid answer", "잘못된 응답"),
            Standing::CompileError => ("does not compile", "컴파일 오류"),
            Standing::CompileLimit => ("too much to compile", "컴파일 한도 초과"),
            Standing::Rejected => ("rejected", "거부됨"),
            Standing::NotStarted => ("not started", "시작 안 함"),
            Standing::Infra => ("could not be graded", "채점 불가"),
        };
        self.of(en, ko)
    }

    /// The word for how an exercise stands: whether it is right but for the functions that it calls, too.
    pub(super) fn exercise(self, exercise: &ExerciseResult) -> &'static str {
        let mut failed =
            exercise.properties.iter().filter(|property| property.verdict != Standing::Pass);
        if exercise.verdict != Standing::Pass && failed.all(|property| property.follow_on.is_some())
        {
            self.of("right but for what it calls", "호출하는 함수만 틀림")
        } else {
            self.standing(exercise.verdict)
        }
    }

    /// That a property fails because of the function `below`.
    pub(super) fn follow_on(self, below: &str) -> String {
        match self.0 {
            Language::English => {
                format!("This follows from {below}: with the right one, it holds.")
            }
            Language::Korean => {
                format!("{below} 함수의 오류에서 비롯되었습니다. 올바른 함수로 바꾸면 성립합니다.")
            }
        }
    }
}

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
    fn a_mistake_is_explained_in_the_readers_language() {
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

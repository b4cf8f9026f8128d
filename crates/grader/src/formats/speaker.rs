//! The words of pages and feedback, in the reader's language.

use contract::Language;
use course::Course;
use course::report::Standing;

use crate::results::{ExerciseResult, Late};

/// Chooses the reader's language.
#[derive(Clone, Copy)]
pub(crate) struct Speaker(pub(crate) Language);

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

    /// What was reached of the most points.
    pub(super) fn points(self, score: u32, most: u32) -> String {
        match self.0 {
            Language::English => format!("{score} of {most} points"),
            Language::Korean => format!("{most}점 중 {score}점"),
        }
    }

    /// What coming late cost.
    pub(crate) fn late(self, late: &Late) -> String {
        let Late { days, lost, .. } = late;
        match self.0 {
            Language::English => format!("{days} days late: {lost} points less"),
            Language::Korean => format!("{days}일 늦게 제출하여 {lost}점 감점"),
        }
    }

    /// Who says when it came, if it is one of those that are known.
    pub(super) fn source(self, source: &str) -> &str {
        match source {
            "name" => self.of("by the platform", "플랫폼 기준"),
            "archive" => self.of("by the archive", "압축 파일 기준"),
            "roster" => self.of("by the roster", "명단 기준"),
            other => other,
        }
    }

    /// That there is no grade, and why.
    pub(super) fn not_graded(self, why: &str) -> String {
        format!("{} {why}", self.of("Not graded:", "채점하지 못했습니다:"))
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

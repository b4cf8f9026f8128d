//! The report on an exercise: judged, untouched, refused by the compiler, or missing.

use std::rc::Rc;

use contract::{Callee, Text, say};
use testkit::judged_in_process;

use course::Exercise;
use course::report::{Report, Standing};

/// The report of an exercise whose functions can be asked.
pub(crate) fn judged(exercise: &Exercise, answers: Rc<dyn Callee>) -> Report {
    let mut judged = judged_in_process(&*answers, &exercise.outline);
    if judged.len() < exercise.outline.properties.len() {
        let holds =
            |name: &str| judged.iter().any(|judged| judged.name == name && judged.verdict.is_ok());
        judged = exercise.lesson.judge_as(exercise.name(), answers, &holds);
    }
    let mut report = Report::judged(exercise, &judged);
    for property in &mut report.properties {
        if property.standing == Standing::NotStarted {
            property.message = Some(unwritten(exercise, &property.function));
        }
    }
    report
}

/// That a function is still a `todo!`: the sentence in it, in the reader's language.
fn unwritten(exercise: &Exercise, function: &str) -> Text {
    let hints = exercise.outline.hints.iter().find(|hints| hints.function == function);
    let step = hints.map_or(Text::new("", ""), |hints| hints.steps[0].clone());
    let (file, Text { en, ko }) = (file_of(exercise), step);
    say!(
        "Not written yet: {en}. Replace the `todo!` in {file}.",
        "아직 작성되지 않았습니다: {ko}. {file}의 `todo!`를 바꾸세요."
    )
}

/// The student's file as it is named in texts, the same on every system.
fn file_of(exercise: &Exercise) -> String {
    exercise.file().display().to_string().replace('\\', "/")
}

/// The report of an exercise that is still the stub.
pub(crate) fn untouched(exercise: &Exercise) -> Report {
    Report::unasked(exercise, Standing::NotStarted, |function| unwritten(exercise, function))
}

/// The report of an exercise that the compiler refused, with its words.
pub(crate) fn refused(exercise: &Exercise, words: &str) -> Report {
    let report = Report::unasked(exercise, Standing::CompileError, |_| {
        let file = file_of(exercise);
        say!("{file} does not compile.", "{file} 파일이 컴파일되지 않습니다.")
    });
    Report { compiler: Some(words.to_string()), ..report }
}

/// The report of an exercise whose file cannot be read.
pub(crate) fn missing(exercise: &Exercise) -> Report {
    Report::unasked(exercise, Standing::Rejected, |_| {
        let (file, name) = (file_of(exercise), exercise.name());
        say!(
            "{file} is missing or cannot be read; `cargo run -- reset {name}` brings the stub back.",
            "{file} 파일이 없거나 읽을 수 없습니다. `cargo run -- reset {name}` 명령으로 처음 상태로 \
             되돌리세요."
        )
    })
}

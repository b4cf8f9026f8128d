//! The report on an exercise: judged, untouched, refused by the compiler, or missing.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;

use contract::{Callee, Remote, Text, say};
use testkit::{Judged, judged_in_process, needs_another_file};

use course::advice::advice;
use course::asking::{self, Rehearsals};
use course::blame::Warning;
use course::compile::Refusal;
use course::report::{Report, Standing};
use course::{Course, Exercise};

use crate::patience::{Slowness, with_patience};
use crate::sources::Unreadable;
use crate::workplace::Tell;

/// The report of an exercise whose functions can be asked.
pub(crate) fn judged(exercise: &'static Exercise, answers: Rc<dyn Callee>, tell: &Tell) -> Report {
    let mut judged = judged_in_process(&*answers, &exercise.outline);
    let mut slowness = None;
    if judged.len() < exercise.outline.properties.len() {
        // What is late computes on, and would slow down what is asked from here on.
        answers.start_over();
        let holds =
            |name: &str| judged.iter().any(|judged| judged.name == name && judged.verdict.is_ok());
        let (callee, waited) = with_patience(answers, exercise.name(), Arc::clone(tell));
        judged = exercise.lesson.judge_as(exercise.name(), callee, &holds);
        slowness = waited.end();
    }
    let mut report = told(exercise, &judged);
    report.notes.extend(slowness.map(Slowness::words));
    report
}

/// The same where the program only answers calls; `start` starts it anew.
pub(crate) fn asked(
    exercise: &Exercise,
    start: &dyn Fn() -> Rc<Remote>,
    rehearsals: &Rehearsals,
) -> Report {
    told(exercise, &asking::ask(exercise, start, rehearsals, &|_| true))
}

fn told(exercise: &Exercise, judged: &[Judged]) -> Report {
    let mut report = Report::judged(exercise, judged);
    for property in &mut report.properties {
        if property.standing == Standing::NotStarted {
            property.message = Some(unwritten(exercise, &property.function));
        }
    }
    report
}

/// The report with the first warning that may say why a property does not hold: none of a function that is not
/// written yet.
pub(crate) fn with_warnings(mut report: Report, warnings: &[Warning], file: &Path) -> Report {
    if warnings.is_empty() || report.headline().is_none() {
        return report;
    }
    let text = fs::read_to_string(file).unwrap_or_default();
    let is_written = |warning: &&Warning| {
        let above = text.lines().take(warning.line);
        let function = above.filter_map(|line| {
            let behind = line.split_once("fn ")?.1;
            behind.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next()
        });
        let function = function.last().unwrap_or_default();
        let mut of_function =
            report.properties.iter().filter(|property| property.function == function).peekable();
        of_function.peek().is_none()
            || of_function.any(|property| property.standing != Standing::NotStarted)
    };
    if let Some(Warning { line, words }) = warnings.iter().find(is_written) {
        let note = say!(
            "Line {line}, the compiler warns: {words}.",
            "{line}번째 줄에서 컴파일러의 경고: {words}."
        );
        report.notes.push(note);
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
pub(crate) fn refused(
    exercise: &Exercise,
    refusal: &Refusal,
    all: &BTreeMap<&'static str, Refusal>,
) -> Report {
    let standing = if refusal.is_limit { Standing::CompileLimit } else { Standing::CompileError };
    let advice = neighbour(exercise, refusal, all).or_else(|| advice(&refusal.words));
    let report = Report::unasked(exercise, standing, |_| {
        let file = file_of(exercise);
        let Text { en, ko } = advice.clone().unwrap_or(Text::fixed("", ""));
        let text = say!("{file} does not compile. {en}", "{file} 파일이 컴파일되지 않습니다. {ko}");
        Text::new(text.en.trim_end().to_string(), text.ko.trim_end().to_string())
    });
    Report { compiler: Some(refusal.words.clone()), ..report }
}

/// That a function which the file needs stands in another one that does not compile.
fn neighbour(
    exercise: &Exercise,
    refusal: &Refusal,
    all: &BTreeMap<&'static str, Refusal>,
) -> Option<Text> {
    let head = refusal.words.lines().next().unwrap_or_default();
    if !["E0425", "E0432", "E0433"].iter().any(|code| head.contains(code)) {
        return None;
    }
    let is_named = |function: &&&str| {
        head.contains(&format!("`{function}`")) || head.contains(&format!("::{function}`"))
    };
    let others = Course::whole().of_lesson(exercise.lesson.name()).iter();
    let mut others =
        others.filter(|other| other.name() != exercise.name() && all.contains_key(other.name()));
    others.find_map(|other| {
        let function = other.outline.functions.iter().find(is_named)?;
        let file = file_of(other);
        Some(say!(
            "`{function}` stands in {file}, which does not compile itself: mend that first.",
            "`{function}` 함수가 있는 {file} 파일이 컴파일되지 않습니다. 그 파일을 먼저 고치세요."
        ))
    })
}

/// The report of an exercise whose file draws in another one, which only lies on this machine.
pub(crate) fn with_foreign_file(exercise: &Exercise, foreign: &Path, root: &Path) -> Report {
    let foreign = foreign.strip_prefix(root).unwrap_or(foreign).display().to_string();
    let file = file_of(exercise);
    Report::unasked(exercise, Standing::Rejected, |_| needs_another_file(&file, &foreign))
}

/// The report of an exercise whose file has no text. Only where nothing is there `reset` is of use.
pub(crate) fn unreadable(exercise: &Exercise, why: &Unreadable) -> Report {
    let (file, name) = (file_of(exercise), exercise.name());
    let text = match why {
        Unreadable::Missing(None) => say!(
            "{file} is missing; `cargo run -- reset {name}` brings the stub back.",
            "{file} 파일이 없습니다. `cargo run -- reset {name}` 명령으로 처음 상태로 되돌리세요."
        ),
        Unreadable::Missing(Some(namesake)) => say!(
            "{file} is missing, but `{namesake}` lies beside it: rename that to `{name}.rs`.",
            "{file} 파일이 없지만 옆에 `{namesake}` 파일이 있습니다. 이름을 `{name}.rs`로 바꾸세요."
        ),
        Unreadable::LinkTo(target) => {
            let target = target.display();
            say!(
                "{file} is a link to {target}, which is not there: bring that file back, or put the \
                 file itself in place of the link.",
                "{file} 파일은 {target} 경로를 가리키는 링크인데 그 파일이 없습니다. 그 파일을 되돌리거나 \
                 링크 대신 파일을 두세요."
            )
        }
        Unreadable::NoFile => say!(
            "{file} is a folder, or another thing that is no file: move it away.",
            "{file}: 파일이 아니라 폴더 같은 것입니다. 다른 곳으로 옮기세요."
        ),
        Unreadable::Utf16 => say!(
            "{file} is saved as UTF-16, which Rust does not read: save it as UTF-8 in your editor \
             (\"Save with encoding\"). Nothing in it is lost.",
            "{file} 파일이 UTF-16으로 저장되어 있어 Rust가 읽지 못합니다. 편집기에서 UTF-8로 \
             저장하세요(\"인코딩하여 저장\"). 내용은 그대로 남습니다."
        ),
        Unreadable::NoText(line) => say!(
            "{file} is not UTF-8 from line {line} on: save it as UTF-8 in your editor (\"Save with \
             encoding\").",
            "{file} 파일은 {line}번째 줄부터 UTF-8이 아닙니다. 편집기에서 UTF-8로 저장하세요(\"인코딩하여 \
             저장\")."
        ),
        Unreadable::Refused(why) => say!(
            "{file} is there but cannot be read ({why}): look whom it belongs to, and who may read it.",
            "{file} 파일이 있지만 읽을 수 없습니다({why}). 소유자와 권한을 확인하세요."
        ),
    };
    Report::unasked(exercise, Standing::Rejected, |_| text.clone())
}

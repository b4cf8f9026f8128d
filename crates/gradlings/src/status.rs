//! The first screen, and what a check shows.

use contract::{Language, Text, say};

use crate::help::Hint;
use crate::line::{Line, Style};
use crate::screen::Screen;
use course::Exercise;
use course::advice::advice;
use course::guide::{Guide, guide, recap as recap_of};
use course::meaning;
use course::report::{PropertyReport, Report, Standing, State};

/// The widest progress bar.
const BAR: usize = 40;

/// Where a student is: the lessons, what is solved, and what is next.
pub(crate) fn overview(screen: &Screen, exercises: &[Exercise], reports: &[Report]) -> Vec<Line> {
    let solved = reports.iter().filter(|report| report.state() == State::Solved).count();
    let bar = bar(screen.columns(), solved, reports.len());
    let mut lines = vec![Line::new(Style::Strong, "gradlings"), Line::default()];
    lines.push(Line::plain(format!("  {bar}")));
    let mut lesson = "";
    for (exercise, report) in exercises.iter().zip(reports) {
        if report.lesson != lesson {
            lesson = &report.lesson;
            let title = format!("  {} {lesson}", exercise.number.0);
            lines.extend([Line::default(), Line::new(Style::Strong, title)]);
        }
        lines.push(entry(screen, &report.exercise, report.state(), 4));
    }
    lines.push(Line::default());
    lines.extend(next(screen, reports));
    lines
}

/// The line of an exercise in a list.
pub(crate) fn entry(screen: &Screen, name: &str, state: State, indent: usize) -> Line {
    /// The columns of the name and the state; the longest state in either language.
    const STATE: usize = 18;
    let (mark, style) = mark(state);
    let words = state_name(state);
    let words = if state == State::NotStarted { "" } else { words.speak(screen.language) };
    let line = Line::new(style, format!("{}{mark} {name:<20} {words}", " ".repeat(indent)));
    let about = about(screen.language, name);
    let before = indent + 2 + 21 + STATE;
    if before + Line::plain(&about).width() > screen.columns() {
        return Line::new(style, line.plain_text().trim_end());
    }
    let blanks = " ".repeat(before.saturating_sub(line.width()));
    line.and(Style::Faint, format!("{blanks}{about}"))
}

/// How hard an exercise is, how long it takes and what part of the notes it is about.
fn about(language: Language, name: &str) -> String {
    let Guide { difficulty, minutes, notes, .. } = guide(name);
    let (hard, easy) = (usize::from(*difficulty), 3 - usize::from(*difficulty));
    let signs = "*".repeat(hard) + &" ".repeat(easy);
    let about = say!("{signs} {minutes:>2} min", "{signs} {minutes:>2}분");
    format!("{}  {}", about.speak(language), notes.speak(language))
}

/// The next exercise and the command for it.
pub(crate) fn next(screen: &Screen, reports: &[Report]) -> Vec<Line> {
    let Some(next) = reports.iter().find(|report| report.state() != State::Solved) else {
        let done = say!(
            "Every exercise is solved. Well done! There is a page of thanks for you:",
            "모든 연습 문제를 풀었습니다. 수고하셨습니다! 마지막 페이지가 기다리고 있습니다."
        );
        return [
            screen.fit(done.speak(screen.language), 2),
            vec![Line::default(), Line::plain("    cargo run -- finish")],
        ]
        .concat();
    };
    let (lesson, exercise) = (&next.lesson, &next.exercise);
    let what = say!(
        "Next: {exercise}. Write it in exercises/{lesson}/src/{exercise}.rs, then run",
        "다음: {exercise}. exercises/{lesson}/src/{exercise}.rs에 작성한 뒤 실행하세요."
    );
    let mut lines = screen.fit(what.speak(screen.language), 2);
    lines.extend([Line::default(), Line::plain(format!("    cargo run -- check {exercise}"))]);
    lines
}

/// The report on an exercise, and what to do next.
pub(crate) fn checked(screen: &Screen, report: &Report) -> Vec<Line> {
    let mut lines = vec![title(screen.language, report)];
    lines.extend(findings(screen, report));
    if !matches!(report.state(), State::Solved | State::NotStarted) {
        lines.push(Line::default());
        lines.extend(again(screen, report));
    }
    lines
}

/// The name and the state of an exercise.
pub(crate) fn title(language: Language, report: &Report) -> Line {
    let (mark, style) = mark(report.state());
    let state = state_name(report.state());
    Line::new(style, format!("{mark} {}: {}", report.exercise, state.speak(language)))
}

/// The first message of what does not hold, and how much does: the message at most 15 lines, so that all of it
/// is seen on a screen of 24. Whoever wants the properties one by one finds them in [`properties`].
pub(crate) fn findings(screen: &Screen, report: &Report) -> Vec<Line> {
    if let Some(words) = &report.compiler {
        return compilers_findings(screen, report, words);
    }
    if report.nothing_was_asked() {
        return reasons(screen, report);
    }
    let Some(first) = report.headline() else {
        return [afterwards(screen, report), notes(screen, report)].concat();
    };
    let mut lines = how_many_hold(screen, report, first);
    lines.push(Line::default());
    if let Some(below) = &report.below {
        let function = &first.function;
        let text = say!(
            "`{below}` does not hold yet, and `{function}` calls it: mend `{below}` first.",
            "`{function}` 함수가 부르는 `{below}` 함수가 아직 맞지 않습니다. `{below}` 함수부터 고치세요."
        );
        lines.extend(screen.fit_in(Style::Strong, text.speak(screen.language), 4));
        lines.push(Line::default());
    }
    lines.extend(message(screen, first, 4));
    lines.extend(notes(screen, report));
    lines
}

/// That all properties hold, why the exercise matters and how the solution goes about it.
fn afterwards(screen: &Screen, report: &Report) -> Vec<Line> {
    let all = report.properties.len();
    let hold = say!("All {all} properties hold.", "성질 {all}개가 모두 성립합니다.");
    let mut lines = screen.fit_in(Style::Faint, hold.speak(screen.language), 2);
    lines.push(Line::default());
    let text = &guide(&report.exercise).afterwards;
    lines.extend(screen.fit(text.speak(screen.language), 2));
    lines
}

/// What the lesson of an exercise has shown, if all of it is solved by now.
pub(crate) fn recap<'a>(
    screen: &Screen,
    lesson: &str,
    reports: impl Iterator<Item = Option<&'a Report>>,
) -> Vec<Line> {
    let mut of_lesson =
        reports.filter(|report| report.is_none_or(|report| report.lesson == lesson));
    let is_solved =
        of_lesson.all(|report| report.is_some_and(|report| report.state() == State::Solved));
    let recap = recap_of(lesson).filter(|_| is_solved);
    recap.map_or(Vec::new(), |text| {
        let lines = screen.fit_in(Style::Strong, text.speak(screen.language), 2);
        [vec![Line::default()], lines].concat()
    })
}

/// What else was noticed.
fn notes(screen: &Screen, report: &Report) -> Vec<Line> {
    let words = |note: &Text| {
        let lines = screen.fit_in(Style::Strong, note.speak(screen.language), 4);
        [vec![Line::default()], lines].concat()
    };
    report.notes.iter().flat_map(words).collect()
}

/// The properties one by one, each with its sign.
pub(crate) fn properties(language: Language, report: &Report) -> Vec<Line> {
    report.properties.iter().map(|of_report| property(language, of_report)).collect()
}

/// What a property says: its name, which is an English sentence, and before it the same in Korean.
pub(crate) fn meaning(language: Language, name: &str) -> String {
    match meaning::in_korean(name).filter(|_| language == Language::Korean) {
        Some(korean) => format!("{korean} ({name})"),
        None => name.to_string(),
    }
}

/// How many properties hold, which one was told, and which functions are not written yet.
fn how_many_hold(screen: &Screen, report: &Report, shown: &PropertyReport) -> Vec<Line> {
    let (all, name) = (report.properties.len(), meaning(screen.language, &shown.name));
    let hold = report.properties.iter().filter(|property| property.holds()).count();
    let mut unwritten: Vec<&str> = report
        .properties
        .iter()
        .filter(|property| property.standing == Standing::NotStarted)
        .map(|property| property.function.as_str())
        .collect();
    unwritten.dedup();
    let unwritten = match unwritten[..] {
        [] => String::new(),
        _ => format!("  · {}", unwritten.join(", ")),
    };
    let text = say!(
        "{hold} of {all} hold; not: {name}{unwritten}",
        "성질 {all}개 중 {hold}개 성립. 성립하지 않는 것: {name}{unwritten}"
    );
    screen.fit_in(Style::Faint, text.speak(screen.language), 2)
}

/// The compiler's first error, as a whole, how many others there are, and what the course allows.
fn compilers_findings(screen: &Screen, report: &Report, words: &str) -> Vec<Line> {
    const BETWEEN: &str = "\n\nerror";
    let words = words.trim();
    let first = words.split(BETWEEN).next().unwrap_or_default();
    let others = words.matches(BETWEEN).count();
    let mut lines = vec![Line::default()];
    lines.extend(first.lines().flat_map(|line| compilers_lines(screen, line)));
    // Beside the file's name there is a sentence only where the compiler's words need one.
    let of_file = report.properties.first().and_then(|property| property.message.as_ref());
    if let Some(message) = of_file.filter(|_| advice(words).is_some()) {
        lines.push(Line::default());
        lines.extend(screen.fit(message.speak(screen.language), 2));
    }
    if others > 0 {
        let text = say!(
            "This is the first of {count} errors; the others may go with it.",
            "오류 {count}개 중 첫 번째입니다. 이것을 고치면 나머지도 없어질 수 있습니다.",
            count = others + 1
        );
        lines.push(Line::default());
        lines.extend(screen.fit_in(Style::Faint, text.speak(screen.language), 2));
    }
    lines
}

/// Why no function could be asked; a reason that several properties share is shown once.
fn reasons(screen: &Screen, report: &Report) -> Vec<Line> {
    let mut distinct: Vec<&PropertyReport> = Vec::new();
    for property in &report.properties {
        if !distinct.iter().any(|seen| seen.message == property.message) {
            distinct.push(property);
        }
    }
    distinct.into_iter().flat_map(|property| message(screen, property, 4)).collect()
}

fn property(language: Language, property: &PropertyReport) -> Line {
    let (mark, style) = match property.standing {
        Standing::Pass => ("✓", Style::Good),
        Standing::NotStarted => ("·", Style::Faint),
        _ => ("✗", Style::Bad),
    };
    Line::new(style, format!("    {mark} {}", meaning(language, &property.name)))
}

fn message(screen: &Screen, property: &PropertyReport, indent: usize) -> Vec<Line> {
    let message = property.message.as_ref();
    message.map_or(Vec::new(), |message| screen.fit(message.speak(screen.language), indent))
}

/// A line of the compiler, coloured a little as the compiler does it. Its sentences are fitted to the
/// screen, the code that it shows is not.
fn compilers_lines(screen: &Screen, line: &str) -> Vec<Line> {
    if line.starts_with("error") {
        screen.fit_in(Style::Bad, line, 0)
    } else if line.trim_start().starts_with("-->") {
        vec![Line::new(Style::Faint, line)]
    } else if let Some((indent, note)) =
        line.split_once("= ").filter(|parts| parts.0.trim().is_empty())
    {
        screen.fit_behind(&format!("{indent}= "), note)
    } else {
        let style = if line.contains('^') { Style::Bad } else { Style::Plain };
        vec![Line::new(style, line)]
    }
}

fn again(screen: &Screen, report: &Report) -> Vec<Line> {
    let (lesson, exercise) = (&report.lesson, &report.exercise);
    let what = say!(
        "Edit exercises/{lesson}/src/{exercise}.rs, then run `cargo run -- check {exercise}`; \
         `cargo run -- hint {exercise}` helps.",
        "exercises/{lesson}/src/{exercise}.rs를 고친 뒤 `cargo run -- check {exercise}` 명령을 \
         실행하세요. 도움말: `cargo run -- hint {exercise}`."
    );
    screen.fit(what.speak(screen.language), 2)
}

/// A step of the hints of an exercise, counted from 0.
pub(crate) fn hint(screen: &Screen, name: &str, step: usize, hints: &[Hint]) -> Vec<Line> {
    let step = step + 1;
    let title = say!("{name}: hint {step} of 3", "{name}: 힌트 {step}/3");
    let mut lines = vec![Line::new(Style::Strong, title.speak(screen.language))];
    for hint in hints {
        let text = format!("{}: {}", hint.function, hint.text.speak(screen.language));
        lines.extend(screen.fit(&text, 2));
    }
    lines
}

/// A progress bar and its numbers, on a screen of so many columns.
pub(crate) fn bar(columns: usize, done: usize, all: usize) -> String {
    let width = BAR.min(columns.saturating_sub(12)).max(4);
    let full = done * width / all.max(1);
    format!("[{}{}] {done}/{all}", "#".repeat(full), "-".repeat(width - full))
}

/// The sign of a state and its style.
pub(crate) fn mark(state: State) -> (&'static str, Style) {
    match state {
        State::Solved => ("✓", Style::Good),
        State::NotStarted => ("·", Style::Faint),
        State::Wrong | State::DoesNotCompile | State::TimedOut => ("✗", Style::Bad),
    }
}

/// A state in words.
pub(crate) fn state_name(state: State) -> Text {
    match state {
        State::Solved => say!("solved", "해결"),
        State::Wrong => say!("not right yet", "아직 맞지 않음"),
        State::NotStarted => say!("not started", "시작 전"),
        State::DoesNotCompile => say!("does not compile", "컴파일되지 않음"),
        State::TimedOut => say!("no answer in time", "시간 초과"),
    }
}

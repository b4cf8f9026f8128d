//! The first screen, and what a check shows.

use testkit::say;

use crate::course::Exercise;
use crate::report::{PropertyReport, Report, State};
use crate::screen::{Colour, Screen};

/// The widest progress bar.
const BAR: usize = 40;

/// Where a student is: the lessons, what is solved, and what is next.
pub(crate) fn overview(screen: &Screen, exercises: &[Exercise], reports: &[Report]) -> String {
    let solved = reports.iter().filter(|report| report.state == State::Solved).count();
    let mut text = format!("{}\n\n", screen.paint(Colour::Strong, "gradlings"));
    text += &format!("  {} {solved}/{}\n", bar(screen, solved, reports.len()), reports.len());
    let mut lesson = "";
    for (exercise, report) in exercises.iter().zip(reports) {
        if report.lesson != lesson {
            lesson = &report.lesson;
            let title = format!("{} {lesson}", exercise.number.0);
            text += &format!("\n  {}\n", screen.paint(Colour::Strong, &title));
        }
        let (mark, colour) = mark(report.state);
        let state = state_name(screen, report.state);
        let state = if report.state == State::NotStarted { String::new() } else { state };
        let line = format!("    {mark} {:<20} {state}", report.exercise);
        text += &format!("{}\n", screen.paint(colour, line.trim_end()));
    }
    text.push('\n');
    text + &next(screen, reports)
}

/// The next exercise and the command for it.
pub(crate) fn next(screen: &Screen, reports: &[Report]) -> String {
    let Some(next) = reports.iter().find(|report| report.state != State::Solved) else {
        let done = say!(
            "Every exercise is solved. Well done!",
            "모든 연습 문제를 풀었습니다. 수고하셨습니다!"
        );
        return screen.fit(done.speak(screen.language), 2);
    };
    let (lesson, exercise) = (&next.lesson, &next.exercise);
    let what = say!(
        "Next: {exercise}. Write it in exercises/{lesson}/src/{exercise}.rs, then run",
        "다음: {exercise}. exercises/{lesson}/src/{exercise}.rs에 작성한 뒤 실행하세요."
    );
    let mut text = screen.fit(what.speak(screen.language), 2);
    text += &format!("\n    cargo run -- check {exercise}\n");
    text
}

/// What came of checking one exercise.
pub(crate) fn checked(screen: &Screen, report: &Report) -> String {
    let (mark, colour) = mark(report.state);
    let title = format!("{mark} {}: {}", report.exercise, state_name(screen, report.state));
    let mut text = format!("{}\n", screen.paint(colour, &title));
    if let Some(words) = &report.compiler {
        text += &format!("\n{}\n", words.trim_end());
        return text + "\n" + &again(screen, report);
    }
    if report.state == State::NotStarted {
        let mut functions: Vec<&PropertyReport> = Vec::new();
        for property in &report.properties {
            if !functions.iter().any(|seen| seen.message == property.message) {
                functions.push(property);
            }
        }
        for property in functions {
            text += &message(screen, property, 4);
        }
        return text;
    }
    for property in &report.properties {
        let (mark, colour) =
            if property.holds { ("✓", Colour::Good) } else { ("✗", Colour::Bad) };
        text += &format!("    {}\n", screen.paint(colour, &format!("{mark} {}", property.name)));
    }
    let Some(first) = report.properties.iter().find(|property| !property.holds) else {
        return text;
    };
    text += &format!("\n  {}\n\n", screen.paint(Colour::Strong, &format!("{}:", first.name)));
    text += &message(screen, first, 4);
    text + "\n" + &again(screen, report)
}

fn message(screen: &Screen, property: &PropertyReport, indent: usize) -> String {
    let message = property.message.as_ref();
    message.map_or(String::new(), |it| screen.fit(it.speak(screen.language), indent))
}

fn again(screen: &Screen, report: &Report) -> String {
    let (lesson, exercise) = (&report.lesson, &report.exercise);
    let what = say!(
        "Edit exercises/{lesson}/src/{exercise}.rs, then run `cargo run -- check {exercise}`; \
         `cargo run -- hint {exercise}` helps.",
        "exercises/{lesson}/src/{exercise}.rs를 고친 뒤 `cargo run -- check {exercise}`를 \
         실행하세요. `cargo run -- hint {exercise}`가 도와줍니다."
    );
    screen.fit(what.speak(screen.language), 2)
}

fn bar(screen: &Screen, done: usize, all: usize) -> String {
    let width = BAR.min(screen.columns().saturating_sub(12)).max(4);
    let full = done * width / all.max(1);
    format!("[{}{}]", "#".repeat(full), "-".repeat(width - full))
}

fn mark(state: State) -> (&'static str, Colour) {
    match state {
        State::Solved => ("✓", Colour::Good),
        State::NotStarted => ("·", Colour::Faint),
        State::Wrong | State::DoesNotCompile | State::TimedOut => ("✗", Colour::Bad),
    }
}

fn state_name(screen: &Screen, state: State) -> String {
    let name = match state {
        State::Solved => say!("solved", "해결"),
        State::Wrong => say!("not right yet", "아직 맞지 않음"),
        State::NotStarted => say!("not started", "시작 전"),
        State::DoesNotCompile => say!("does not compile", "컴파일되지 않음"),
        State::TimedOut => say!("no answer in time", "시간 초과"),
    };
    name.speak(screen.language).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course;
    use crate::report::Message;
    use testkit::Language;

    fn wrong() -> Report {
        let message = Message {
            en: "relu(-1) came out as 1; it must be 0.\n\nSmallest input that shows it:\n\n    \
                 z = -1\n\nNegative inputs become 0."
                .into(),
            ko: "relu(-1)의 결과가 1입니다. 올바른 값은 0입니다.".into(),
        };
        let property = PropertyReport {
            function: "relu".into(),
            name: "is_never_negative".into(),
            holds: false,
            message: Some(message),
            mistake: Some("A21".into()),
        };
        Report {
            lesson: "activations".into(),
            exercise: "relu".into(),
            state: State::Wrong,
            properties: vec![property],
            compiler: None,
        }
    }

    #[test]
    fn a_wrong_exercise_reads_like_this() {
        let screen = Screen::plain(Language::English, 60);
        assert_eq!(
            checked(&screen, &wrong()),
            "✗ relu: not right yet
    ✗ is_never_negative

  is_never_negative:

    relu(-1) came out as 1; it must be 0.

    Smallest input that shows it:

        z = -1

    Negative inputs become 0.

  Edit exercises/activations/src/relu.rs, then run `cargo
  run -- check relu`; `cargo run -- hint relu` helps.
"
        );
    }

    #[test]
    fn korean_fits_the_width_too() {
        let screen = Screen::plain(Language::Korean, 40);
        let text = checked(&screen, &wrong());
        assert!(text.contains("아직 맞지 않음"), "{text}");
        let widest = text.lines().map(textwrap::core::display_width).max();
        assert!(widest <= Some(52), "{widest:?}: only a command or a path may stand out");
    }

    #[test]
    fn the_overview_stands_any_width() {
        let exercises = course::exercises();
        let report = |exercise: &Exercise| Report {
            exercise: exercise.name().into(),
            lesson: exercise.lesson.name().into(),
            ..wrong()
        };
        let reports: Vec<Report> = exercises.iter().map(report).collect();
        for width in [0, 1, 20, 60, 200] {
            let screen = Screen::plain(Language::English, width);
            let text = overview(&screen, &exercises, &reports);
            assert!(text.contains("cargo run -- check sigmoid"), "{width}: {text}");
            assert!(!text.contains('\u{1b}'), "an escape code without a terminal");
        }
    }
}

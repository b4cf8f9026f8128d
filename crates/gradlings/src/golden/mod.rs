//! Golden files of every screen, in both languages: `snapshots/`. After a change on purpose,
//! `INSTA_UPDATE=always cargo test -p gradlings` writes them anew.

mod pages;
mod watching;

use contract::Language;

use crate::line::Line;
use crate::screen::Screen;
use contract::Text;
use course::report::{PropertyReport, Report, Standing, State};
use course::{Course, Exercise};

/// A screen in both languages, as text.
fn in_both(width: usize, lines: impl Fn(&Screen) -> Vec<Line>) -> String {
    let mut text = String::new();
    for (language, name) in [(Language::English, "en"), (Language::Korean, "ko")] {
        let screen = Screen::plain(language, width);
        text += &format!("---- {name}, {width} columns\n");
        for line in lines(&screen) {
            text += line.plain_text().trim_end();
            text.push('\n');
        }
    }
    text
}

fn exercise(name: &str) -> &'static Exercise {
    Course::whole().exercises().iter().find(|exercise| exercise.name() == name).unwrap()
}

/// A report on `relu` in each state.
fn report(state: State) -> Report {
    let wrong = Text {
        en: "relu(-1) came out as 1; it must be 0.\n\nSmallest input that shows it:\n\n    z = \
             -1\n\nThat is the absolute value: negative numbers become 0, not positive."
            .into(),
        ko: "relu(-1)의 결과가 1입니다. 올바른 값은 0입니다.\n\n이를 보여 주는 가장 작은 입력:\n\n    \
             z = -1\n\n결과가 절댓값입니다. 음수는 양수가 아니라 0이 됩니다."
            .into(),
    };
    let message = match state {
        State::Solved => None,
        State::Wrong => Some(wrong),
        State::NotStarted => Some(Text {
            en: "Not written yet: take the larger of 0 and z.".into(),
            ko: "아직 작성되지 않았습니다: 0과 z 중 큰 것을 고르세요.".into(),
        }),
        State::DoesNotCompile => Some(Text {
            en: "exercises/activations/src/relu.rs does not compile.".into(),
            ko: "exercises/activations/src/relu.rs 파일이 컴파일되지 않습니다.".into(),
        }),
        State::TimedOut => Some(Text {
            en: "`relu` gave no answer within 10 s: is there a loop that never ends?".into(),
            ko: "`relu` 함수가 10초 안에 답하지 않았습니다. 끝나지 않는 반복문이 있나요?".into(),
        }),
    };
    let standing = match state {
        State::Solved => Standing::Pass,
        State::Wrong => Standing::Fail,
        State::NotStarted => Standing::NotStarted,
        State::DoesNotCompile => Standing::CompileError,
        State::TimedOut => Standing::Timeout,
    };
    let property = |(i, (function, name)): (usize, &(&str, &str))| PropertyReport {
        function: (*function).into(),
        name: (*name).into(),
        standing: if i > 0 && state == State::Wrong { Standing::Pass } else { standing },
        message: message.clone().filter(|_| state != State::Wrong || i == 0),
        mistake: None,
    };
    let compiler = (state == State::DoesNotCompile).then(|| {
        "error: expected one of `)`, `,`, `.`, `?`, or an operator, found `}`\n \
         --> exercises/activations/src/relu.rs:2:16\n  |\n2 |     z.max(0.0\n  |          -    ^\n\n"
            .to_string()
    });
    Report {
        lesson: "activations".into(),
        exercise: "relu".into(),
        properties: exercise("relu").outline.properties.iter().enumerate().map(property).collect(),
        compiler,
        told: None,
        behaviours: Vec::new(),
        below: None,
        notes: Vec::new(),
    }
}

const STATES: [State; 5] =
    [State::NotStarted, State::DoesNotCompile, State::Wrong, State::TimedOut, State::Solved];

/// A report on every exercise: the states one after the other, or all solved.
fn reports(all_solved: bool) -> Vec<Report> {
    let report = |(i, exercise): (usize, &Exercise)| Report {
        lesson: exercise.lesson.name().into(),
        exercise: exercise.name().into(),
        ..report(if all_solved { State::Solved } else { STATES[i % STATES.len()] })
    };
    Course::whole().exercises().iter().enumerate().map(report).collect()
}

//! What the screen looks like: a model, a width and a height become lines that fit.

use contract::{Text, say};

use crate::finish;
use crate::line::{Line, Style};
use crate::screen::Screen;
use crate::status::{self, bar, entry, findings, properties, title};
use crate::trial;
use crate::watch::model::{Filter, Model, Notice, Page};
use course::report::{Report, State};

const TITLE: &str = "gradlings ";

/// What is visible of a page.
pub(crate) struct Visible {
    /// At most `height` lines, none wider than `width`.
    pub(crate) lines: Vec<Line>,
    /// The first line of the page that is visible: less than was asked for at its end.
    pub(crate) scroll: usize,
}

/// The model on a screen of `width` columns and `height` lines.
pub(crate) fn visible(model: &Model, screen: &Screen, width: usize, height: usize) -> Visible {
    let screen = screen.of_width(width);
    let (mut head, mut foot) = (head(model, &screen, width), keys(model, &screen));
    if height < 12 {
        // A low screen is for the verdict.
        head.truncate(1);
        foot.truncate(1);
    } else {
        head.push(Line::default());
        foot.insert(0, Line::default());
    }
    let (body, cursor) = body(model, &screen);
    let room = height.saturating_sub(head.len() + foot.len());
    let (shown, scroll) = window(&screen, body, cursor.unwrap_or(model.scroll), cursor, room);
    let lines = head.into_iter().chain(shown).chain(foot).take(height);
    Visible { lines: lines.map(|line| line.cut(width)).collect(), scroll }
}

/// The whole page, as it is printed where there is no terminal.
pub(crate) fn page(model: &Model, screen: &Screen) -> Vec<Line> {
    let mut lines = head(model, screen, screen.columns());
    lines.push(Line::default());
    lines.extend(body(model, screen).0);
    lines
}

fn head(model: &Model, screen: &Screen, width: usize) -> Vec<Line> {
    let (solved, count) = (model.solved(), model.exercises.len());
    let exercise = &model.exercises[model.current];
    let (number, lesson, name) = (model.current + 1, exercise.lesson.name(), exercise.name());
    let width = width.saturating_sub(TITLE.len());
    let place = say!(
        "Exercise {number} of {count}: {lesson}/{name}",
        "연습 문제 {number}/{count}: {lesson}/{name}"
    );
    vec![
        Line::new(Style::Strong, TITLE).and(Style::Plain, bar(width, solved, count)),
        Line::plain(place.speak(screen.language)),
    ]
}

/// The lines of the page, and the one that must be visible.
fn body(model: &Model, screen: &Screen) -> (Vec<Line>, Option<usize>) {
    match &model.page {
        Page::Report => (report_lines(model, screen), None),
        Page::List { cursor, filter } => list(model, screen, *cursor, *filter),
        Page::Solution(text) => (text.lines().map(Line::plain).collect(), None),
        Page::Text(lines) => (lines.clone(), None),
        Page::Trial(trial) => (trial::page(screen, trial), None),
        Page::Thanks(finish) => (finish::page(screen, finish), None),
    }
}

fn report_lines(model: &Model, screen: &Screen) -> Vec<Line> {
    let mut lines = Vec::new();
    if let Some(notice) = &model.notice {
        lines.extend(notice_lines(notice, model.exercises[model.current].name(), screen));
        lines.push(Line::default());
    }
    let is_checking = model.checking.contains(&model.current);
    let Some(report) = &model.reports[model.current] else {
        lines.extend(screen.fit_in(Style::Faint, checking(model).speak(screen.language), 0));
        return lines;
    };
    let mut first = title(screen.language, report);
    if is_checking {
        first = Line::new(Style::Faint, first.plain_text())
            .and(Style::Plain, "  ")
            .and(Style::Strong, checking(model).speak(screen.language));
    }
    lines.push(first);
    lines.extend(findings(screen, report));
    if model.is_unfolded && !report.nothing_was_asked() {
        lines.extend(properties(screen.language, report));
    }
    lines.extend(status::recap(screen, &report.lesson, model.reports_of(&report.lesson)));
    lines.push(Line::default());
    lines.extend(screen.fit_in(Style::Strong, todo(model, report).speak(screen.language), 0));
    lines
}

fn checking(model: &Model) -> Text {
    let current = model.exercises[model.current].name();
    match model.slowness.filter(|(exercise, _)| *exercise == current) {
        None => say!("checking ...", "검사 중 ..."),
        Some((_, slowness)) => slowness.progress(),
    }
}

/// What to do next, in one sentence.
fn todo(model: &Model, report: &Report) -> Text {
    let (lesson, name) = (&report.lesson, &report.exercise);
    let command = format!("cargo run -- check {name}");
    if report.state() != State::Solved {
        return say!(
            "Next: edit exercises/{lesson}/src/{name}.rs and save it (`{command}` checks it, too).",
            "다음: exercises/{lesson}/src/{name}.rs를 고치고 저장하세요. (`{command}`로도 검사합니다.)"
        );
    }
    if model.is_finished() {
        return say!(
            "Every exercise is solved. n on the last one opens the page of thanks.",
            "모든 연습 문제를 풀었습니다. 마지막 문제에서 n을 누르면 감사 페이지가 열립니다."
        );
    }
    match model.exercises.get(model.current + 1) {
        Some(next) => {
            let next = next.name();
            say!("Next: n for {next}.", "다음: n을 누르면 {next} 문제로 갑니다.")
        }
        None => say!(
            "This is the last one; l lists those that are left.",
            "마지막 문제입니다. l을 누르면 남은 문제를 볼 수 있습니다."
        ),
    }
}

fn notice_lines(notice: &Notice, name: &str, screen: &Screen) -> Vec<Line> {
    let ask = |text: Text| screen.fit_in(Style::Strong, text.speak(screen.language), 0);
    match notice {
        Notice::Message(text) => ask(text.clone()),
        Notice::AskReset => ask(say!(
            "The stub again? Your text is kept beside it. r: yes, any other key: no",
            "처음 상태로 되돌릴까요? 지금 내용은 따로 보관합니다. r: 예, 다른 키: 아니요"
        )),
        Notice::AskSolution => ask(say!(
            "It does not hold yet. See the solution all the same? s: yes, any other key: no",
            "아직 해결되지 않았습니다. 그래도 풀이를 볼까요? s: 예, 다른 키: 아니요"
        )),
        Notice::Hint(step, hints) => status::hint(screen, name, *step, hints),
    }
}

fn list(
    model: &Model,
    screen: &Screen,
    cursor: usize,
    filter: Filter,
) -> (Vec<Line>, Option<usize>) {
    let listed = model.listed(filter);
    let at = listed.iter().position(|i| *i >= cursor).unwrap_or(listed.len().saturating_sub(1));
    let title = format!("{}: {}", filter_name(filter).speak(screen.language), listed.len());
    let mut lines = vec![Line::new(Style::Strong, title)];
    for (i, exercise) in listed.iter().enumerate() {
        let state = model.state(*exercise).unwrap_or(State::NotStarted);
        let line = entry(
            &screen.of_width(screen.columns() - 2),
            model.exercises[*exercise].name(),
            state,
            0,
        );
        let pointer = if i == at { "> " } else { "  " };
        lines.push(Line::new(Style::Strong, pointer).joined(line));
    }
    (lines, Some(at + 1))
}

fn filter_name(filter: Filter) -> Text {
    match filter {
        Filter::All => say!("All exercises", "모든 연습 문제"),
        Filter::NotStarted => say!("Not started", "시작 전"),
        Filter::NotRight => say!("Not right yet", "아직 맞지 않음"),
        Filter::Solved => say!("Solved", "해결"),
    }
}

/// The keys that do something now.
fn keys(model: &Model, screen: &Screen) -> Vec<Line> {
    let text = match model.page {
        Page::Report => say!(
            "h hint  v run  y play  t text  d all  n p go  l list  r stub  s solution  q quit",
            "h 힌트  v 값  y 그림  t 글  d 상세  n p 이동  l 목록  r 되돌리기  s 풀이  q 끝"
        ),
        Page::List { .. } => say!(
            "up, down: move  Enter: open  f: filter  l: back  q: quit",
            "위, 아래: 이동  Enter: 열기  f: 필터  l: 뒤로  q: 끝내기"
        ),
        Page::Solution(_) | Page::Text(_) | Page::Trial(_) | Page::Thanks(_) => {
            say!("up, down: scroll  Esc: back  q: quit", "위, 아래: 스크롤  Esc: 뒤로  q: 끝내기")
        }
    };
    screen.fit_items(Style::Faint, text.speak(screen.language))
}

/// As many lines of `body` as there is room for, and the number of the first. Where lines are
/// missing, the last line says how many.
fn window(
    screen: &Screen,
    body: Vec<Line>,
    wanted: usize,
    cursor: Option<usize>,
    room: usize,
) -> (Vec<Line>, usize) {
    if body.len() <= room || room == 0 {
        let shown = body.into_iter().take(room).collect();
        return (shown, 0);
    }
    let seen = room.saturating_sub(1);
    let most = body.len() - seen;
    // The cursor of a list stays in the middle, so that both ways can be seen.
    let wanted = if cursor.is_some() { wanted.saturating_sub(seen / 2) } else { wanted };
    let first = wanted.min(most);
    let (above, below) = (first, most - first);
    let more = say!("^ {above} lines, v {below} lines", "^ {above}줄, v {below}줄");
    let mut shown: Vec<Line> = body.into_iter().skip(first).take(seen).collect();
    shown.push(Line::new(Style::Faint, more.speak(screen.language)));
    (shown, first)
}

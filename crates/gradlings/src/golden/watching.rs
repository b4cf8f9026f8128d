//! The screen of `watch` in all its states.

use contract::{Language, say};
use insta::assert_snapshot;

use super::{exercise, in_both, report, reports};
use crate::help;
use crate::play;
use crate::screen::Screen;
use crate::watch::model::{Action, Filter, Key, Model, Notice, Page};
use crate::watch::view::visible;
use course::Course;
use course::report::State;

const RELU: usize = 2;

/// A model that shows `relu` in `state`, the others in one state after the other.
fn watching(state: State) -> Model {
    let mut model = Model::new(Course::whole().exercises());
    model.checked(reports(false));
    model.saved(&[RELU]);
    model.checked(vec![report(state)]);
    model
}

fn screen(model: &Model, width: usize, height: usize) -> String {
    in_both(width, |screen| visible(model, screen, width, height).lines)
}

#[test]
fn while_nothing_is_known() {
    assert_snapshot!(screen(&Model::new(Course::whole().exercises()), 60, 20));
}

#[test]
fn a_verdict_in_every_state() {
    let text = super::STATES.map(|state| screen(&watching(state), 60, 28));
    assert_snapshot!(text.join("\n"));
}

#[test]
fn while_a_saved_file_is_checked() {
    let mut model = watching(State::Wrong);
    assert_eq!(model.saved(&[RELU]), Some(Action::Check(vec![RELU])));
    assert_snapshot!(screen(&model, 60, 12));
}

#[test]
fn what_was_asked_for() {
    let hints = help::hints(exercise("relu"), 0);
    let done = say!("It is done.", "되었습니다.");
    let played = play::words("http://127.0.0.1:40123/0123456789abcdef0123456789abcdef/", true);
    let notices = [
        Notice::Hint(0, hints),
        Notice::AskReset,
        Notice::AskSolution,
        Notice::Message(done),
        Notice::Message(played),
    ];
    let text = notices.map(|notice| {
        let mut model = watching(State::NotStarted);
        assert_eq!(model.press(Key::Letter('y')), Some(Action::Play(model.current)));
        model.say(notice);
        screen(&model, 60, 16)
    });
    assert_snapshot!(text.join("\n"));
}

#[test]
fn the_list_and_its_filters() {
    let mut model = watching(State::Wrong);
    let text = [Filter::All, Filter::NotStarted, Filter::NotRight, Filter::Solved].map(|filter| {
        model.show(Page::List { cursor: 20, filter });
        screen(&model, 60, 14)
    });
    assert_snapshot!(text.join("\n"));
}

#[test]
fn the_solution() {
    let mut model = watching(State::Solved);
    model.show(Page::Solution("/// Keeps z.\npub fn relu(z: f64) -> f64 {\n    z\n}\n".into()));
    assert_snapshot!(screen(&model, 60, 14));
}

#[test]
fn the_last_exercise() {
    let mut model = Model::new(Course::whole().exercises());
    model.checked(reports(true));
    model.go_to_first_open();
    let at_the_end = screen(&model, 60, 30);
    assert_eq!(model.press(Key::Letter('n')), Some(Action::Thanks));
    model.checked(vec![report(State::Wrong)]);
    assert_snapshot!(at_the_end + &screen(&model, 60, 30));
    assert_eq!(model.press(Key::Letter('n')), None);
}

#[test]
fn a_small_screen_shows_the_verdict_first() {
    let text = [(20, 8), (40, 11), (16, 1)]
        .map(|(width, height)| screen(&watching(State::Wrong), width, height));
    assert_snapshot!(text.join("\n"));
}

#[test]
fn a_wide_screen_has_lines_of_prose_that_can_be_read() {
    assert_snapshot!(screen(&watching(State::Wrong), 200, 28));
}

#[test]
fn no_frame_is_larger_than_its_screen() {
    let mut pages = vec![watching(State::Wrong), watching(State::DoesNotCompile)];
    let mut list = watching(State::Wrong);
    list.press(Key::Letter('l'));
    let mut hint = watching(State::Wrong);
    hint.say(Notice::Hint(1, help::hints(exercise("relu"), 1)));
    pages.extend([list, hint]);
    for model in &mut pages {
        for (width, height) in [(0, 0), (1, 1), (20, 3), (60, 10), (60, 24), (200, 100)] {
            for scroll in [0, 5, usize::MAX / 2] {
                model.scroll = scroll;
                for screen in [Language::English, Language::Korean]
                    .map(|language| Screen::plain(language, 80))
                {
                    let visible = visible(model, &screen, width, height);
                    assert!(visible.lines.len() <= height);
                    assert!(visible.lines.iter().all(|line| line.width() <= width));
                }
            }
        }
    }
}

/// A message of the greatest length, in a terminal of the usual size: nothing of it is below the fold.
#[test]
fn all_of_a_failure_is_seen_at_once() {
    for language in [Language::English, Language::Korean] {
        let mut model = watching(State::Wrong);
        let mut report = report(State::Wrong);
        let line = "x".repeat(76);
        let message = [line.as_str(); 15].join("\n");
        report.properties[0].message = Some(contract::Text::new(message.clone(), message));
        model.checked(vec![report]);
        let visible = visible(&model, &Screen::plain(language, 80), 80, 24);
        let lines: Vec<String> = visible.lines.iter().map(crate::line::Line::plain_text).collect();
        assert_eq!(lines.iter().filter(|shown| shown.trim() == line).count(), 15);
        assert!(lines.iter().any(|line| line.contains("agrees_with_the_formula")), "{lines:#?}");
    }
}

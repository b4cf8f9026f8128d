//! The screens of single commands.

use std::path::PathBuf;

use backprop_suite::data::planar_flower;
use contract::{Language, Text};
use insta::assert_snapshot;
use ndarray::Array2;

use super::{STATES, exercise, in_both, report, reports};
use crate::error::Error;
use crate::finish::{Finish, Portrait, page, refusal_words};
use crate::line::Colours;
use crate::screen::Screen;
use crate::status::{checked, hint, overview};
use crate::{arguments, help};
use course::{Course, Unknown};

fn fitted(text: &Text) -> String {
    in_both(60, |screen| screen.fit(text.speak(screen.language), 0))
}

#[test]
fn the_overview() {
    let (some, all) = (reports(false), reports(true));
    assert_snapshot!(in_both(60, |screen| overview(screen, Course::whole().exercises(), &some)));
    assert_snapshot!(
        "the_overview_of_all_solved",
        in_both(60, |screen| { overview(screen, Course::whole().exercises(), &all).split_off(44) })
    );
}

#[test]
fn the_overview_on_narrow_and_wide_screens() {
    let some = reports(false);
    let text = [20, 200]
        .map(|width| in_both(width, |screen| overview(screen, Course::whole().exercises(), &some)));
    assert_snapshot!(text.join("\n"));
}

#[test]
fn a_checked_exercise_in_every_state() {
    let text = STATES.map(|state| in_both(60, |screen| checked(screen, &report(state))));
    assert_snapshot!(text.join("\n"));
}

#[test]
fn every_screen_stands_every_width() {
    for width in [0, 1, 20, 60, 200] {
        for screen in
            [Language::English, Language::Korean].map(|language| Screen::plain(language, width))
        {
            let mut lines = overview(&screen, Course::whole().exercises(), &reports(false));
            lines.extend(STATES.into_iter().flat_map(|state| checked(&screen, &report(state))));
            lines.extend(page(&screen, &finished()));
            let text: String = lines.iter().map(|line| line.render(Colours::None)).collect();
            assert!(!text.contains('\u{1b}'), "an escape code where there are no colours");
        }
    }
}

#[test]
fn the_hints() {
    let hints = |name: &str| {
        let exercise = exercise(name);
        let steps = [0, 1, 2].map(|step| {
            let hints = help::hints(exercise, step);
            in_both(60, |screen| hint(screen, name, step, &hints))
        });
        steps.join("\n")
    };
    assert_snapshot!(hints("slopes"));
}

#[test]
fn a_reset_and_a_refused_solution() {
    let relu = exercise("relu");
    let backup = PathBuf::from("exercises/activations/src/relu.1.bak");
    let texts = [
        help::reset_words(relu, Some(backup)),
        help::reset_words(relu, None),
        help::refusal_words(relu, false),
    ];
    assert_snapshot!(texts.map(|text| fitted(&text)).join("\n"));
}

#[test]
fn what_is_said_of_a_wrong_call() {
    let nearest = vec!["sigmoid".to_string(), "sigmoid_prime".to_string()];
    let unknown = Error::Unknown(Unknown { name: "sigmoit".into(), nearest });
    let file = Error::file("a.rs".as_ref())(std::io::Error::other("no"));
    let mut text = [unknown, file].map(|error| fitted(&error.text())).concat();
    for language in [Language::English, Language::Korean] {
        let error = arguments::command(language).try_get_matches_from(["x", "chekc"]).unwrap_err();
        text += &arguments::refusal(&error, language);
    }
    assert_snapshot!(text);
}

#[test]
fn the_help() {
    let help = |language, command: &[&str]| {
        let command = [&["x"], command, &["--help"]].concat();
        arguments::command(language).try_get_matches_from(command).unwrap_err().to_string()
    };
    let mut text = String::new();
    for language in [Language::English, Language::Korean] {
        for command in [&[][..], &["check"], &["solution"], &["dev"]] {
            text += &help(language, command);
        }
    }
    assert_snapshot!(text);
}

/// A network that has learned the sign of the first input, and one that has learned nothing.
fn finished() -> Finish {
    let portrait =
        |outputs: Array2<f64>, kinds| Portrait { outputs, accuracy: 0.675, cost: 0.625, kinds };
    let learned = Array2::from_shape_fn((96, 96), |(_, column)| f64::from(u8::from(column > 47)));
    Finish {
        equal: portrait(Array2::from_elem((96, 96), f64::NAN), 1),
        random: portrait(learned, 8),
        data: planar_flower(),
    }
}

#[test]
fn the_page_of_thanks() {
    let left = fitted(&refusal_words(&["relu", "tanh"]));
    let pages = [20, 60].map(|width| in_both(width, |screen| page(screen, &finished())));
    assert_snapshot!(format!("{left}\n{}", pages.join("\n")));
}

#[test]
fn the_pictures_of_thanks_in_colours() {
    let first_row = |colours| {
        let screen = Screen::plain(Language::English, 60).with(colours);
        let lines = page(&screen, &finished());
        let pictures = lines.iter().filter(|line| line.plain_text().starts_with('▀'));
        pictures.map(|line| line.render(colours)).nth(7).unwrap()
    };
    let rows = [Colours::All, Colours::Palette].map(first_row);
    assert_snapshot!(rows.join("\n").replace('\u{1b}', "ESC").replace("▀", "▀\n"));
}

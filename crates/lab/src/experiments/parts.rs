//! Building blocks of figures and sentences.

use contract::{Text, say};

use crate::training::hidden::Hidden;
use plot::{Figure, GridCell, Ink, Mark, Panel, Plot};

/// A name that needs no translation, such as `tanh`.
pub(super) fn same(word: &str) -> Text {
    Text::new(word.to_string(), word.to_string())
}

/// The label of a mark that needs none.
pub(super) fn none() -> Text {
    same("")
}

/// A solid curve, for what was measured.
pub(super) fn line(label: Text, ink: Ink, points: Vec<(f64, f64)>) -> Mark {
    Mark::Line { label, ink, points, dashed: false }
}

/// A dashed curve, for what is expected.
pub(super) fn dashed(label: Text, ink: Ink, points: Vec<(f64, f64)>) -> Mark {
    Mark::Line { label, ink, points, dashed: true }
}

/// The curve of a function at the points `x`.
pub(super) fn curve(x: &[f64], f: impl Fn(f64) -> f64) -> Vec<(f64, f64)> {
    x.iter().map(|x| (*x, f(*x))).collect()
}

/// A value per step, at most `most` of them, from step 0 on.
pub(super) fn by_step(values: &[f64], most: usize) -> Vec<(f64, f64)> {
    let every = values.len().div_ceil(most).max(1);
    values.iter().enumerate().step_by(every).map(|(t, value)| (t as f64, *value)).collect()
}

/// A figure of plots, `columns` side by side.
pub(super) fn plots(columns: usize, plots: Vec<Plot>, note: Text) -> Figure {
    Figure { panels: plots.into_iter().map(Panel::Plot).collect(), columns, note: Some(note) }
}

/// A cell of a grid, on coloured ground if there is an ink.
pub(super) fn cell(text: Text, ink: Option<Ink>) -> GridCell {
    GridCell { text, ink }
}

/// The colour of an activation in all figures.
pub(super) fn ink(hidden: Hidden) -> Ink {
    match hidden {
        Hidden::SIGMOID => Ink::Blue,
        Hidden::TANH => Ink::Orange,
        Hidden::RELU => Ink::Green,
        Hidden::LEAKY | Hidden::Leaky { .. } => Ink::Purple,
        Hidden::TanhPlusOne => Ink::Sky,
        Hidden::Lesson(_) | Hidden::ReluWithSlopeAtZero(_) => Ink::Grey,
    }
}

/// A count with a comma every three digits.
pub(super) fn count(number: f64) -> String {
    let digits = format!("{number:.0}");
    let commas = |(i, digit): (usize, char)| {
        let is_start_of_group = i > 0 && (digits.len() - i).is_multiple_of(3);
        if is_start_of_group { format!(",{digit}") } else { digit.to_string() }
    };
    digits.chars().enumerate().map(commas).collect()
}

/// A count of steps in words, where at most `most` were allowed.
pub(super) fn steps(median: f64, most: usize) -> Text {
    if median.is_finite() {
        return same(&count(median));
    }
    let most = count(most as f64);
    say!("more than {most}", "{most} 초과")
}

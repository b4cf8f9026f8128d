//! A portrait as lines: half blocks in two colours, or letters where there are no colours.

use ndarray::Array2;

use crate::finish::{Portrait, reach};
use crate::line::{Line, Rgb, Style};
use backprop_suite::data::Data;

/// Where the network says 0, and where 1: two colours that colour-blind readers can tell apart.
const SAYS: [Rgb; 2] = [[132, 64, 8], [8, 64, 144]];
/// Where its output is no number.
const UNKNOWN: Rgb = [38, 38, 38];
/// How much of its colour a point has on the boundary, so that the boundary is seen.
const LEAST: f64 = 0.35;
/// The examples of either class.
const EXAMPLE: [Rgb; 2] = [[255, 176, 72], [122, 196, 255]];

/// The portrait, `columns` wide and half as many lines high, in half blocks: two square points to a
/// letter.
pub(super) fn coloured(portrait: &Portrait, data: &Data, columns: usize) -> Vec<Line> {
    let examples = examples(data, columns, columns);
    let colour = |row: usize, column: usize| match examples[(row, column)] {
        Some(class) => EXAMPLE[class],
        None => shade(output_at(portrait, (row, column), (columns, columns))),
    };
    let line = |row: usize| {
        (0..columns).fold(Line::default(), |line, column| {
            let style = Style::Halves(colour(2 * row, column), colour(2 * row + 1, column));
            line.and(style, "▀")
        })
    };
    (0..columns / 2).map(line).collect()
}

/// The portrait in letters: the class of the examples, and a dot where the network says 1.
pub(super) fn plain(portrait: &Portrait, data: &Data, columns: usize) -> Vec<Line> {
    let rows = columns / 2;
    let examples = examples(data, rows, columns);
    let letter = |row: usize, column: usize| match examples[(row, column)] {
        Some(0) => 'o',
        Some(_) => 'x',
        None if output_at(portrait, (row, column), (rows, columns)) > 0.5 => '.',
        None => ' ',
    };
    let line = |row: usize| (0..columns).map(|column| letter(row, column)).collect::<String>();
    (0..rows).map(|row| Line::plain(line(row))).collect()
}

/// The class of an example in each cell, if one lies there.
fn examples(data: &Data, rows: usize, columns: usize) -> Array2<Option<usize>> {
    let mut cells = Array2::from_elem((rows, columns), None);
    let reach = reach(data);
    for (x, y) in data.x.columns().into_iter().zip(&data.y) {
        let row = cell(-x[1] / reach, rows);
        let column = cell(x[0] / reach, columns);
        cells[(row, column)] = Some(usize::from(*y > 0.5));
    }
    cells
}

/// Which of `count` cells `place`, between -1 and 1, lies in.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn cell(place: f64, count: usize) -> usize {
    let cell = (place.midpoint(1.0) * count as f64).max(0.0) as usize;
    cell.min(count - 1)
}

fn output_at(portrait: &Portrait, (row, column): (usize, usize), of: (usize, usize)) -> f64 {
    let (rows, columns) = portrait.outputs.dim();
    portrait.outputs[((2 * row + 1) * rows / (2 * of.0), (2 * column + 1) * columns / (2 * of.1))]
}

/// The colour of an output between 0 and 1: the surer, the stronger.
fn shade(output: f64) -> Rgb {
    if output.is_nan() {
        return UNKNOWN;
    }
    let says = SAYS[usize::from(output > 0.5)];
    let sureness = (2.0 * output - 1.0).abs().min(1.0);
    let share = LEAST + (1.0 - LEAST) * sureness;
    std::array::from_fn(|i| mix(UNKNOWN[i], says[i], share))
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn mix(from: u8, to: u8, share: f64) -> u8 {
    (f64::from(from) + (f64::from(to) - f64::from(from)) * share).round() as u8
}

//! Figures as data, drawn as SVG, as PNG or as lines of text.
//!
//! [`draw`] lays a [`Figure`] out as a [`Drawing`], which is shapes with their places; [`svg()`] and
//! `png` write a drawing to bytes; [`text()`] draws a figure for a [`Console`]. Curves are labelled at
//! their ends, and the same figure always gives the same bytes.
//!
//! This crate knows no network, no lesson and no experiment.

mod axes;
mod console;
mod contour;
pub mod drawing;
pub mod figure;
mod font;
mod grid;
pub mod labels;
mod marks;
mod names;
pub mod paint;
mod panel;
#[cfg(feature = "png")]
mod png;
mod sheet;
mod svg;
#[cfg(test)]
mod tests;
mod text;
pub mod ticks;

pub use console::{Console, print};
pub use drawing::Drawing;
pub use figure::{Axis, Figure, Grid, GridCell, Ink, Mark, Panel, Plot, Scale, Ticks};
#[cfg(feature = "png")]
pub use png::png;
pub use svg::{escape, svg};
pub use text::text;
pub use ticks::significant;

use contract::{Language, Text};

use self::drawing::Area;
use self::paint::Paint;
use self::sheet::{MARGIN, SMALL, Sheet, TITLE, leading};

/// The room between panels.
const GAP: f64 = 20.0;
/// The room below the note.
const FOOT: f64 = 16.0;

/// The outline of a drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// As a slide: sixteen to nine, in as many columns as fill it best. Higher only if a table needs it.
    Wide,
    /// As a column of a printed page: as high as the panels want to be, in the figure's own number of columns.
    Portrait,
}

/// Lays out `figure` below `title`, with the words of `language`.
pub fn draw(figure: &Figure, title: &Text, language: Language, format: Format) -> Drawing {
    let (title, note) =
        (title.speak(language), figure.note.as_ref().map(|note| note.speak(language)));
    let mut sheet = Sheet::new(language, title, format);
    sheet.drawing.description = description(figure, language);
    let inner = sheet.drawing.width - 2.0 * MARGIN;
    let mut y = sheet.paragraph(title, (MARGIN, 22.0), inner, (TITLE, true, Paint::Strong)) + 12.0;
    let foot = note.map_or(0.0, |note| {
        14.0 + leading(SMALL) * font::wrap(note, inner, SMALL, false).len() as f64
    });
    let room = sheet.drawing.width * 9.0 / 16.0 - FOOT - foot - y;
    for (panels, height) in rows(&sheet, figure, format, (inner, room)) {
        let width = share(inner, panels.len());
        for (i, panel) in panels.iter().enumerate() {
            let left = MARGIN + i as f64 * (width + GAP);
            let area = Area { left, top: y, right: left + width, bottom: y + height };
            match panel {
                Panel::Plot(plot) => panel::draw(&mut sheet, plot, area),
                Panel::Grid(grid) => grid::draw(&mut sheet, grid, area),
            }
        }
        y += height + GAP;
    }
    y -= GAP - 14.0;
    if let Some(note) = note {
        y = sheet.paragraph(note, (MARGIN, y), inner, (SMALL, false, Paint::Quiet));
    }
    sheet.drawing.height = match format {
        Format::Wide => (y + FOOT).max(sheet.drawing.width * 9.0 / 16.0),
        Format::Portrait => y + FOOT,
    };
    sheet.drawing
}

/// How wide each of `panels` side by side is.
fn share(width: f64, panels: usize) -> f64 {
    (width - (panels.max(1) - 1) as f64 * GAP) / panels.max(1) as f64
}

/// How high `panel` wants to be at this width.
fn height(sheet: &Sheet, panel: &Panel, width: f64) -> f64 {
    match panel {
        Panel::Plot(plot) => panel::height(sheet, plot, width),
        Panel::Grid(grid) => grid::height(sheet, grid, width),
    }
}

/// The panels row by row, each row with its height. In a wide drawing the rows fill `room`, and no row has more than
/// one panel less than another, so that no place stays empty.
fn rows<'f>(
    sheet: &Sheet,
    figure: &'f Figure,
    format: Format,
    (width, room): (f64, f64),
) -> Vec<(&'f [Panel], f64)> {
    let panels = &figure.panels;
    let wanted = |row: &[Panel]| {
        let width = share(width, row.len());
        row.iter().map(|panel| height(sheet, panel, width)).fold(0.0, f64::max)
    };
    if format == Format::Portrait || panels.is_empty() {
        return panels.chunks(figure.columns.max(1)).map(|row| (row, wanted(row))).collect();
    }
    let split = |rows: usize| {
        let (mut rest, mut split) = (&panels[..], Vec::new());
        for left in (1..=rows).rev() {
            let (row, after) = rest.split_at(rest.len().div_ceil(left));
            split.push(row);
            rest = after;
        }
        split
    };
    let room_of_rows = |rows: usize| room - (rows - 1) as f64 * GAP;
    // What a number of rows makes of the room: the scale at which all panels would fit as they want to be.
    let scale = |rows: &usize| {
        let all: f64 = split(*rows).into_iter().map(wanted).sum();
        (all / room_of_rows(*rows)).ln().abs()
    };
    let best = (1..=panels.len()).min_by(|a, b| scale(a).total_cmp(&scale(b))).unwrap_or(1);
    let rows = split(best);
    let least: Vec<f64> = rows
        .iter()
        .map(|row| {
            let width = share(width, row.len());
            row.iter().map(|panel| least_height(sheet, panel, width)).fold(0.0, f64::max)
        })
        .collect();
    // Tables are as high as they are; what is left is shared by the others.
    let spare = (room_of_rows(best) - least.iter().sum::<f64>()).max(0.0);
    let grows = |row: &[Panel]| row.iter().any(|panel| matches!(panel, Panel::Plot(_)));
    let growing = rows.iter().filter(|row| grows(row)).count().max(1) as f64;
    let with_share = |(row, least): (&'f [Panel], f64)| {
        (row, if grows(row) { least + spare / growing } else { least })
    };
    rows.into_iter().zip(least).map(with_share).collect()
}

/// How high `panel` must be at this width to be read.
fn least_height(sheet: &Sheet, panel: &Panel, width: f64) -> f64 {
    match panel {
        Panel::Plot(plot) => panel::least_height(sheet, plot, width),
        Panel::Grid(grid) => grid::height(sheet, grid, width),
    }
}

/// What the figure shows, in words: the axes and the names of what is drawn between them.
fn description(figure: &Figure, language: Language) -> String {
    let mut sentences = Vec::new();
    for panel in &figure.panels {
        let (title, axes, names) = match panel {
            Panel::Plot(plot) => {
                let axes =
                    format!("{} / {}", plot.y.label.speak(language), plot.x.label.speak(language));
                let names: Vec<&str> =
                    plot.marks.iter().filter_map(|m| name(m, language)).collect();
                (&plot.title, axes, names)
            }
            Panel::Grid(grid) => {
                let axes =
                    format!("{} / {}", grid.down.speak(language), grid.across.speak(language));
                let names = grid.columns.iter().map(|name| name.speak(language)).collect();
                (&grid.title, axes, names)
            }
        };
        let title = title.as_ref().map_or(String::new(), |title| title.speak(language).to_string());
        let parts = [title, axes, names.join(", ")];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        sentences.push(parts.join(": "));
    }
    sentences.extend(figure.note.as_ref().map(|note| note.speak(language).to_string()));
    sentences.join(". ")
}

/// The label of a mark, if it has one.
fn name(mark: &Mark, language: Language) -> Option<&str> {
    let text = match mark {
        Mark::Line { label, .. } | Mark::Dots { label, .. } | Mark::Bars { label, .. } => label,
        Mark::At { text, .. } | Mark::Level { text, .. } | Mark::Words { text, .. } => text,
        Mark::Band { .. } | Mark::Field { .. } => return None,
    };
    Some(text.speak(language)).filter(|name| !name.is_empty())
}

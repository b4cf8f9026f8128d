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
use self::sheet::{MARGIN, SMALL, Sheet, TITLE, WIDTH};

/// The room between panels.
const GAP: f64 = 26.0;

/// Lays out `figure` below `title`, with the words of `language`.
pub fn draw(figure: &Figure, title: &Text, language: Language) -> Drawing {
    let mut sheet = Sheet::new(language, title.speak(language));
    sheet.drawing.description = description(figure, language);
    let inner = WIDTH - 2.0 * MARGIN;
    let title = title.speak(language);
    let mut y = sheet.paragraph(title, (MARGIN, 22.0), inner, (TITLE, true, Paint::Strong)) + 12.0;
    let columns = figure.columns.max(1);
    let width = (inner - (columns - 1) as f64 * GAP) / columns as f64;
    for row in figure.panels.chunks(columns) {
        let heights = row.iter().map(|panel| match panel {
            Panel::Plot(plot) => panel::height(&sheet, plot, width),
            Panel::Grid(grid) => grid::height(&sheet, grid, width),
        });
        let height = heights.fold(0.0, f64::max);
        for (i, panel) in row.iter().enumerate() {
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
    if let Some(note) = &figure.note {
        let note = note.speak(language);
        y = sheet.paragraph(note, (MARGIN, y), inner, (SMALL, false, Paint::Quiet));
    }
    sheet.drawing.height = y + 16.0;
    sheet.drawing
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

//! A panel with two axes: what stands where.

use contract::Text;

use super::axes::{Axes, AxisSpan, Ends, ends};
use super::drawing::{Anchor, Area, Path, Shape, Words};
use super::font;
use super::marks;
use super::names;
use super::paint::Paint;
use super::sheet::{LABEL, SMALL, Sheet, leading};
use super::ticks::{self, Tick};
use crate::figure::{Axis, Ink, Mark, Plot, Ticks};

/// The height of what stands below the axis: ticks and the name of the axis.
const BELOW: f64 = 44.0;

/// How high `plot` wants to be at this width.
pub(crate) fn height(sheet: &Sheet, plot: &Plot, width: f64) -> f64 {
    let inner = if plot.square {
        let Ends { x, y } = ranges(plot);
        (width - left_margin(plot, 300.0)) * ((y.1 - y.0) / (x.1 - x.0)).clamp(0.2, 2.0)
    } else {
        (width * if width > 500.0 { 0.48 } else { 0.62 }).max(150.0)
    };
    above(sheet, plot, width) + inner + BELOW
}

/// How high `plot` must be at this width, so that its curves can still be told apart.
pub(crate) fn least_height(sheet: &Sheet, plot: &Plot, width: f64) -> f64 {
    above(sheet, plot, width) + 90.0 + BELOW
}

/// Draws `plot` in `area`.
pub(crate) fn draw(sheet: &mut Sheet, plot: &Plot, area: Area) {
    let top = heading(sheet, plot, area);
    let axes = axes(sheet, plot, Area { top, ..area });
    grid(sheet, plot, &axes);
    let room = marks::draw(sheet, plot, &axes);
    names::label(sheet, plot, &axes, area.right, room);
}

/// The height of what stands above the plot itself.
fn above(sheet: &Sheet, plot: &Plot, width: f64) -> f64 {
    let title = plot
        .title
        .as_ref()
        .map_or(0, |title| font::wrap(sheet.speak(title), width, LABEL, true).len());
    let rows = key_rows(sheet, plot, width).len();
    let name = f64::from(u8::from(!sheet.speak(&plot.y.label).is_empty()));
    title as f64 * leading(LABEL) + rows as f64 * leading(LABEL) + name * leading(SMALL) + 10.0
}

/// Writes title, key and the name of the vertical axis; returns where the plot begins.
fn heading(sheet: &mut Sheet, plot: &Plot, area: Area) -> f64 {
    let at = |y: f64| (area.left, y);
    let mut y = area.top;
    if let Some(title) = &plot.title {
        let title = sheet.speak(title).to_string();
        y = sheet.paragraph(&title, at(y), area.width(), (LABEL, true, Paint::Strong));
    }
    for row in key_rows(sheet, plot, area.width()) {
        let mut x = area.left;
        for (ink, name, width) in row {
            let disc = (x + 5.0, y + LABEL * 0.65);
            let paint = Paint::Series(ink);
            sheet.drawing.shapes.push(Shape::Disc { at: disc, radius: 4.5, paint });
            let words = Words::new((x + 14.0, y + LABEL), LABEL, Paint::Named(ink), name);
            sheet.drawing.words(words);
            x += width;
        }
        y += leading(LABEL);
    }
    let name = sheet.speak(&plot.y.label).to_string();
    if !name.is_empty() {
        y = sheet.paragraph(&name, at(y), f64::INFINITY, (SMALL, false, Paint::Quiet));
    }
    y + 10.0
}

type KeyEntry = (Ink, String, f64);

/// The names of dots and bars, which have no end to be labelled at, in rows.
fn key_rows(sheet: &Sheet, plot: &Plot, width: f64) -> Vec<Vec<KeyEntry>> {
    let mut rows: Vec<Vec<KeyEntry>> = Vec::new();
    for mark in &plot.marks {
        let (Mark::Dots { label, ink, .. } | Mark::Bars { label, ink, .. }) = mark else {
            continue;
        };
        let name = sheet.speak(label);
        if name.is_empty() {
            continue;
        }
        let key = (*ink, name.to_string(), 32.0 + font::width(name, LABEL, false));
        let used = |row: &Vec<KeyEntry>| row.iter().map(|key| key.2).sum::<f64>();
        match rows.last_mut() {
            Some(row) if used(row) + key.2 <= width + 18.0 => row.push(key),
            _ => rows.push(vec![key]),
        }
    }
    rows
}

/// The ends of both axes, rounded where the plot leaves them open.
pub(crate) fn ranges(plot: &Plot) -> Ends {
    let Ends { x, y } = ends(plot);
    let is_map = plot.square || plot.marks.iter().any(|mark| matches!(mark, Mark::Field { .. }));
    let has_lines = plot.marks.iter().any(|m| matches!(m, Mark::Line { .. } | Mark::Band { .. }));
    let open_x = if is_map || has_lines { x } else { ticks::rounded(plot.x.scale, x, 6) };
    let open_y = if is_map { y } else { ticks::rounded(plot.y.scale, y, 6) };
    Ends { x: plot.x.range.unwrap_or(open_x), y: plot.y.range.unwrap_or(open_y) }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // A handful of ticks.
fn y_ticks(plot: &Plot, height: f64) -> Vec<(f64, Text)> {
    let most = (height / 44.0).clamp(2.0, 8.0) as usize;
    labelled(&plot.y, ranges(plot).y, most)
}

/// The ticks of an axis in sight.
pub(crate) fn labelled(axis: &Axis, range: (f64, f64), most: usize) -> Vec<(f64, Text)> {
    let all = match &axis.ticks {
        Ticks::At(ticks) => ticks.clone(),
        Ticks::Round => {
            let text = |Tick { value, words }| (value, Text::new(words.clone(), words));
            ticks::ticks(axis.scale, range, most).into_iter().map(text).collect()
        }
    };
    all.into_iter().filter(|(value, _)| (range.0..=range.1).contains(value)).collect()
}

fn left_margin(plot: &Plot, height: f64) -> f64 {
    let width = |(_, words): &(f64, Text)| {
        font::width(&words.en, SMALL, false).max(font::width(&words.ko, SMALL, false))
    };
    y_ticks(plot, height).iter().map(width).fold(0.0, f64::max) + 8.0
}

/// Where the axes are, between the words around them.
fn axes(sheet: &Sheet, plot: &Plot, area: Area) -> Axes {
    let Ends { x, y } = ranges(plot);
    let left = area.left + left_margin(plot, area.height() - BELOW);
    let right = area.right - names::right_margin(sheet, plot, area.width());
    let mut inner = Area { left, right, bottom: area.bottom - BELOW, ..area };
    if plot.square {
        let unit = (inner.width() / (x.1 - x.0)).min(inner.height() / (y.1 - y.0));
        inner.right = inner.left + unit * (x.1 - x.0);
        inner.bottom = inner.top + unit * (y.1 - y.0);
    }
    let Area { left, top, right, bottom } = inner;
    Axes {
        area: inner,
        x: AxisSpan { scale: plot.x.scale, from: x.0, to: x.1, start: left, end: right },
        y: AxisSpan { scale: plot.y.scale, from: y.0, to: y.1, start: bottom, end: top },
    }
}

/// The horizontal grid, the axis below, and the ticks of both.
fn grid(sheet: &mut Sheet, plot: &Plot, axes: &Axes) {
    let Area { left, right, bottom, .. } = axes.area;
    for (value, words) in y_ticks(plot, axes.area.height()) {
        let y = axes.y.at(value);
        let words = sheet.speak(&words).to_string();
        sheet.drawing.path(Path::line(vec![(left, y), (right, y)], Paint::Rule, 1.0));
        let at = (left - 7.0, y + SMALL * 0.35);
        let words = Words::new(at, SMALL, Paint::Quiet, words).anchored(Anchor::End);
        sheet.drawing.words(words);
    }
    sheet.drawing.path(Path::line(vec![(left, bottom), (right, bottom)], Paint::Base, 1.0));
    x_ticks(sheet, plot, axes);
    let name = sheet.speak(&plot.x.label).to_string();
    let at = (f64::midpoint(left, right), bottom + 38.0);
    let name = Words::new(at, SMALL, Paint::Quiet, name).anchored(Anchor::Middle);
    sheet.drawing.words(name);
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // A handful of ticks.
fn x_ticks(sheet: &mut Sheet, plot: &Plot, axes: &Axes) {
    let most = (axes.area.width() / 44.0).clamp(2.0, 10.0) as usize;
    let ticks = labelled(&plot.x, (axes.x.from, axes.x.to), most);
    let slot = axes.area.width() / ticks.len().max(1) as f64;
    let bottom = axes.area.bottom;
    for (value, words) in ticks {
        let x = axes.x.at(value);
        let line = vec![(x, bottom), (x, bottom + 4.0)];
        sheet.drawing.path(Path::line(line, Paint::Base, 1.0));
        let words = sheet.speak(&words).to_string();
        let lines = match plot.x.ticks {
            Ticks::At(_) => font::wrap(&words, slot - 4.0, SMALL, false),
            Ticks::Round => vec![words],
        };
        for (i, line) in lines.into_iter().enumerate() {
            let y = bottom + 18.0 + i as f64 * (SMALL + 1.0);
            let words = Words::new((x, y), SMALL, Paint::Quiet, line).anchored(Anchor::Middle);
            sheet.drawing.words(words);
        }
    }
}

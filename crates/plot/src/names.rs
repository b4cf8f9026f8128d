//! The words beside the marks of a plot: curves are named at their ends.

use contract::Text;

use super::axes::Axes;
use super::drawing::{Anchor, Area, Path, Point, Words};
use super::font;
use super::labels::{Room, spread};
use super::paint::Paint;
use super::sheet::{LABEL, SMALL, Sheet, area_of, leading};
use crate::figure::{Ink, Mark, Plot};

/// The lines of the label of a curve, and its colour.
type EndLabel = (Vec<String>, Ink);

fn end_labels(sheet: &Sheet, plot: &Plot, width: f64) -> Vec<Option<EndLabel>> {
    let of_mark = |mark: &Mark| match mark {
        Mark::Line { label, ink, .. } => {
            let words = sheet.speak(label);
            let size = end_size(width);
            let limit = (width * 0.3).min(200.0);
            (!words.is_empty()).then(|| (font::wrap(words, limit, size, false), *ink))
        }
        _ => None,
    };
    plot.marks.iter().map(of_mark).collect()
}

fn end_size(width: f64) -> f64 {
    if width < 380.0 { SMALL } else { LABEL }
}

/// The room right of the axes: for the labels at the ends of curves.
pub(crate) fn right_margin(sheet: &Sheet, plot: &Plot, width: f64) -> f64 {
    let labels = end_labels(sheet, plot, width);
    let lines = labels.iter().flatten().flat_map(|(lines, _)| lines);
    let size = end_size(width);
    let widest = lines.map(|line| font::width(line, size, false)).fold(0.0, f64::max);
    if widest > 0.0 { widest + 20.0 } else { 10.0 }
}

/// Writes the words beside the marks of `plot`.
pub(crate) fn label(sheet: &mut Sheet, plot: &Plot, axes: &Axes, right: f64, mut room: Room) {
    label_ends(sheet, plot, axes, right);
    for mark in &plot.marks {
        match mark {
            Mark::At { x, text } => beside_rule(sheet, axes, text, axes.x.at(*x), &mut room),
            Mark::Level { y, text } => above_rule(sheet, axes, text, axes.y.at(*y), &mut room),
            Mark::Words { at, text, ink } => {
                beside_point(sheet, axes, (*at, text, *ink), &mut room);
            }
            _ => {}
        }
    }
}

/// The last place of a curve in sight.
fn end_of(axes: &Axes, points: &[Point]) -> Option<Point> {
    axes.visible(points).last().and_then(|line| line.last()).copied()
}

fn label_ends(sheet: &mut Sheet, plot: &Plot, axes: &Axes, right: f64) {
    let left = axes.area.right + 14.0;
    let size = end_size(right - axes.area.left);
    let mut labels: Vec<(Point, EndLabel)> = Vec::new();
    for (mark, label) in plot.marks.iter().zip(end_labels(sheet, plot, right - axes.area.left)) {
        let Mark::Line { points, .. } = mark else { continue };
        labels.extend(end_of(axes, points).zip(label));
    }
    let height = |lines: &[String]| lines.len() as f64 * leading(size);
    let wanted: Vec<_> = labels.iter().map(|(end, (lines, _))| (end.1, height(lines))).collect();
    let Area { top, bottom, .. } = axes.area;
    let middles = spread(&wanted, top - 10.0, bottom + 12.0);
    for (((x, y), (lines, ink)), middle) in labels.into_iter().zip(middles) {
        if (middle - y).abs() > 5.0 || axes.area.right - x > 4.0 {
            let leader = vec![(x + 2.0, y), (axes.area.right + 3.0, y), (left - 3.0, middle)];
            sheet.drawing.path(Path::line(leader, Paint::Series(ink), 0.8));
        }
        let mut baseline = middle - height(&lines) / 2.0 + size * 1.02;
        for line in lines {
            sheet.drawing.words(Words::new((left, baseline), size, Paint::Named(ink), line));
            baseline += leading(size);
        }
    }
}

/// Puts `text` at the best of the places, each a baseline with its anchor.
fn put(sheet: &mut Sheet, text: &Text, paint: Paint, places: &[(Point, Anchor)], room: &mut Room) {
    let text = sheet.speak(text).to_string();
    let words = |(at, anchor): &(Point, Anchor)| {
        Words::new(*at, SMALL, paint, text.clone()).anchored(*anchor)
    };
    let candidates: Vec<Words> = places.iter().map(words).collect();
    let areas: Vec<Area> = candidates.iter().map(area_of).collect();
    let best = room.place(&areas);
    let chosen = candidates.into_iter().zip(areas).find(|(_, area)| Some(*area) == best);
    if let Some((words, _)) = chosen {
        sheet.drawing.words(words.halo());
    }
}

fn beside_rule(sheet: &mut Sheet, axes: &Axes, text: &Text, x: f64, room: &mut Room) {
    let Area { left, top, right, bottom } = axes.area;
    if !(left..=right).contains(&x) || sheet.speak(text).is_empty() {
        return;
    }
    let rows: Vec<f64> = (0..100)
        .map(|row| top + SMALL + f64::from(row) * leading(SMALL))
        .take_while(|y| *y < bottom - 4.0)
        .collect();
    let right_side = |y: &f64| ((x + 6.0, *y), Anchor::Start);
    let left_side = |y: &f64| ((x - 6.0, *y), Anchor::End);
    let places: Vec<_> = rows.iter().flat_map(|y| [right_side(y), left_side(y)]).collect();
    put(sheet, text, Paint::Quiet, &places, room);
}

fn above_rule(sheet: &mut Sheet, axes: &Axes, text: &Text, y: f64, room: &mut Room) {
    let Area { left, top, right, bottom } = axes.area;
    if !(top..=bottom).contains(&y) || sheet.speak(text).is_empty() {
        return;
    }
    let (above, below) = (y - 5.0, y + SMALL + 2.0);
    let mut places = Vec::new();
    for part in [1.0, 0.75, 0.5, 0.25, 0.0] {
        let x = left + 4.0 + (right - left - 8.0) * part;
        let anchor = match part {
            0.0 => Anchor::Start,
            1.0 => Anchor::End,
            _ => Anchor::Middle,
        };
        places.extend([((x, above), anchor), ((x, below), anchor)]);
    }
    put(sheet, text, Paint::Quiet, &places, room);
}

fn beside_point(
    sheet: &mut Sheet,
    axes: &Axes,
    (at, text, ink): (Point, &Text, Ink),
    room: &mut Room,
) {
    let Some((x, y)) = axes.at(at).filter(|place| axes.area.holds(*place)) else { return };
    let middle = y + SMALL * 0.35;
    let mut places = vec![((x + 9.0, middle), Anchor::Start), ((x - 9.0, middle), Anchor::End)];
    for far in [9.0, 24.0, 40.0] {
        for shift in [-far, far + SMALL * 0.7] {
            places.extend([
                ((x, y + shift), Anchor::Middle),
                ((x + 7.0, y + shift), Anchor::Start),
                ((x - 7.0, y + shift), Anchor::End),
            ]);
        }
    }
    put(sheet, text, Paint::Named(ink), &places, room);
}

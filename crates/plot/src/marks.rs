//! The marks of a plot.

use super::axes::{Axes, simplified};
use super::contour::contour;
use super::drawing::{Anchor, Area, Path, Point, Shape, Words};
use super::font;
use super::labels::Room;
use super::paint::Paint;
use super::sheet::{SMALL, Sheet, area_of};
use super::ticks::significant;
use crate::figure::{Ink, Mark, Plot, Scale};

/// Draws the marks of `plot`; returns the room that they leave for words.
pub(crate) fn draw(sheet: &mut Sheet, plot: &Plot, axes: &Axes) -> Room {
    let mut room = Room { bounds: axes.area, taken: Vec::new(), busy: Vec::new() };
    for mark in &plot.marks {
        match mark {
            Mark::Line { ink, points, dashed, .. } => {
                let lines = axes.visible(points);
                for line in &lines {
                    room.keep_clear(line);
                }
                let stroke = Some((Paint::Series(*ink), 2.4));
                sheet.drawing.path(Path { lines, fill: None, stroke, dashed: *dashed });
            }
            Mark::Dots { ink, points, .. } => dots(sheet, axes, *ink, points, &mut room),
            Mark::Band { ink, points } => band(sheet, axes, *ink, points),
            Mark::Bars { ink, bars, width, .. } => {
                bars_on(sheet, axes, *ink, bars, *width, &mut room);
            }
            Mark::Field { x, y, rows } => field(sheet, axes, (*x, *y), rows),
            Mark::At { x, .. } => {
                let Area { top, bottom, .. } = axes.area;
                let x = axes.x.at(*x);
                rule(sheet, axes, vec![(x, top), (x, bottom)], &mut room);
            }
            Mark::Level { y, .. } => {
                let Area { left, right, .. } = axes.area;
                let y = axes.y.at(*y);
                rule(sheet, axes, vec![(left, y), (right, y)], &mut room);
            }
            Mark::Words { .. } => {}
        }
    }
    room
}

/// A dashed line at a value, if it is in sight.
fn rule(sheet: &mut Sheet, axes: &Axes, line: Vec<Point>, room: &mut Room) {
    if line.iter().all(|point| axes.area.holds(*point)) {
        room.keep_clear(&line);
        let path = Path::line(line, Paint::Base, 1.2);
        sheet.drawing.path(Path { dashed: true, ..path });
    }
}

fn dots(sheet: &mut Sheet, axes: &Axes, ink: Ink, points: &[Point], room: &mut Room) {
    let radius = if points.len() > 60 { 2.8 } else { 4.2 };
    for at in points.iter().filter_map(|point| axes.at(*point)) {
        if axes.area.holds(at) {
            sheet.drawing.shapes.push(Shape::Disc { at, radius, paint: Paint::Series(ink) });
            room.busy.push(at);
        }
    }
}

fn band(sheet: &mut Sheet, axes: &Axes, ink: Ink, points: &[(f64, f64, f64)]) {
    let Area { top, bottom, .. } = axes.area;
    let edge = |(x, y): Point| axes.at((x, y)).map(|(x, y)| (x, y.clamp(top, bottom)));
    let whole = |(x, low, high): &(f64, f64, f64)| Some((edge((*x, *low))?, edge((*x, *high))?));
    let edges: Vec<(Point, Point)> = points.iter().filter_map(whole).collect();
    if edges.len() > 1 {
        let low: Vec<Point> = edges.iter().map(|(low, _)| *low).collect();
        let high: Vec<Point> = edges.iter().rev().map(|(_, high)| *high).collect();
        let outline = [simplified(&low), simplified(&high)].concat();
        sheet.drawing.path(Path::areas(vec![outline], Paint::Series(ink), 0.18));
    }
}

fn bars_on(sheet: &mut Sheet, axes: &Axes, ink: Ink, bars: &[Point], width: f64, room: &mut Room) {
    let Area { top, bottom, .. } = axes.area;
    let base = match axes.y.scale {
        Scale::Linear => axes.y.at(0.0).clamp(top, bottom),
        Scale::Log => bottom,
    };
    for (x, value) in bars.iter().filter(|(_, value)| value.is_finite()) {
        let (left, right) = (axes.x.at(x - width / 2.0), axes.x.at(x + width / 2.0));
        let end = axes.y.at(*value);
        let end = if end.is_finite() { end.clamp(top, bottom) } else { base };
        let bar = Area { left, right, top: end.min(base), bottom: end.max(base) };
        sheet.drawing.path(Path::areas(vec![bar.corners()], Paint::Series(ink), 1.0));
        room.taken.push(bar);
        let words = significant(*value);
        if bars.len() <= 12 && font::width(&words, SMALL, false) < (right - left) * 1.7 {
            let y = if *value < 0.0 { end + SMALL } else { end - 4.0 };
            let at = (f64::midpoint(left, right), y);
            let words = Words::new(at, SMALL, Paint::Named(ink), words).anchored(Anchor::Middle);
            room.taken.push(area_of(&words));
            sheet.drawing.words(words.halo());
        }
    }
}

/// A map of the plane in six steps, with a line at a half.
fn field(sheet: &mut Sheet, axes: &Axes, ends: (Point, Point), rows: &[Vec<f64>]) {
    let (x, y) = ends;
    let columns = rows.first().map_or(0, Vec::len);
    let along = |(from, to): (f64, f64), k: f64, count: usize| {
        from + (to - from) * k / count.saturating_sub(1).max(1) as f64
    };
    let place = |(i, j): &Point| {
        let value = (along(x, *i, columns), along(y, *j, rows.len()));
        let (x, y) = (axes.x.at(value.0), axes.y.at(value.1));
        let Area { left, top, right, bottom } = axes.area;
        (x.clamp(left, right), y.clamp(top, bottom))
    };
    let places = |lines: &[Vec<Point>]| -> Vec<Vec<Point>> {
        lines.iter().map(|line| line.iter().map(place).collect()).collect()
    };
    let (left, bottom) = place(&(0.0, 0.0));
    let (right, top) =
        place(&(columns.saturating_sub(1) as f64, rows.len().saturating_sub(1) as f64));
    let all = Area { left, top, right, bottom };
    sheet.drawing.path(Path::areas(vec![all.corners()], Paint::Step(0), 1.0));
    for (step, level) in (1..).zip([0.1, 0.3, 0.5, 0.7, 0.9]) {
        let map = contour(rows, level);
        if !map.loops.is_empty() {
            sheet.drawing.path(Path::areas(places(&map.loops), Paint::Step(step), 1.0));
        }
    }
    let stroke = Some((Paint::Strong, 1.4));
    let lines = places(&contour(rows, 0.5).inner_lines());
    if !lines.is_empty() {
        sheet.drawing.path(Path { lines, fill: None, stroke, dashed: false });
    }
}

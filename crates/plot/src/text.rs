//! A figure in a terminal: braille in colour, plain characters without.

use contract::Text;
use textwrap::core::display_width;

use super::axes::{Axes, AxisSpan, Ends};
use super::drawing::{Area, Point};
use super::panel::{labelled, ranges};
use super::ticks::{plain, ticks};
use crate::console::Console;
use crate::figure::{Figure, Grid, Ink, Mark, Panel, Plot};

/// The lines of a plot.
const ROWS: usize = 12;
/// What series are drawn with where there is no colour.
const SIGNS: [char; 8] = ['*', '+', 'o', 'x', '#', '@', '%', '='];

/// `figure` as lines that fit `console`.
pub fn text(figure: &Figure, console: &Console) -> String {
    let mut out = String::new();
    for panel in &figure.panels {
        let (title, body) = match panel {
            Panel::Plot(plot) if has_bars(plot) => (&plot.title, bars(plot, console)),
            Panel::Plot(plot) => (&plot.title, curves(plot, console)),
            Panel::Grid(grid) => (&grid.title, cells(grid, console)),
        };
        out.push('\n');
        if let Some(title) = title {
            out += &console.bold(&console.fit(title.speak(console.language)));
        }
        out += &body;
    }
    if let Some(note) = &figure.note {
        out.push('\n');
        out += &console.fit(note.speak(console.language));
    }
    out
}

fn has_bars(plot: &Plot) -> bool {
    plot.marks.iter().any(|mark| matches!(mark, Mark::Bars { .. }))
}

/// Dots in cells: eight a cell in braille, one without colour.
struct Canvas {
    columns: usize,
    fine: bool,
    cells: Vec<(u32, char, Option<Ink>)>,
}

impl Canvas {
    fn new(columns: usize, fine: bool) -> Self {
        Self { columns, fine, cells: vec![(0, ' ', None); columns * ROWS] }
    }

    /// The area of its dots.
    fn area(&self) -> Area {
        let (across, down) = if self.fine { (2, 4) } else { (1, 1) };
        let (right, bottom) = (self.columns * across - 1, ROWS * down - 1);
        Area { left: 0.0, top: 0.0, right: right as f64, bottom: bottom as f64 }
    }

    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Rounded and in sight.
    fn dot(&mut self, (x, y): Point, sign: char, ink: Ink) {
        if !self.area().holds((x, y)) {
            return;
        }
        let (x, y) = (x.round() as usize, y.round() as usize);
        let (across, down) = if self.fine { (2, 4) } else { (1, 1) };
        let cell = &mut self.cells[y / down * self.columns + x / across];
        let bits = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]];
        *cell = (cell.0 | bits[y % down][x % across], sign, Some(ink));
    }

    fn line(&mut self, line: &[Point], sign: char, ink: Ink) {
        for pair in line.windows(2) {
            let (dx, dy) = (pair[1].0 - pair[0].0, pair[1].1 - pair[0].1);
            let steps = dx.abs().max(dy.abs()).ceil().max(1.0);
            let mut step = 0.0;
            while step <= steps {
                let part = step / steps;
                self.dot((pair[0].0 + part * dx, pair[0].1 + part * dy), sign, ink);
                step += 1.0;
            }
        }
    }

    fn rows(&self, console: &Console) -> Vec<String> {
        let text = |(bits, sign, ink): &(u32, char, Option<Ink>)| match ink {
            None => " ".to_string(),
            Some(ink) if self.fine && *bits > 0 => {
                let braille = char::from_u32(0x2800 + bits).unwrap_or(*sign);
                console.paint(*ink, &braille.to_string())
            }
            Some(ink) => console.paint(*ink, &sign.to_string()),
        };
        self.cells.chunks(self.columns).map(|row| row.iter().map(text).collect()).collect()
    }
}

fn curves(plot: &Plot, console: &Console) -> String {
    let Ends { x, y } = ranges(plot);
    let ticks = labelled(&plot.y, y, 4);
    let of = |text: &Text| text.speak(console.language).to_string();
    let margin = ticks.iter().map(|(_, words)| display_width(&of(words))).max().unwrap_or(0);
    let mut canvas = Canvas::new(console.columns - margin.min(20) - 2, console.coloured);
    let area = canvas.area();
    let axes = Axes {
        area,
        x: AxisSpan { scale: plot.x.scale, from: x.0, to: x.1, start: 0.0, end: area.right },
        y: AxisSpan { scale: plot.y.scale, from: y.0, to: y.1, start: area.bottom, end: 0.0 },
    };
    let key = draw_marks(plot, &axes, &mut canvas, console);
    let mut names = vec![String::new(); ROWS];
    for (value, words) in &ticks {
        names[row_of(&axes, *value)] = of(words);
    }
    let mut out = format!("{}\n", of(&plot.y.label));
    for (name, row) in names.iter().zip(canvas.rows(console)) {
        let blanks = " ".repeat(margin.saturating_sub(display_width(name)));
        out += format!("{blanks}{name} |{row}").trim_end();
        out.push('\n');
    }
    let (from, to) = (end_words(plot, x, true), end_words(plot, x, false));
    let between = (console.columns - margin - 2).saturating_sub(from.len() + to.len());
    let label = of(&plot.x.label);
    let label = format!("{label:^width$}", width = between.saturating_sub(label.len() / 3));
    out += format!("{} +{from}{label}{to}", " ".repeat(margin)).trim_end();
    out.push('\n');
    out + &key
}

/// The line of the plot that `value` is on.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // In sight.
fn row_of(axes: &Axes, value: f64) -> usize {
    let part = axes.y.at(value) / axes.area.bottom;
    ((part * (ROWS - 1) as f64).round() as usize).min(ROWS - 1)
}

/// The words of the first or the last tick of the horizontal axis.
fn end_words(plot: &Plot, x: (f64, f64), first: bool) -> String {
    let ticks = ticks(plot.x.scale, x, 5);
    let tick = if first { ticks.first() } else { ticks.last() };
    tick.map_or(String::new(), |tick| tick.words.clone())
}

/// Draws the marks and returns the line that says which is which.
fn draw_marks(plot: &Plot, axes: &Axes, canvas: &mut Canvas, console: &Console) -> String {
    let mut key = Vec::new();
    let mut signs = SIGNS.iter().cycle().copied();
    for mark in &plot.marks {
        let (label, ink, sign) = match mark {
            Mark::Line { label, ink, points, .. } => {
                let sign = signs.next().unwrap_or('*');
                for line in axes.visible(points) {
                    canvas.line(&line, sign, *ink);
                }
                (label, *ink, sign)
            }
            Mark::Dots { label, ink, points } => {
                let sign = signs.next().unwrap_or('*');
                for at in points.iter().filter_map(|point| axes.at(*point)) {
                    canvas.dot(at, sign, *ink);
                }
                (label, *ink, sign)
            }
            Mark::Field { x, y, rows } => {
                shade(canvas, axes, (*x, *y), rows);
                continue;
            }
            _ => continue,
        };
        let name = label.speak(console.language);
        if !name.is_empty() {
            let sign = if console.coloured { '━' } else { sign };
            key.push((console.paint(ink, &sign.to_string()), name));
        }
    }
    let key: Vec<String> = key.into_iter().map(|(sign, name)| format!("{sign} {name}")).collect();
    if key.is_empty() { String::new() } else { console.fit(&key.join("   ")) }
}

/// Marks where a map of the plane is above a half.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Places in the map.
fn shade(canvas: &mut Canvas, axes: &Axes, ends: (Point, Point), rows: &[Vec<f64>]) {
    let (x, y) = ends;
    let columns = canvas.columns;
    for (i, cell) in canvas.cells.iter_mut().enumerate() {
        let part = ((i % columns) as f64 / columns as f64, (i / columns) as f64 / ROWS as f64);
        let at = (
            axes.x.from + (axes.x.to - axes.x.from) * part.0,
            axes.y.to - (axes.y.to - axes.y.from) * part.1,
        );
        let row = (at.1 - y.0) / (y.1 - y.0) * (rows.len().saturating_sub(1)) as f64;
        let Some(row) = rows.get(row.round() as usize) else { continue };
        let column = (at.0 - x.0) / (x.1 - x.0) * row.len().saturating_sub(1) as f64;
        let above = row.get(column.round() as usize).is_some_and(|value| *value > 0.5);
        let ink = if above { Ink::Orange } else { Ink::Blue };
        *cell = (0, if above { '·' } else { ' ' }, Some(ink));
    }
}

fn bars(plot: &Plot, console: &Console) -> String {
    let group = |x: f64| {
        let near = |tick: &&(f64, Text)| (tick.0 - x).abs() <= 0.5;
        let names = labelled(&plot.x, ranges(plot).x, 50);
        names.iter().find(near).map_or(plain(x, 0), |(_, n)| n.speak(console.language).to_string())
    };
    let mut lines: Vec<(f64, String, f64, Ink)> = Vec::new();
    for mark in &plot.marks {
        let Mark::Bars { label, ink, bars, .. } = mark else { continue };
        for (x, value) in bars {
            let name = format!("{} {}", group(*x), label.speak(console.language));
            lines.push((*x, name.trim().to_string(), *value, *ink));
        }
    }
    lines.sort_by(|a, b| a.0.total_cmp(&b.0));
    let widest = lines.iter().map(|line| display_width(&line.1)).max().unwrap_or(0);
    let room = console.columns.saturating_sub(widest + 12).max(4);
    let most = lines.iter().map(|line| line.2.abs()).fold(0.0, f64::max);
    let mut out = format!("{}\n", plot.y.label.speak(console.language));
    for (_, name, value, ink) in lines {
        let blanks = " ".repeat(widest - display_width(&name));
        let bar = bar(value.abs() / most, room, console.coloured);
        out +=
            &format!("{name}{blanks} {} {}\n", console.paint(ink, &bar), super::significant(value));
    }
    out
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // At most the room.
fn bar(part: f64, room: usize, coloured: bool) -> String {
    let length = if part.is_finite() { (part * room as f64).round() as usize } else { 0 };
    (if coloured { "█" } else { "#" }).repeat(length)
}

fn cells(grid: &Grid, console: &Console) -> String {
    let of = |text: &Text| text.speak(console.language).to_string();
    let head = grid.rows.iter().chain([&grid.down]).map(|name| display_width(&of(name)));
    let head = head.max().unwrap_or(0);
    let all = grid.columns.iter().chain(grid.cells.iter().flatten().map(|cell| &cell.text));
    let wanted = all.map(|text| display_width(&of(text))).max().unwrap_or(0);
    let room = console.columns.saturating_sub(head) / grid.columns.len().max(1);
    let width = wanted.min(room.saturating_sub(2)).max(1);
    // What is too wide goes on below.
    let row = |name: &str, texts: Vec<(String, Option<Ink>)>| {
        let lines: Vec<Vec<String>> = texts.iter().map(|(text, _)| wrapped(text, width)).collect();
        let most = lines.iter().map(Vec::len).max().unwrap_or(0);
        let mut out = String::new();
        for i in 0..most {
            let name = if i == 0 { name } else { "" };
            out += &format!("{name}{}", blanks(head, name));
            for (lines, (_, ink)) in lines.iter().zip(&texts) {
                let line = lines.get(i).map_or("", String::as_str);
                let painted = ink.map_or(line.to_string(), |ink| console.paint(ink, line));
                out += &format!("{}{painted}", blanks(width + 2, line));
            }
            out.truncate(out.trim_end().len());
            out.push('\n');
        }
        out
    };
    let mut out = format!("{}  {}\n", " ".repeat(head), of(&grid.across));
    out += &row(&of(&grid.down), grid.columns.iter().map(|name| (of(name), None)).collect());
    for (name, cells) in grid.rows.iter().map(of).zip(&grid.cells) {
        out += &row(&name, cells.iter().map(|cell| (of(&cell.text), cell.ink)).collect());
    }
    out
}

/// The blanks that fill `text` up to `width` columns.
fn blanks(width: usize, text: &str) -> String {
    " ".repeat(width.saturating_sub(display_width(text)))
}

/// `text` in lines of at most `width` columns.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    textwrap::wrap(text, width).into_iter().map(std::borrow::Cow::into_owned).collect()
}

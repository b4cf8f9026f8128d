//! A panel that is a table of coloured cells.

use super::drawing::{Anchor, Area, Path, Words};
use super::font;
use super::paint::Paint;
use super::sheet::{LABEL, SMALL, Sheet, leading};
use crate::figure::{Grid, GridCell};

/// The height of a row of one line.
const ROW: f64 = 25.0;

/// The widths of the names of the rows and of a column.
fn widths(sheet: &Sheet, grid: &Grid, width: f64) -> (f64, f64) {
    let names = grid.rows.iter().chain([&grid.down]);
    let of_name = |name| font::width(sheet.speak(name), SMALL, false) + 14.0;
    let head = names.map(of_name).fold(0.0, f64::max).min(width * 0.4);
    (head, (width - head) / grid.columns.len().max(1) as f64)
}

fn lines(sheet: &Sheet, text: &contract::Text, width: f64) -> Vec<String> {
    font::wrap(sheet.speak(text), width - 8.0, SMALL, false)
}

fn row_height(sheet: &Sheet, grid: &Grid, row: usize, widths: (f64, f64)) -> f64 {
    let name = grid.rows.get(row).map_or(0, |name| lines(sheet, name, widths.0).len());
    let cells = grid.cells.get(row).into_iter().flatten();
    let most = cells.map(|cell| lines(sheet, &cell.text, widths.1).len()).fold(name, usize::max);
    ROW + (most.max(1) - 1) as f64 * leading(SMALL)
}

/// How high the lines above the cells are: the title, what the columns are, their names.
fn head_height(sheet: &Sheet, grid: &Grid, width: f64, column: f64) -> f64 {
    let title = grid
        .title
        .as_ref()
        .map_or(0, |title| font::wrap(sheet.speak(title), width, LABEL, true).len());
    let names =
        grid.columns.iter().map(|name| lines(sheet, name, column).len()).fold(0, usize::max);
    title as f64 * leading(LABEL) + (1 + names) as f64 * leading(SMALL) + 8.0
}

/// How high `grid` is at this width.
pub(crate) fn height(sheet: &Sheet, grid: &Grid, width: f64) -> f64 {
    let widths = widths(sheet, grid, width);
    let rows = (0..grid.rows.len()).map(|row| row_height(sheet, grid, row, widths));
    head_height(sheet, grid, width, widths.1) + rows.sum::<f64>()
}

/// Draws `grid` in `area`.
pub(crate) fn draw(sheet: &mut Sheet, grid: &Grid, area: Area) {
    let (head, column) = widths(sheet, grid, area.width());
    let mut y = area.top;
    if let Some(title) = &grid.title {
        let title = sheet.speak(title).to_string();
        y = sheet.paragraph(&title, (area.left, y), area.width(), (LABEL, true, Paint::Strong));
    }
    let middle = area.left + head + (area.width() - head) / 2.0;
    let across = sheet.speak(&grid.across).to_string();
    let down = sheet.speak(&grid.down).to_string();
    let across = Words::new((middle, y + SMALL), SMALL, Paint::Quiet, across);
    sheet.drawing.words(across.anchored(Anchor::Middle));
    y = area.top + head_height(sheet, grid, area.width(), column);
    sheet.drawing.words(Words::new((area.left, y - 10.0), SMALL, Paint::Quiet, down));
    for (i, name) in grid.columns.iter().enumerate() {
        let x = area.left + head + (i as f64 + 0.5) * column;
        let lines = lines(sheet, name, column);
        let first = y - 10.0 - (lines.len().max(1) - 1) as f64 * leading(SMALL);
        centred(sheet, lines, (x, first), Paint::Strong);
    }
    for (row, name) in grid.rows.iter().enumerate() {
        let height = row_height(sheet, grid, row, (head, column));
        let lines = lines(sheet, name, head);
        let mut baseline = first_baseline(y, height, lines.len());
        for line in lines {
            sheet.drawing.words(Words::new((area.left, baseline), SMALL, Paint::Strong, line));
            baseline += leading(SMALL);
        }
        for (i, cell) in grid.cells.get(row).into_iter().flatten().enumerate() {
            let left = area.left + head + i as f64 * column;
            let area = Area { left, top: y, right: left + column, bottom: y + height };
            draw_cell(sheet, cell, area);
        }
        y += height;
    }
}

fn draw_cell(sheet: &mut Sheet, cell: &GridCell, area: Area) {
    let Area { left, top, right, bottom } = area;
    if let Some(ink) = cell.ink {
        let inner =
            Area { left: left + 1.5, top: top + 1.5, right: right - 1.5, bottom: bottom - 1.5 };
        sheet.drawing.path(Path::areas(vec![inner.corners()], Paint::Ground(ink), 1.0));
    }
    let lines = lines(sheet, &cell.text, area.width());
    let first = first_baseline(top, area.height(), lines.len());
    centred(sheet, lines, (f64::midpoint(left, right), first), Paint::Strong);
}

fn first_baseline(top: f64, height: f64, lines: usize) -> f64 {
    top + (height - lines as f64 * leading(SMALL)) / 2.0 + SMALL * 1.02
}

fn centred(sheet: &mut Sheet, lines: Vec<String>, (x, first): (f64, f64), paint: Paint) {
    for (i, line) in lines.into_iter().enumerate() {
        let at = (x, first + i as f64 * leading(SMALL));
        sheet.drawing.words(Words::new(at, SMALL, paint, line).anchored(Anchor::Middle));
    }
}

//! A CSV whose cells can be set, and of which every other byte stays.

use std::ops::Range;

/// A CSV as the text that it is, and where its cells lie.
pub(super) struct Sheet {
    text: String,
    separator: char,
    /// The cells of each row, with their quotes.
    rows: Vec<Vec<Range<usize>>>,
    /// New texts, by row and column.
    changes: Vec<(usize, usize, String)>,
}

impl Sheet {
    /// Takes `text` apart. The separator is that which occurs most in the first row.
    pub(super) fn parse(text: &str) -> Self {
        let count = |separator: &char| cells(text, *separator).first().map_or(0, Vec::len);
        let separator = [',', ';', '\t'].into_iter().rev().max_by_key(count).unwrap_or(',');
        let rows = cells(text, separator);
        Self { text: text.to_string(), separator, rows, changes: Vec::new() }
    }

    /// How many rows there are, the head among them.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// How many cells a row has.
    pub(super) fn width(&self, row: usize) -> usize {
        self.rows.get(row).map_or(0, Vec::len)
    }

    /// The text of a cell, without quotes; nothing where there is none.
    pub(super) fn value(&self, row: usize, column: usize) -> String {
        let Some(range) = self.rows.get(row).and_then(|row| row.get(column)) else {
            return String::new();
        };
        let raw = &self.text[range.clone()];
        let raw = raw.trim_start_matches('\u{feff}');
        match raw.trim().strip_prefix('"').and_then(|inner| inner.strip_suffix('"')) {
            Some(inner) => inner.replace("\"\"", "\""),
            None => raw.to_string(),
        }
    }

    /// The texts of a row.
    pub(super) fn values(&self, row: usize) -> Vec<String> {
        (0..self.width(row)).map(|column| self.value(row, column)).collect()
    }

    /// Sets a cell that is there.
    pub(super) fn set(&mut self, row: usize, column: usize, text: &str) {
        self.changes.push((row, column, text.to_string()));
    }

    /// The whole, with the new texts in it.
    pub(super) fn bytes(mut self) -> Vec<u8> {
        self.changes.sort();
        let mut text = self.text.clone();
        // From the end, so that no other cell moves.
        for (row, column, new) in self.changes.iter().rev() {
            let Some(range) = self.rows.get(*row).and_then(|row| row.get(*column)) else {
                continue;
            };
            let was_quoted = self.text[range.clone()].starts_with('"');
            let needs_quotes = new.contains([self.separator, '"', '\n', '\r']);
            let cell = if was_quoted || needs_quotes {
                format!("\"{}\"", new.replace('"', "\"\""))
            } else {
                new.clone()
            };
            text.replace_range(range.clone(), &cell);
        }
        text.into_bytes()
    }
}

/// Where the cells of `text` lie.
fn cells(text: &str, separator: char) -> Vec<Vec<Range<usize>>> {
    let (mut rows, mut row) = (Vec::new(), Vec::new());
    let (mut start, mut is_quoted) = (0, false);
    let first = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        match c {
            // A quote opens a cell only at its beginning.
            '"' if is_quoted => is_quoted = false,
            '"' => is_quoted = at == start || at == first || text[..at].ends_with('"'),
            _ if is_quoted => {}
            '\n' | '\r' => {
                row.push(start..at);
                rows.push(std::mem::take(&mut row));
                if c == '\r' && characters.peek().is_some_and(|(_, next)| *next == '\n') {
                    characters.next();
                }
                start = characters.peek().map_or(text.len(), |(next, _)| *next);
            }
            _ if c == separator => {
                row.push(start..at);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    if start < text.len() || !row.is_empty() {
        row.push(start..text.len());
        rows.push(row);
    }
    rows
}

//! The sheet that a figure is drawn on: its measures, and words in lines.

use contract::{Language, Text};

use super::drawing::{Anchor, Area, Drawing, Point, Words};
use super::font;
use super::paint::Paint;
use crate::Format;

/// The width of a wide figure.
const WIDE: f64 = 1120.0;
/// The width of a figure for a column.
const PORTRAIT: f64 = 800.0;
/// The blank margin at the left and at the right of a figure.
pub(crate) const MARGIN: f64 = 28.0;
/// The size of the figure's title.
pub(crate) const TITLE: f64 = 20.0;
/// The size of panels' titles and of labels.
pub(crate) const LABEL: f64 = 14.0;
/// The size of ticks, names of axes and notes.
pub(crate) const SMALL: f64 = 12.5;

/// The height of a line of letters of `size`.
pub(crate) fn leading(size: f64) -> f64 {
    size * 1.32
}

/// A drawing in the making.
pub(crate) struct Sheet {
    pub(crate) drawing: Drawing,
}

impl Sheet {
    /// An empty sheet, not yet cut to its height.
    pub(crate) fn new(language: Language, title: &str, format: Format) -> Self {
        let (title, description) = (title.to_string(), String::new());
        let width = if format == Format::Wide { WIDE } else { PORTRAIT };
        let (height, shapes) = (0.0, Vec::new());
        Self { drawing: Drawing { width, height, language, title, description, shapes } }
    }

    /// `text` in the language of the sheet.
    pub(crate) fn speak<'a>(&self, text: &'a Text) -> &'a str {
        text.speak(self.drawing.language)
    }

    /// Writes `text` in lines of at most `width` below `top`; returns where they end.
    pub(crate) fn paragraph(
        &mut self,
        text: &str,
        (left, top): Point,
        width: f64,
        style: (f64, bool, Paint),
    ) -> f64 {
        let (size, bold, paint) = style;
        let mut y = top;
        for line in font::wrap(text, width, size, bold) {
            let words = Words::new((left, y + size), size, paint, line);
            self.drawing.words(if bold { words.bold() } else { words });
            y += leading(size);
        }
        y
    }
}

/// The area that `words` take.
pub(crate) fn area_of(words: &Words) -> Area {
    let width = font::width(&words.text, words.size, words.bold);
    let (x, y) = words.at;
    let left = match words.anchor {
        Anchor::Start => x,
        Anchor::Middle => x - width / 2.0,
        Anchor::End => x - width,
    };
    let (top, bottom) = (y - words.size * 0.85, y + words.size * 0.25);
    Area { left, top, right: left + width, bottom }
}

//! How texts are put on a screen of any width, or into a pipe.

use std::io::{self, IsTerminal, Write};

use testkit::Language;

use crate::line::{Line, Style};

/// The narrowest screen that lines are fitted to; below it they are left to the terminal.
const NARROWEST: usize = 16;
/// The widest line of prose, and the width where there is no terminal.
const WIDEST: usize = 100;

/// Where the runner writes, in which language.
#[derive(Clone, Copy)]
pub(crate) struct Screen {
    /// The reader's language.
    pub(crate) language: Language,
    width: usize,
    is_coloured: bool,
}

impl Screen {
    /// The screen of standard output.
    pub(crate) fn new(language: Language) -> Self {
        let is_terminal = io::stdout().is_terminal();
        let width = if is_terminal {
            crossterm::terminal::size().map_or(80, |(width, _)| usize::from(width))
        } else {
            WIDEST
        };
        let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let is_coloured = is_terminal && !is_set("NO_COLOR") && !is_dumb() && understands_codes();
        Self { language, width, is_coloured }
    }

    /// A screen for tests: plain, of the given width.
    #[cfg(test)]
    pub(crate) fn plain(language: Language, width: usize) -> Self {
        Self { language, width, is_coloured: false }
    }

    /// The same screen with another width.
    pub(crate) fn of_width(self, width: usize) -> Self {
        Self { width, ..self }
    }

    /// Whether it shows colours.
    pub(crate) fn is_coloured(&self) -> bool {
        self.is_coloured
    }

    /// The columns of its lines.
    pub(crate) fn columns(&self) -> usize {
        if self.width < NARROWEST { WIDEST } else { self.width.min(WIDEST) }
    }

    /// `text` in lines that fit, each after `indent` blanks. Lines that are indented themselves are
    /// left as they are: they show input or code.
    pub(crate) fn fit(&self, text: &str, indent: usize) -> Vec<Line> {
        self.fit_in(Style::Plain, text, indent)
    }

    /// As [`fit`](Self::fit), in a style.
    pub(crate) fn fit_in(&self, style: Style, text: &str, indent: usize) -> Vec<Line> {
        let blanks = " ".repeat(indent);
        let width = self.columns();
        let mut fitted = Vec::new();
        for line in text.lines() {
            if line.starts_with(' ') || line.is_empty() {
                fitted.push(Line::new(style, format!("{blanks}{line}").trim_end()));
                continue;
            }
            let options =
                textwrap::Options::new(width).initial_indent(&blanks).subsequent_indent(&blanks);
            for piece in textwrap::wrap(line, options) {
                fitted.push(Line::new(style, piece.trim_end()));
            }
        }
        fitted
    }

    /// Writes lines to standard output; whether somebody still reads them.
    pub(crate) fn print(&self, lines: &[Line]) -> bool {
        let written = |line: &Line| line.render(self.is_coloured) + "\n";
        print(&lines.iter().map(written).collect::<String>())
    }
}

/// Whether the terminal says that it can only print.
pub(crate) fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "dumb")
}

/// Asks a console of Windows to take escape codes; terminals elsewhere do.
fn understands_codes() -> bool {
    #[cfg(windows)]
    return crossterm::ansi_support::supports_ansi();
    #[cfg(not(windows))]
    true
}

/// Writes to standard output; a reader that has gone away is not an error, only told.
pub(crate) fn print(text: &str) -> bool {
    let mut output = io::stdout().lock();
    output.write_all(text.as_bytes()).and_then(|()| output.flush()).is_ok()
}

//! How texts are put on a screen of any width, or into a pipe.

use std::io::{self, IsTerminal, Write};

use contract::Language;
use textwrap::Options;
use textwrap::core::display_width;

use crate::call::in_words;
use crate::line::{Colours, Line, Style};

/// The narrowest screen that lines are fitted to; below it they are left to the terminal.
const NARROWEST: usize = 16;
/// The widest line of prose, and the width where there is no terminal.
const WIDEST: usize = 100;

/// A blank at which no line is broken.
const HARD_BLANK: char = '\u{a0}';

/// The screen that is written to, and the language of its reader.
#[derive(Clone, Copy)]
pub(crate) struct Screen {
    /// The reader's language.
    pub(crate) language: Language,
    width: usize,
    colours: Colours,
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
        let has_colours = is_terminal && !is_set("NO_COLOR") && !is_dumb() && understands_codes();
        let colours = if has_colours { colours_of_terminal() } else { Colours::None };
        Self { language, width, colours }
    }

    /// A screen for tests: plain, of the given width.
    #[cfg(test)]
    pub(crate) fn plain(language: Language, width: usize) -> Self {
        Self { language, width, colours: Colours::None }
    }

    /// The same screen with another width.
    pub(crate) fn of_width(self, width: usize) -> Self {
        Self { width, ..self }
    }

    /// The same screen with other colours.
    #[cfg(test)]
    pub(crate) fn with(self, colours: Colours) -> Self {
        Self { colours, ..self }
    }

    /// Its colours.
    pub(crate) fn colours(&self) -> Colours {
        self.colours
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
        let mut fitted = Vec::new();
        for line in text.lines() {
            if line.starts_with(' ') || line.is_empty() {
                fitted.push(Line::new(style, format!("{blanks}{line}").trim_end()));
            } else {
                let pieces = self.wrap(line, &blanks, &blanks);
                fitted.extend(pieces.into_iter().map(|piece| Line::new(style, piece)));
            }
        }
        fitted
    }

    /// One paragraph behind a sign, its further lines below the first.
    pub(crate) fn fit_behind(&self, sign: &str, text: &str) -> Vec<Line> {
        let pieces = self.wrap(text, sign, &" ".repeat(sign.len()));
        pieces.into_iter().map(Line::plain).collect()
    }

    /// Short items, two blanks between them, none of them broken.
    pub(crate) fn fit_items(&self, style: Style, items: &str) -> Vec<Line> {
        let items: Vec<String> =
            items.split("  ").map(|item| item.replace(' ', &HARD_BLANK.to_string())).collect();
        let pieces = self.wrap(&items.join("  "), "", "");
        pieces.into_iter().map(|piece| Line::new(style, piece)).collect()
    }

    /// Breaks a line at blanks, but not inside of `code`: commands are there to be copied.
    fn wrap(&self, line: &str, first: &str, further: &str) -> Vec<String> {
        let whole = |(i, piece): (usize, &str)| match i % 2 {
            1 if display_width(piece) + 2 + display_width(further) <= self.columns() => {
                piece.replace(' ', &HARD_BLANK.to_string())
            }
            _ => piece.to_string(),
        };
        let line = in_words(line);
        let unbroken: Vec<String> = line.split('`').enumerate().map(whole).collect();
        let unbroken = unbroken.join("`");
        let options = Options::new(self.columns()).initial_indent(first).subsequent_indent(further);
        let pieces = textwrap::wrap(&unbroken, options);
        pieces.iter().map(|piece| piece.trim_end().replace(HARD_BLANK, " ")).collect()
    }

    /// Writes lines to standard output; whether it is still read.
    pub(crate) fn show(&self, lines: &[Line]) -> bool {
        let rendered = |line: &Line| line.render(self.colours) + "\n";
        print(&lines.iter().map(rendered).collect::<String>())
    }
}

/// Whether the terminal says that it can only print.
pub(crate) fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "dumb")
}

fn colours_of_terminal() -> Colours {
    let says = std::env::var("COLORTERM").unwrap_or_default();
    if cfg!(windows) || says == "truecolor" || says == "24bit" {
        Colours::All
    } else {
        Colours::Palette
    }
}

/// Asks a console of Windows to take escape codes; terminals elsewhere do.
fn understands_codes() -> bool {
    #[cfg(windows)]
    return crossterm::ansi_support::supports_ansi();
    #[cfg(not(windows))]
    true
}

/// Writes `text` to standard output; whether it is still read. A closed pipe is no error.
pub(crate) fn print(text: &str) -> bool {
    let mut output = io::stdout().lock();
    output.write_all(text.as_bytes()).and_then(|()| output.flush()).is_ok()
}

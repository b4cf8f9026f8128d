//! How texts are put on a screen of any width, or into a pipe.

use std::io::{self, IsTerminal, Write};

use testkit::Language;

/// The narrowest screen that lines are fitted to; below it they are left to the terminal.
const NARROWEST: usize = 16;
/// The widest line of prose, and the width where there is no terminal.
const WIDEST: usize = 100;

/// Where the runner writes, in which language.
pub(crate) struct Screen {
    /// The reader's language.
    pub(crate) language: Language,
    width: usize,
    coloured: bool,
}

/// The colours of the runner; without colour they are nothing.
#[derive(Clone, Copy)]
pub(crate) enum Colour {
    Good,
    Bad,
    Faint,
    Strong,
}

impl Screen {
    /// The screen of standard output.
    pub(crate) fn new(language: Language) -> Self {
        let is_terminal = io::stdout().is_terminal();
        let width = if is_terminal {
            terminal_size::terminal_size().map_or(80, |(width, _)| usize::from(width.0))
        } else {
            WIDEST
        };
        let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        Self { language, width, coloured: is_terminal && !is_set("NO_COLOR") && !is_dumb }
    }

    /// A screen for tests: plain, of the given width.
    #[cfg(test)]
    pub(crate) fn plain(language: Language, width: usize) -> Self {
        Self { language, width, coloured: false }
    }

    /// Whether it shows colours.
    pub(crate) fn is_coloured(&self) -> bool {
        self.coloured
    }

    /// The columns of its lines.
    pub(crate) fn columns(&self) -> usize {
        if self.width < NARROWEST { WIDEST } else { self.width.min(WIDEST) }
    }

    /// `text` in `colour`, where there is any.
    pub(crate) fn paint(&self, colour: Colour, text: &str) -> String {
        let code = match colour {
            Colour::Good => "32",
            Colour::Bad => "31",
            Colour::Faint => "2",
            Colour::Strong => "1",
        };
        if self.coloured { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_string() }
    }

    /// `text` in lines that fit, each after `indent` blanks. Lines that are indented themselves are
    /// left as they are: they show input or code.
    pub(crate) fn fit(&self, text: &str, indent: usize) -> String {
        let blanks = " ".repeat(indent);
        let width = self.columns();
        let mut fitted = String::new();
        for line in text.lines() {
            if line.starts_with(' ') || line.is_empty() {
                fitted += format!("{blanks}{line}").trim_end();
                fitted.push('\n');
                continue;
            }
            let options =
                textwrap::Options::new(width).initial_indent(&blanks).subsequent_indent(&blanks);
            for piece in textwrap::wrap(line, options) {
                fitted += piece.trim_end();
                fitted.push('\n');
            }
        }
        fitted
    }
}

/// Writes to standard output; a reader that has gone away is not an error.
pub(crate) fn print(text: &str) {
    let mut output = io::stdout().lock();
    let _ = output.write_all(text.as_bytes()).and_then(|()| output.flush());
}

//! Where text goes: a terminal, with its width and perhaps colours, or a pipe.

use std::io::{self, IsTerminal, Write};

use contract::Language;

use crate::figure::Ink;
use crate::font::unbroken;

/// The fewest columns that lines are fitted to.
const NARROWEST: usize = 30;
/// The most columns, and the number of columns of a pipe.
const WIDEST: usize = 100;

/// Standard output, as far as a layout must know it.
#[derive(Clone, Copy, Debug)]
pub struct Console {
    /// The reader's language.
    pub language: Language,
    /// The columns that a line may take, 30 to 100.
    pub columns: usize,
    /// Whether colours are shown: in a terminal that is not dumb, without `NO_COLOR`.
    pub coloured: bool,
}

impl Console {
    /// What standard output is now.
    pub fn new(language: Language) -> Self {
        let is_terminal = io::stdout().is_terminal();
        let width = if is_terminal {
            terminal_size::terminal_size().map_or(80, |(width, _)| usize::from(width.0))
        } else {
            WIDEST
        };
        let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let columns = width.clamp(NARROWEST, WIDEST);
        Self { language, columns, coloured: is_terminal && !is_set("NO_COLOR") && !is_dumb }
    }

    /// `text` in the colour of `ink`, where there are colours.
    pub fn paint(&self, ink: Ink, text: &str) -> String {
        let code = match ink {
            Ink::Blue => "34",
            Ink::Orange => "33",
            Ink::Green => "32",
            Ink::Purple => "35",
            Ink::Red => "31",
            Ink::Sky => "36",
            Ink::Grey => "2",
        };
        self.escaped(code, text)
    }

    /// `text` in bold, where there are colours.
    pub fn bold(&self, text: &str) -> String {
        self.escaped("1", text)
    }

    fn escaped(&self, code: &str, text: &str) -> String {
        if self.coloured { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_string() }
    }

    /// `text`, broken into lines of at most `columns`.
    pub fn fit(&self, text: &str) -> String {
        let mut fitted = String::new();
        for line in textwrap::wrap(&unbroken(text), self.columns) {
            fitted += &line.trim_end().replace('\u{a0}', " ");
            fitted.push('\n');
        }
        fitted
    }
}

/// Writes to standard output; a reader that has gone away is not an error.
pub fn print(text: &str) {
    let mut output = io::stdout().lock();
    let _ = output.write_all(text.as_bytes()).and_then(|()| output.flush());
}

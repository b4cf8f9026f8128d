//! The progress of a run: a bar with rate and time left on a terminal, nothing elsewhere.

use std::fmt::Write;
use std::io::{self, IsTerminal};

use indicatif::{HumanDuration, ProgressBar, ProgressState, ProgressStyle};

use crate::formats::in_one_line;

/// The bar, or nothing.
pub(super) struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// None of `total` submissions is done.
    pub(super) fn new(total: usize) -> Self {
        if !io::stderr().is_terminal() {
            return Self { bar: ProgressBar::hidden() };
        }
        let bar = ProgressBar::new(total as u64);
        let template = "{bar:24} {pos}/{len}  {pace}  {wide_msg}";
        if let Ok(style) = ProgressStyle::with_template(template) {
            let pace = |state: &ProgressState, words: &mut dyn Write| {
                let (rate, left) = (60.0 * state.per_sec(), HumanDuration(state.eta()));
                // There is no rate before the first is done.
                let _ = match state.pos() {
                    0 => write!(words, "preparing"),
                    _ => write!(words, "{rate:.0} a minute, {left:#} left"),
                };
            };
            bar.set_style(style.progress_chars("=> ").with_key("pace", pace));
        }
        // The first submission takes the longest: libraries and rehearsals come before it.
        bar.tick();
        Self { bar }
    }

    /// The submission `name` is done.
    pub(super) fn step(&mut self, name: &str) {
        // A name may hold what a terminal would take for a command.
        self.bar.set_message(in_one_line(name));
        self.bar.inc(1);
    }

    /// Removes the bar.
    pub(super) fn end(&mut self) {
        self.bar.finish_and_clear();
    }
}

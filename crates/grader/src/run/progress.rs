//! How far a run is: a bar with rate and time left on a terminal, nothing elsewhere.

use std::fmt::Write;
use std::io::{self, IsTerminal};

use indicatif::{ProgressBar, ProgressState, ProgressStyle};

/// How far a run is.
pub(super) struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// Nothing of `total` is done.
    pub(super) fn new(total: usize) -> Self {
        if !io::stderr().is_terminal() {
            return Self { bar: ProgressBar::hidden() };
        }
        let bar = ProgressBar::new(total as u64);
        let template = "{bar:24} {pos}/{len}  {rate}  {eta} left  {wide_msg}";
        if let Ok(style) = ProgressStyle::with_template(template) {
            let rate = |state: &ProgressState, words: &mut dyn Write| {
                let _ = write!(words, "{:.1} a minute", 60.0 * state.per_sec());
            };
            bar.set_style(style.progress_chars("=> ").with_key("rate", rate));
        }
        // The first submission takes the longest: libraries and rehearsals come before it.
        bar.tick();
        Self { bar }
    }

    /// The submission `name` is done.
    pub(super) fn step(&mut self, name: &str) {
        self.bar.inc(1);
        // A name may hold what a terminal would take for a command.
        self.bar.set_message(name.escape_debug().to_string());
    }

    /// All is done; the line is free again.
    pub(super) fn end(&mut self) {
        self.bar.finish_and_clear();
    }
}

//! The progress bar of an experiment. It shows only where standard error is a terminal.

use std::borrow::Cow;

use indicatif::{ProgressBar, ProgressStyle};

use crate::experiment::Listener;

/// A bar that disappears on drop.
pub(crate) struct Bar(ProgressBar);

impl Bar {
    /// A bar at 0 %, with `name` before it.
    pub(crate) fn new(name: impl Into<Cow<'static, str>>) -> Self {
        let style = ProgressStyle::with_template("{wide_msg} {bar:30} {percent:>3} %")
            .expect("the template is well formed")
            .progress_chars("━╸ ");
        let bar = ProgressBar::new(1).with_style(style).with_message(name);
        bar.tick();
        Self(bar)
    }
}

impl Listener for Bar {
    fn at(&self, done: u64, all: u64) {
        self.0.set_length(all);
        self.0.set_position(done);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}

//! A bar for whoever waits at a terminal; elsewhere there is none.

use std::borrow::Cow;

use indicatif::{ProgressBar, ProgressStyle};

use crate::experiment::Progress;

/// The bar of one experiment.
pub(crate) struct Bar(ProgressBar);

impl Bar {
    /// A bar that is called `name`.
    pub(crate) fn new(name: impl Into<Cow<'static, str>>) -> Self {
        let style = ProgressStyle::with_template("{wide_msg} {bar:30} {percent:>3} %")
            .expect("the template is well formed")
            .progress_chars("━╸ ");
        let bar = ProgressBar::new(1).with_style(style).with_message(name);
        bar.tick();
        Self(bar)
    }
}

impl Progress for Bar {
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

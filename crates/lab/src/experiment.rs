//! What an experiment is, and what it returns.

use std::collections::BTreeMap;
use std::fmt;

use contract::{Language, Text};

use crate::table::Table;
use plot::Figure;

/// The named numbers of an experiment, from which claims are judged.
pub type Numbers = BTreeMap<&'static str, f64>;

/// A question to the course's own code.
pub struct Experiment {
    /// Its name on the command line and of its files: words joined by `-`.
    pub name: &'static str,
    /// What it asks, in a sentence.
    pub about: Text,
    /// Runs it. The same settings give the same outcome, bit for bit.
    pub run: fn(&Settings, &dyn Progress) -> Result<Outcome, Trouble>,
}

/// How an experiment is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Where all random numbers come from.
    pub seed: u64,
    /// Fewer seeds and steps: the picture is rougher, the finding should be the same.
    pub quick: bool,
}

/// Somebody who waits.
pub trait Progress: Sync {
    /// `done` of `all` parts of the work are done.
    fn at(&self, done: u64, all: u64);
}

/// Nobody waits.
impl Progress for () {
    fn at(&self, _: u64, _: u64) {}
}

/// What an experiment found.
pub struct Outcome {
    /// The finding in one sentence, made from the numbers: the title of the figure.
    pub finding: Text,
    /// All that the figure shows, as a table.
    pub table: Table,
    /// The figure, not yet drawn.
    pub figure: Figure,
    /// The numbers that claims are judged by.
    pub numbers: Numbers,
}

/// Why an experiment could not be run: damaged data and the like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble(pub Text);

impl Trouble {
    /// The reason in `language`.
    pub fn speak(&self, language: Language) -> &str {
        self.0.speak(language)
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Trouble {}

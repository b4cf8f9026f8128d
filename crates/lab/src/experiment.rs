//! What an experiment is, and what it returns.

use contract::{Text, say};
use plot::Figure;

use crate::error::Error;
use crate::estimate::Numbers;
use crate::table::Table;

/// A question to the course's own code.
pub struct Experiment {
    /// The name on the command line and of the files: words joined by `-`.
    pub name: &'static str,
    /// The question, in a sentence.
    pub about: Text,
    /// What [`observe`](Self::observe) runs. The same settings give the same observations, bit for bit.
    pub run: fn(&Settings, &dyn Listener) -> Result<Observations, Error>,
}

impl Experiment {
    /// Runs the experiment. A figure of a quick run says so.
    ///
    /// # Errors
    /// If its data cannot be read.
    pub fn observe(
        &self,
        settings: &Settings,
        listener: &dyn Listener,
    ) -> Result<Observations, Error> {
        let mut observations = (self.run)(settings, listener)?;
        if settings.quick {
            let (en, ko) = observations.figure.note.take().map_or_else(
                || (String::new(), String::new()),
                |note| (note.en.to_string(), note.ko.to_string()),
            );
            observations.figure.note = Some(say!(
                "Quick run, few seeds and steps. {en}",
                "간이 실행이라 시드와 단계가 적음. {ko}"
            ));
        }
        Ok(observations)
    }
}

/// How an experiment is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Where all random numbers come from, 0 to `u32::MAX` on the command line.
    pub seed: u64,
    /// Fewer seeds and steps: the picture is rougher, the finding should be the same.
    pub quick: bool,
}

/// Receives the progress of a long experiment, from several threads.
pub trait Listener: Sync {
    /// `done` of `all` parts of the work are done.
    fn at(&self, done: u64, all: u64);
}

/// Shows no progress.
impl Listener for () {
    fn at(&self, _: u64, _: u64) {}
}

/// What an experiment returns: data only, neither drawn nor written.
pub struct Observations {
    /// The finding in one sentence, made from the numbers: the title of the figure.
    pub finding: Text,
    /// The data of the figure, as the CSV file holds them.
    pub table: Table,
    /// The figure, not yet drawn.
    pub figure: Figure,
    /// Everything that a claim's rule may ask for.
    pub numbers: Numbers,
}

//! The lab: experiments on the course's own code, their figures, and the ledger of the lecture
//! notes' claims with the verdict that the experiments give them.
//!
//! An [`Experiment`] runs the solutions and returns an [`Outcome`]: what it found in a sentence,
//! its numbers, a table and a [`Figure`](plot::Figure), all of it data. A [`Claim`] of the notes has a rule that
//! turns numbers into a verdict. Drawing, writing and telling are apart from both.

// The names are those of the notes: w, b, x, y, z, a, m.
#![allow(clippy::many_single_char_names)]

mod arguments;
pub mod bench_report;
pub mod claim;
pub mod command;
pub mod experiment;
pub mod experiments;
pub mod figures;
pub mod folder;
pub mod judge;
pub mod ledger;
pub mod page;
mod progress;
pub mod table;
pub mod training;

pub use claim::{Claim, How, Ruling, Verdict};
pub use experiment::{Experiment, Numbers, Outcome, Progress, Settings, Trouble};
pub use table::{Table, Value};

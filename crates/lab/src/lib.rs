//! The lab runs the lecture notes: experiments on the course's own code, and a judgement on every
//! claim of the notes.
//!
//! 1. An [`Experiment`] runs the solutions and returns [`Observations`]: a finding in a sentence,
//!    numbers, a [`Table`] and a [`Figure`](plot::Figure), all of it data.
//! 2. A [`Claim`] has a rule that turns numbers into a [`Judgement`]; [`judge`](judge::judge) applies
//!    the rules of the [`ledger`].
//! 3. [`figures`] draws observations, [`page`] lays the judged claims out as HTML, and
//!    [`output_folder`] writes both. [`command`] is the command line around all of this.
//!
//! [`bench_report`] stands beside that: a page from what criterion measured.

// The names are those of the notes: w, b, x, y, z, a, m.
#![allow(clippy::many_single_char_names)]

mod arguments;
mod bar;
pub mod bench_report;
pub mod claim;
pub mod command;
pub mod derive;
pub mod error;
pub mod estimate;
pub mod experiment;
pub mod experiments;
pub mod figures;
pub mod judge;
pub mod ledger;
pub mod output_folder;
pub mod page;
pub mod table;
pub mod training;

pub use claim::{Claim, How, Judgement, Ruling};
pub use error::Error;
pub use estimate::{Certainty, Estimate, Numbers};
pub use experiment::{Experiment, Listener, Observations, Settings};
pub use table::{Field, Table};

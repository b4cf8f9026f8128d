//! The instructor's grader: `cargo grade`.
//!
//! Hostile submissions in ([`intake`]), verdicts from a judge that never runs their code in its own
//! process ([`judge`], [`sandbox`]), kept and joined ([`run`]), told in the formats of learning
//! platforms and in one page for the instructor ([`formats`]).

pub mod cli;
pub mod doctor;
pub mod formats;
pub mod intake;
pub mod judge;
pub mod results;
pub mod run;
pub mod sandbox;

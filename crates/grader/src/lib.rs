//! The instructor's grader: `cargo grade`.
//!
//! 1. [`intake`] finds a folder or zip per student and reads the files of the exercises from it.
//! 2. [`judge`] compiles and questions the files of a lesson, in cells of the [`sandbox`]: no hostile code runs
//!    in the grader's own process, and no byte that it returned is read there. It says how each exercise stands.
//! 3. [`run`] grades a class with several threads or machines, keeps what it knows, and goes on after an
//!    interruption.
//! 4. [`assignment`] says what counts and how much.
//! 5. [`results`] is the record, `results.jsonl`, and [`formats`] writes it in the forms of learning
//!    platforms and as a page for the instructor.
//!
//! What a grade follows from lies in `judge` and `sandbox`, and in nothing else of this crate: the fingerprint
//! of the suite is made from these two folders and from the crates below this one.

pub mod assignment;
pub mod autograder;
pub mod cli;
pub mod compare;
pub mod copies;
mod digest;
mod error;
pub mod fill;
mod folder;
pub mod formats;
pub mod handout;
pub mod intake;
pub mod judge;
mod lexer;
pub mod mistakes;
pub mod results;
pub mod run;
pub mod sandbox;

pub use error::Error;

/// Becomes a part of a cell, or what judges are forked from, if the program was started as that; else returns
/// at once. To be called first in `main`, before there is a second thread.
pub fn enter_if_asked() {
    sandbox::enter_if_asked();
    judge::enter_if_asked();
}

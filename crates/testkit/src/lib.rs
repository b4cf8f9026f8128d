//! The kit that every lesson of gradlings is tested with.
//!
//! A lesson declares what an answer provides with [`contract!`](contract::contract!), what must hold of it with
//! [`lesson!`], and writes each property as a plain function: [`for_all`](fn@for_all) draws the inputs and
//! shrinks them, [`ensure!`] says in words what must hold.
//!
//! ```text
//! /// The sigmoid is a share: never below 0, never above 1.
//! pub fn lies_between_zero_and_one(answers: &Answers) -> Verdict {
//!     for_all(["z"], numbers(), |z| {
//!         let a = answers.sigmoid(*z);
//!         ensure!(
//!             (0.0..=1.0).contains(&a),
//!             "sigmoid({z}) came out as {a}; it must lie between 0 and 1.",
//!             "sigmoid({z})의 결과가 {a}입니다. 0과 1 사이여야 합니다."
//!         );
//!         Ok(())
//!     })
//! }
//! ```
//!
//! This is the only crate that names proptest.

mod compare;
mod complaint;
mod for_all;
pub mod generators;
pub mod gradient;
mod laws;
mod lesson;
mod replay;
mod screen;
mod show;
pub mod statistics;
mod telling;
mod words;

pub use compare::{agree, agrees, close};
pub use complaint::{Complaint, Verdict};
pub use for_all::{SEED, choose_seed, for_all, for_each, for_share, hurry};
pub use laws::{AnyLaw, Example, Given, Law, MustNotice, Share};
pub use lesson::{
    AnyLesson, Argument, Call, Examinee, Exercise, Hints, InProcess, Judged, Lesson, Mistake,
    Named, Notation, Outline, Property, Variant, audit, headline, is_found_by_probing,
    judged_in_process,
};
pub use proptest::strategy::{BoxedStrategy, Strategy};
pub use show::{number, shown};
pub use words::{READING, foreign_file, needs_another_file, words};

//! The student's runner: `cargo run` says where you are, `cargo run -- check` what your function
//! still gets wrong.
//!
//! A student's files are compiled into a program of their own ([`course::compile`], [`process`]), which judges
//! an exercise by itself. Where it does not get to the end, the properties of the lesson crates
//! question it call by call from here, so an endless loop or a crash is told with its function and
//! costs one exercise and nothing else.
//!
//! # Where the time goes from a save to its verdict
//!
//! About half a second on two cores that do nothing else, and up to twice as long for the exercises
//! that train networks. 0.03 s wait for the editor to finish saving (`watch`), 0.25 s are the
//! compiler's (its front, LLVM and the linker, a third each), the rest are the properties and, of a
//! wrong answer, the search for the smallest input and the comparison with the known mistakes.
//! `check` asks cargo for the libraries first, another 0.1 s, which `watch` does once.
//!
//! Judging in the student's program costs the linker 0.05 s more and saves the round trips, tens of
//! thousands for some exercises: `draws` took 3.6 s, `backward` 2.0 s.
//!
//! What was saved: rustup in front of the compiler costs 0.03 s a call, the optimisation across the
//! parts of one crate 0.02 s.

mod arguments;
pub mod command;
pub mod dev;
pub mod error;
mod finish;
#[cfg(test)]
mod golden;
pub mod help;
mod json;
mod judge;
mod line;
mod memory;
mod process;
mod read;
mod reports;
mod rustc;
mod screen;
mod sources;
mod status;
mod watch;
mod words;
pub mod workplace;

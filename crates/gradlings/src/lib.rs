//! The student's runner: `cargo run` says where you are, `cargo run -- check` what your function
//! still gets wrong.
//!
//! The suite stays in this process. A student's files are compiled into a program that only answers
//! calls ([`compile`], [`process`]); the properties of the lesson crates question it, so an endless
//! loop, a crash or a damaged test file costs one exercise and nothing else.

mod arguments;
pub mod check;
pub mod command;
pub mod compile;
pub mod course;
pub mod dev;
mod fingerprint;
mod finish;
#[cfg(test)]
mod golden;
pub mod help;
mod kept;
pub mod libraries;
mod line;
mod outcome;
pub mod process;
mod read;
pub mod report;
mod screen;
mod spoken;
mod status;
pub mod stub;
pub mod verdicts;
mod watch;

//! The student's runner: `cargo run` says where you are, `cargo run -- check` what your function
//! still gets wrong.
//!
//! The suite stays in this process. A student's files are compiled into a program that only answers
//! calls ([`compile`], [`process`]); the properties of the lesson crates question it, so an endless
//! loop, a crash or a damaged test file costs one exercise and nothing else.
//!
//! # Where the time goes from a save to its verdict
//!
//! About half a second on two cores that do nothing else, and 2 to 4 s for the few exercises that are
//! asked tens of thousands of times (`draws`, `numerical_gradient`, `train`). 0.03 s wait for the editor to finish
//! saving (`watch`), 0.2 s are the compiler's (its front, LLVM and the linker, a third each), the
//! rest are the questions: thousands of calls to the student's program, and of a wrong answer the
//! search for the smallest input and the comparison with the known mistakes. `check` asks cargo for
//! the libraries first, another 0.1 s, which `watch` does once.
//!
//! What was saved: rustup in front of the compiler costs 0.03 s a call, the optimisation across the
//! parts of one crate 0.02 s.

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

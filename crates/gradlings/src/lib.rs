//! The student's program: `cargo run` says where you are, `cargo run -- check` what your function
//! still gets wrong.
//!
//! # From `check relu` to its report
//!
//! 1. [`command`] finds the exercises that a name means and asks the [`workplace`] for a report on each.
//! 2. `sources` reads the files of the lesson. A file that is missing or still the stub needs nothing else,
//!    and `memory` has the report of an earlier check if nothing that it follows from has changed since.
//! 3. `judge` has the files of the lesson compiled by `rustc`: a library that cannot reach any answer, and a
//!    program of one line that links it with the suite.
//! 4. `process` starts the program, which judges the exercise by itself. Where it does not get to the end, in
//!    an endless loop or a crash, the properties run here and question it call by call: that finds the
//!    function, and costs no other exercise anything.
//! 5. `reports` makes a record of it, which `status` and `json` show.
//!
//! # Where the time goes from a save to its report
//!
//! About half a second on two cores that do nothing else, and up to twice as long for the exercises
//! that train networks. 0.03 s wait for the editor to finish saving (`watch`), 0.28 s are the
//! compiler's (of processor time 0.07 s for the library and 0.17 s for the program, most of it the linker),
//! the rest are the properties and, of a wrong answer, the search for the smallest input and the comparison
//! with the known mistakes. `check` asks cargo for the libraries first, another 0.1 s, which `watch` does
//! once.
//!
//! Judging in the student's program saves the round trips, tens of thousands for some exercises: `draws`
//! took 3.6 s, `backward` 2.0 s. The second call of the compiler costs 0.03 s. rustup in front of the
//! compiler would cost 0.03 s a call, the optimisation across the parts of one crate 0.02 s, and a program
//! without incremental state 0.8 s.

mod arguments;
mod call;
pub mod command;
mod dev;
pub mod error;
mod finish;
#[cfg(test)]
mod golden;
mod guard;
pub mod help;
mod init;
mod json;
mod judge;
mod line;
mod memory;
mod patience;
pub mod play;
mod process;
mod read;
mod reports;
mod rustc;
mod screen;
mod sources;
mod status;
mod tap;
pub mod trial;
mod watch;
pub mod workplace;

//! For authors: `cargo run -- dev ...`.

mod consistency;
mod matrix;
mod stubs;

use std::io;
use std::process::ExitCode;

use clap::{ArgMatches, Command};

use crate::check::Bench;

/// The commands for authors.
pub(crate) fn command() -> Command {
    Command::new("dev")
        .about("For authors of exercises")
        .subcommand_required(true)
        .subcommand(Command::new("check").about(
            "Every stub compiles without a warning and is not started, every solution passes, \
             stub and solution agree, every mistake is caught",
        ))
        .subcommand(Command::new("matrix").about("Write DETECTION.md: what is caught and named"))
        .subcommand(Command::new("stubs").about(
            "Write the exercises anew from the solutions and their hints, and the wiring of both",
        ))
}

/// Runs one of them.
pub(crate) fn run(bench: &Bench, options: &ArgMatches) -> io::Result<ExitCode> {
    match options.subcommand() {
        Some(("stubs", _)) => stubs::write(bench),
        Some(("matrix", _)) => matrix::write(&bench.root),
        _ => consistency::check(bench),
    }
}

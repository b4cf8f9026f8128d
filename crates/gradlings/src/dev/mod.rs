//! For authors: `cargo run -- dev ...`.

mod consistency;
mod matrix;
mod stubs;

use std::io;
use std::process::ExitCode;

use clap::ArgMatches;

use crate::check::Bench;

/// Runs one of them.
pub(crate) fn run(bench: &Bench, options: &ArgMatches) -> io::Result<ExitCode> {
    match options.subcommand() {
        Some(("stubs", _)) => stubs::write(bench),
        Some(("matrix", _)) => matrix::write(&bench.root),
        _ => consistency::check(bench),
    }
}

//! For authors: `cargo run -- dev ...`.

mod consistency;
mod matrix;
mod stubs;

use std::process::ExitCode;

use clap::ArgMatches;

use crate::error::Error;
use crate::workplace::Workplace;

/// Runs one of them.
pub(crate) fn run(workplace: &Workplace, options: &ArgMatches) -> Result<ExitCode, Error> {
    match options.subcommand() {
        Some(("stubs", _)) => stubs::write(workplace),
        Some(("matrix", _)) => matrix::write(workplace),
        _ => consistency::check(workplace),
    }
}

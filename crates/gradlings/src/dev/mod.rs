//! `cargo run -- dev ..`: commands for authors of exercises.

mod consistency;
mod matrix;
mod new;
mod stubs;

use std::process::ExitCode;

use clap::ArgMatches;

use crate::error::Error;
use crate::workplace::Workplace;

/// Runs the command in `options`.
pub(crate) fn run(workplace: &Workplace, options: &ArgMatches) -> Result<ExitCode, Error> {
    match options.subcommand() {
        Some(("stubs", _)) => stubs::write(workplace),
        Some(("matrix", _)) => matrix::write(workplace),
        Some(("new", names)) => {
            let name = |what| names.get_one::<String>(what).map_or("", String::as_str);
            new::write(workplace, name("lesson"), name("exercise"))
        }
        _ => consistency::check(workplace),
    }
}

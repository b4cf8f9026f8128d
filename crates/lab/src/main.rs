//! `cargo lab`: the notes, run.

use std::process::ExitCode;

fn main() -> ExitCode {
    lab::command::run(std::env::args_os())
}

//! The program behind `cargo lab`.

use std::process::ExitCode;

fn main() -> ExitCode {
    lab::command::run(std::env::args_os())
}

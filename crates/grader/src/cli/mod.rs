//! `cargo grade`: its commands and its exit codes: 0 when everything was graded, whatever the
//! scores; 2 for a wrong call; 3 when something could not be graded.

mod arguments;
mod grade;
mod merge;

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use course::Course;

use crate::doctor;

/// Why a command did not do its work.
enum Failure {
    /// The call makes no sense.
    Call(String),
    /// The call makes sense, but something could not be graded.
    Ungraded(String),
}

/// Runs the command line `arguments`.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let matches = match arguments::command().try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    let course = Course::whole();
    let outcome = match matches.subcommand() {
        Some(("merge", options)) => merge::merge(course, options),
        Some(("doctor", _)) => diagnose(),
        _ => grade::grade(course, &matches),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Call(why)) => {
            eprintln!("error: {why}");
            ExitCode::from(2)
        }
        Err(Failure::Ungraded(why)) => {
            eprintln!("error: {why}");
            ExitCode::from(3)
        }
    }
}

fn diagnose() -> Result<(), Failure> {
    let ungraded = |error: std::io::Error| Failure::Ungraded(error.to_string());
    let program = env::current_exe().map_err(ungraded)?;
    let diagnosis = doctor::diagnose(&program, &root()).map_err(ungraded)?;
    print(&diagnosis.text);
    Ok(())
}

/// The root of the workspace.
fn root() -> PathBuf {
    let root = course::root(&env::current_dir().unwrap_or_default());
    root.canonicalize().unwrap_or(root)
}

/// Writes to standard output; a reader that has gone away is not an error.
fn print(text: &str) {
    use std::io::Write;
    let mut output = std::io::stdout().lock();
    let _ = output.write_all(text.as_bytes()).and_then(|()| output.flush());
}

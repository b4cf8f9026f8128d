//! `cargo grade`: its commands, and its exit codes: 0 when everything was graded, with any scores; 2 for a
//! call that makes no sense; 3 when something could not be graded; 4 when the sandbox of this machine is weaker
//! than `--min-tier`, so that another machine would do.

mod arguments;
mod doctor;
mod grade;

use std::borrow::Cow;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ArgMatches;
use course::{Course, Exercise};

use crate::Error;
use crate::assignment::{Assignment, template};
use crate::autograder;
use crate::compare::compare;
use crate::copies::copies;
use crate::fill;
use crate::handout;
use crate::intake::list;
use crate::mistakes;
use crate::results::{read, write_atomically};
use crate::run;
use arguments::Outputs;

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
    let result = match matches.subcommand() {
        Some(("merge", options)) => merge(course, options),
        Some(("assignment", options)) => assignment(course, options),
        Some(("fill", options)) => fill_in(options),
        Some(("autograder", options)) => pack_autograder(course, options),
        Some(("compare", options)) => compare_two(options),
        Some(("mistakes", options)) => unknown_mistakes(course, options),
        Some(("copies", options)) => look_for_copies(course, options),
        Some(("handout", options)) => hand_out(course, options),
        Some(("doctor", _)) => doctor(),
        _ => grade::grade(course, &matches),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(error.exit_code())
        }
    }
}

/// `cargo grade merge`: joins the results that `options` name.
fn merge(course: &'static Course, options: &ArgMatches) -> Result<(), Error> {
    let outputs = Outputs::new(course, options)?;
    let mut shards = Vec::new();
    for folder in options.get_many::<PathBuf>("parts").into_iter().flatten() {
        let record = folder.join("results.jsonl");
        // A part that was stopped has a folder and no record: it is missing.
        if record.symlink_metadata().is_ok() || !folder.is_dir() {
            shards.push(read(&record)?);
        } else {
            eprintln!("{} holds no results: its part did not come to its end", folder.display());
        }
    }
    let results = run::merge(shards)?;
    let _reserved = outputs.prepare()?;
    let summary = outputs.summary(&results);
    outputs.write(Cow::Owned(results))?;
    print(&summary);
    Ok(())
}

/// `cargo grade assignment`: prints a file to be edited.
fn assignment(course: &'static Course, options: &ArgMatches) -> Result<(), Error> {
    let lessons = options.get_many::<String>("lessons").into_iter().flatten();
    let lessons: Vec<&str> = lessons.map(String::as_str).collect();
    print(&template(course, &lessons)?);
    Ok(())
}

/// `cargo grade mistakes`: prints what the catalogue lacks.
fn unknown_mistakes(course: &'static Course, options: &ArgMatches) -> Result<(), Error> {
    let folder = options.get_one::<PathBuf>("results").cloned().unwrap_or_default();
    print(&mistakes::entries(course, &read(&folder.join("results.jsonl"))?));
    Ok(())
}

/// `cargo grade compare`: says whose grade changed, and why.
fn compare_two(options: &ArgMatches) -> Result<(), Error> {
    let results = |name: &str| {
        let folder = options.get_one::<PathBuf>(name).cloned().unwrap_or_default();
        read(&folder.join("results.jsonl"))
    };
    print(&compare(&results("old")?, &results("new")?).to_string());
    Ok(())
}

/// `cargo grade autograder`: packs an autograder for Gradescope.
fn pack_autograder(course: &'static Course, options: &ArgMatches) -> Result<(), Error> {
    let out = options.get_one::<PathBuf>("out").cloned().unwrap_or_default();
    let assignment = options.get_one::<PathBuf>("assignment");
    if let Some(path) = assignment {
        Assignment::read(course, path)?;
    }
    let mut bytes = std::io::Cursor::new(Vec::new());
    autograder::write(&root()?, assignment.map(PathBuf::as_path), &mut bytes)?;
    write_atomically(&out, |output| output.write_all(bytes.get_ref()))?;
    print(&format!(
        "Upload {} to Gradescope: Configure Autograder > Zip file upload.\n",
        out.display()
    ));
    Ok(())
}

/// `cargo grade copies`: lists submissions that are much alike.
fn look_for_copies(course: &'static Course, options: &ArgMatches) -> Result<(), Error> {
    let class = options.get_one::<PathBuf>("submissions").cloned().unwrap_or_default();
    let mut others = Vec::new();
    for folder in options.get_many::<PathBuf>("beside").into_iter().flatten() {
        others.extend(list(folder)?.entries);
    }
    let root = root()?;
    let solution = |exercise: &Exercise| fs::read_to_string(root.join(exercise.solution())).ok();
    print(&copies(course, &list(&class)?.entries, &others, solution).to_string());
    Ok(())
}

/// `cargo grade handout`: writes the course for a class, without its answers.
fn hand_out(course: &'static Course, options: &ArgMatches) -> Result<(), Error> {
    print(&handout::of_options(course, options)?);
    Ok(())
}

/// `cargo grade fill`: grades into an export of a gradebook.
fn fill_in(options: &ArgMatches) -> Result<(), Error> {
    let path = |name: &str| options.get_one::<PathBuf>(name).cloned().unwrap_or_default();
    let (export, out) = (path("export"), path("out"));
    let results = read(&path("results").join("results.jsonl"))?;
    fill::keep_apart(&export, &out)?;
    let bytes = fs::read(&export).map_err(Error::given(&export))?;
    let column = options.get_one::<String>("column").cloned();
    let wish = fill::Wish { column, scale: options.get_flag("scale") };
    let filled = fill::fill(&export, &bytes, &results, &wish)?;
    write_atomically(&out, |output| output.write_all(&filled.bytes))?;
    print(&format!("{filled}Import {}.\n", out.display()));
    match filled.without_row.len() {
        0 => Ok(()),
        count => Err(Error::NoRow(export, count)),
    }
}

fn doctor() -> Result<(), Error> {
    print(&doctor::diagnose(&own_program()?, &root()?)?);
    Ok(())
}

/// The grader's own program, which also builds cells.
fn own_program() -> Result<PathBuf, Error> {
    env::current_exe().map_err(|error| Error::Program("grader".into(), error))
}

/// The root of the clone of the course around the current folder, or else of the one that this program was built in.
///
/// # Errors
/// If there is neither: the grader compiles the course's own crates with every submission.
fn root() -> Result<PathBuf, Error> {
    let folder = env::current_dir().unwrap_or_default();
    let root = course::root(&folder).canonicalize().ok();
    root.filter(|root| course::clone_around(root).is_some()).ok_or(Error::NoCourse(folder))
}

/// Writes to standard output; a reader that has gone away is not an error.
fn print(text: &str) {
    use std::io::Write;
    let mut output = std::io::stdout().lock();
    let _ = output.write_all(text.as_bytes()).and_then(|()| output.flush());
}

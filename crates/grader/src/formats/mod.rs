//! The formats of results, each a writer that knows its own escapes.

mod classroom;
mod escape;
mod gradescope;
mod hidden;
pub mod html;
mod junit;
mod table;
#[cfg(test)]
mod tests;

use std::fs;
use std::path::Path;
use std::str::FromStr;

use contract::Language;
use course::Course;
use serde_json::Value;

use crate::Error;
use crate::results::{
    ExerciseResult, PropertyResult, Results, SubmissionResult, write, write_atomically,
};

pub(crate) use escape::in_one_line;
use escape::{file_name, visible};
pub use hidden::Hidden;

/// A format, as `--format` names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// `results.jsonl`, the record that all others are written from.
    Jsonl,
    /// `grades.csv`, a row per student, for the upload to a learning platform.
    Csv,
    /// `junit.xml`, for services that show test results.
    Junit,
    /// `gradescope/NAME.json`, a `results.json` per student.
    Gradescope,
    /// `classroom/NAME.json`, the form of GitHub Classroom's autograding.
    Classroom,
    /// `index.html`, the page for the instructor.
    Html,
}

impl Format {
    /// All formats, in the order in which the help lists them.
    pub const ALL: [Self; 6] =
        [Self::Jsonl, Self::Csv, Self::Junit, Self::Gradescope, Self::Classroom, Self::Html];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
            Self::Junit => "junit",
            Self::Gradescope => "gradescope",
            Self::Classroom => "classroom",
            Self::Html => "html",
        }
    }
}

impl FromStr for Format {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let found = Self::ALL.into_iter().find(|format| format.name() == name);
        found.ok_or_else(|| Error::UnknownFormat(name.to_string()))
    }
}

/// Writes `results` to `out` in every one of `formats`, and always as `results.jsonl`. Only that
/// one is complete; in the others `hidden` properties have names and no messages.
///
/// # Errors
/// Those of the file system. Every file is written atomically.
pub fn write_all(
    course: &Course,
    results: &Results,
    out: &Path,
    formats: &[Format],
    hidden: &Hidden,
    language: Language,
) -> Result<(), Error> {
    let record = out.join("results.jsonl");
    write_atomically(&record, |output| write(results, output))?;
    // The journal goes away next: not even a power cut may lose both.
    let sync = fs::File::open(&record).and_then(|file| file.sync_all());
    sync.map_err(Error::file(&record))?;
    let shown = hidden.apply(results);
    for format in formats {
        match format {
            Format::Jsonl => {}
            Format::Csv => {
                write_atomically(&out.join("grades.csv"), |output| table::write(&shown, output))?;
            }
            Format::Junit => {
                write_atomically(&out.join("junit.xml"), |output| junit::write(&shown, output))?;
            }
            Format::Gradescope => {
                write_one_each(&out.join("gradescope"), &shown, gradescope::form)?;
            }
            Format::Classroom => write_one_each(&out.join("classroom"), &shown, classroom::form)?,
            Format::Html => {
                let page = html::page(course, &shown, language);
                write_atomically(&out.join("index.html"), |output| {
                    output.write_all(page.as_bytes())
                })?;
            }
        }
    }
    Ok(())
}

/// A file of JSON per submission, in `folder`.
fn write_one_each(
    folder: &Path,
    results: &Results,
    form: fn(&SubmissionResult) -> Value,
) -> Result<(), Error> {
    fs::create_dir_all(folder).map_err(Error::file(folder))?;
    for submission in &results.submissions {
        let path = folder.join(file_name(&submission.submission, "json"));
        write_atomically(&path, |output| {
            serde_json::to_writer_pretty(&mut *output, &form(submission))?;
            output.write_all(b"\n")
        })?;
    }
    Ok(())
}

/// The form that `test` gives to each property, in the order of the course.
fn of_each_property(
    submission: &SubmissionResult,
    test: fn(&ExerciseResult, &PropertyResult) -> Value,
) -> Vec<Value> {
    let exercises = submission.exercises.iter();
    exercises
        .flat_map(|exercise| exercise.properties.iter().map(|property| test(exercise, property)))
        .collect()
}

/// The name of a property among all of the course.
fn name_of(exercise: &ExerciseResult, property: &PropertyResult) -> String {
    format!("{}/{}: {}", exercise.lesson, exercise.exercise, property.name)
}

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
use std::thread;
use std::time::Duration;

use contract::Language;
use course::Course;
use serde_json::Value;

use crate::Error;
use crate::folder::Folder;
use crate::results::{
    ExerciseResult, PropertyResult, Results, SubmissionResult, write, write_atomically,
};

pub(crate) use escape::in_one_line;
use escape::{file_name, visible};
pub use hidden::Hidden;

/// The file of all results.
const RECORD: &str = "results.jsonl";

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

    /// Its file, or its folder of a file per student.
    fn place(self) -> &'static str {
        match self {
            Self::Jsonl => RECORD,
            Self::Csv => "grades.csv",
            Self::Junit => "junit.xml",
            Self::Gradescope => "gradescope",
            Self::Classroom => "classroom",
            Self::Html => "index.html",
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
    let record = out.join(RECORD);
    let file = Folder::open(out)
        .and_then(|folder| folder.replace(RECORD, |output| write(results, output)));
    // The journal goes away next: not even a power cut may lose both.
    file.and_then(|file| file.sync_all()).map_err(Error::file(&record))?;
    let shown = hidden.apply(results);
    for format in formats {
        let place = out.join(format.place());
        match format {
            Format::Jsonl => {}
            Format::Csv => {
                write_atomically(&place, |output| table::write(&shown, output))?;
            }
            Format::Junit => {
                write_atomically(&place, |output| junit::write(&shown, output))?;
            }
            Format::Gradescope => {
                write_one_each(out, format.place(), &shown, gradescope::form)?;
            }
            Format::Classroom => write_one_each(out, format.place(), &shown, classroom::form)?,
            Format::Html => {
                let page = html::page(course, &shown, language);
                write_atomically(&place, |output| output.write_all(page.as_bytes()))?;
            }
        }
    }
    Ok(())
}

/// A file of JSON per submission, in the folder `name` of `out`.
fn write_one_each(
    out: &Path,
    name: &str,
    results: &Results,
    form: fn(&SubmissionResult) -> Value,
) -> Result<(), Error> {
    let path = out.join(name);
    let folder = Folder::open(out).and_then(|out| out.folder_to_write(name));
    let folder = folder.map_err(Error::file(&path))?;
    for submission in &results.submissions {
        let name = file_name(&submission.submission, "json");
        let written = folder.replace(&name, |output| {
            serde_json::to_writer_pretty(&mut *output, &form(submission))?;
            output.write_all(b"\n")
        });
        written.map_err(Error::file(&path.join(&name)))?;
    }
    Ok(())
}

/// Holds `out`, made if it is not there, for this run alone, and finds out before the work of hours whether the
/// results in `formats` can be written to it. It is held until the handle is dropped.
///
/// # Errors
/// If another run writes to `out`, it cannot be written, or something other than a file or folder of results is
/// in the place of one.
pub(crate) fn reserve(out: &Path, formats: &[Format]) -> Result<Folder, Error> {
    let no_write = |error| Error::Out(out.to_path_buf(), error);
    fs::create_dir_all(out).map_err(no_write)?;
    let folder = Folder::open(out).map_err(no_write)?;
    // Processes of a run that was just killed may hold the folder for a moment longer.
    let is_free = (0..20).any(|attempt| {
        thread::sleep(Duration::from_millis(if attempt == 0 { 0 } else { 100 }));
        folder.try_lock()
    });
    if !is_free {
        return Err(Error::OutInUse(out.to_path_buf()));
    }
    folder.check_writable().map_err(no_write)?;
    let places = formats.iter().map(|format| format.place());
    for place in places.chain([RECORD, "journal.jsonl", "times.jsonl"]) {
        let check = match place {
            "gradescope" | "classroom" => folder.folder_to_write(place).map(drop),
            _ => folder.check_place(place),
        };
        check.map_err(|error| Error::Out(out.join(place), error))?;
    }
    Ok(folder)
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

//! The formats that results are told in, each a writer that knows its own escapes.

mod classroom;
mod gradescope;
mod hidden;
pub mod html;
mod junit;
mod names;
mod table;
#[cfg(test)]
mod tests;

use std::fs;
use std::io;
use std::path::Path;
use std::str::FromStr;

use contract::Language;
use course::Course;
use serde_json::Value;

use crate::results::{
    ExerciseResult, PropertyResult, Results, SubmissionResult, atomically, write,
};

pub use hidden::Hidden;

/// A format.
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
    /// All formats.
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
    type Err = String;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|it| it.name() == name).ok_or_else(|| {
            let names = Self::ALL.map(Self::name).join(", ");
            format!("`{name}` is no format; the formats are {names}")
        })
    }
}

/// Writes `results` to `out` in every one of `formats`, and always as `results.jsonl`. Only that
/// one is complete; in the others `hidden` properties are names without words.
///
/// # Errors
/// Those of the file system; no file is left half written.
pub fn write_all(
    course: &Course,
    results: &Results,
    out: &Path,
    formats: &[Format],
    hidden: &Hidden,
    language: Language,
) -> io::Result<()> {
    let record = out.join("results.jsonl");
    atomically(&record, |output| write(results, output))?;
    // The journal goes away next: not even a power cut may lose both.
    fs::File::open(record)?.sync_all()?;
    let shown = hidden.apply(results);
    for format in formats {
        match format {
            Format::Jsonl => {}
            Format::Csv => {
                atomically(&out.join("grades.csv"), |output| table::write(&shown, output))?;
            }
            Format::Junit => {
                atomically(&out.join("junit.xml"), |output| junit::write(&shown, output))?;
            }
            Format::Gradescope => one_each(&out.join("gradescope"), &shown, gradescope::form)?,
            Format::Classroom => one_each(&out.join("classroom"), &shown, classroom::form)?,
            Format::Html => {
                let page = html::page(course, &shown, language);
                atomically(&out.join("index.html"), |output| output.write_all(page.as_bytes()))?;
            }
        }
    }
    Ok(())
}

/// A file of JSON per submission, in `folder`.
fn one_each(
    folder: &Path,
    results: &Results,
    form: fn(&SubmissionResult) -> Value,
) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for submission in &results.submissions {
        let path = folder.join(names::file_name(&submission.submission, "json"));
        atomically(&path, |output| {
            serde_json::to_writer_pretty(&mut *output, &form(submission))?;
            output.write_all(b"\n")
        })?;
    }
    Ok(())
}

/// What `test` makes of each property, in the order of the course.
fn of_each_property(
    submission: &SubmissionResult,
    test: fn(&ExerciseResult, &PropertyResult) -> Value,
) -> Vec<Value> {
    let exercises = submission.exercises.iter();
    exercises.flat_map(|exercise| exercise.properties.iter().map(|it| test(exercise, it))).collect()
}

/// The name of a property among all of the course.
fn name_of(exercise: &ExerciseResult, property: &PropertyResult) -> String {
    format!("{}/{}: {}", exercise.lesson, exercise.exercise, property.name)
}

/// `text` with what no reader can show made visible: a control character becomes its escape. Line
/// ends and tabs stay.
fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        // Also the marks that turn the direction of text around: they make code look like other.
        let is_trap = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
        let is_noncharacter = u32::from(c) & 0xfffe == 0xfffe;
        if (c.is_control() && !matches!(c, '\n' | '\t')) || is_trap || is_noncharacter {
            shown.extend(c.escape_unicode());
        } else {
            shown.push(c);
        }
    }
    shown
}

/// [`visible`] in one line, for names.
pub(crate) fn in_one_line(text: &str) -> String {
    visible(text).replace('\n', "\\n").replace('\t', "\\t")
}

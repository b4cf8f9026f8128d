//! The formats of results, each a writer that knows its own escapes.

mod autolab;
mod classroom50;
mod escape;
mod feedback;
mod gradescope;
mod hidden;
pub mod html;
mod junit;
mod prairielearn;
mod speaker;
mod table;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::cell::LazyCell;
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::Path;
use std::str::FromStr;
use std::thread;
use std::time::Duration;

use contract::Language;
use course::Course;
use serde_json::Value;

use crate::Error;
use crate::folder::{Folder, Kind};
use crate::results::{
    ExerciseResult, PropertyResult, Results, SubmissionResult, write, write_atomically,
};

pub(crate) use escape::in_one_line;
use escape::{file_name, visible};
pub use hidden::Hidden;
pub(crate) use speaker::Speaker;
#[cfg(test)]
pub(crate) use tests::hostile as example;

/// The file of all results.
const RECORD: &str = "results.jsonl";

/// A format, as `--format` names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// `results.jsonl`, the record that all others are written from.
    Jsonl,
    /// `grades.csv`, a plain table for people.
    Csv,
    /// `index.html`, the page for the instructor, and of a large class the folder `index-pages` with those of the students.
    Html,
    /// `feedback/NAME.html` and `feedback/NAME.md`, ready to send to the student.
    Feedback,
    /// `junit.xml`, for services that show test results.
    Junit,
    /// `gradescope/NAME.json`, a `results.json` per student.
    Gradescope,
    /// `classroom50/NAME.json`, a `result.json` of Classroom 50 per student.
    Classroom50,
    /// `prairielearn/NAME.json`, a `results.json` of an external grader per student.
    PrairieLearn,
    /// `autolab/NAME.txt`, what an autograder of Autolab prints per student.
    Autolab,
}

impl Format {
    /// All formats, in the order in which the help lists them.
    pub const ALL: [Self; 9] = [
        Self::Jsonl,
        Self::Csv,
        Self::Html,
        Self::Feedback,
        Self::Junit,
        Self::Gradescope,
        Self::Classroom50,
        Self::PrairieLearn,
        Self::Autolab,
    ];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
            Self::Junit => "junit",
            Self::Gradescope => "gradescope",
            Self::Classroom50 => "classroom50",
            Self::PrairieLearn => "prairielearn",
            Self::Autolab => "autolab",
            Self::Html => "html",
            Self::Feedback => "feedback",
        }
    }

    /// Its file, or its folder of a file per student.
    fn place(self) -> &'static str {
        match self {
            Self::Jsonl => RECORD,
            Self::Csv => "grades.csv",
            Self::Junit => "junit.xml",
            Self::Html => "index.html",
            Self::Gradescope
            | Self::Classroom50
            | Self::PrairieLearn
            | Self::Autolab
            | Self::Feedback => self.name(),
        }
    }

    /// Whether its place is a folder.
    fn has_folder(self) -> bool {
        self.place() == self.name()
    }

    /// The folder of its files, if it has one: that of the page is for the students of a large class.
    fn folder(self) -> Option<&'static str> {
        match self {
            Self::Html => Some(html::FOLDER),
            _ => self.has_folder().then(|| self.place()),
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

/// How results are written.
#[derive(Clone, Debug)]
pub struct Writing {
    /// The formats; the record is always written.
    pub formats: Vec<Format>,
    /// What students do not see.
    pub hidden: Hidden,
    /// The language of pages and feedback.
    pub language: Language,
    /// Whether `grades.csv` begins with a byte-order mark.
    pub has_mark: bool,
}

/// Writes `results` to `out` in every format, and always as `results.jsonl`. Only that one is complete; in the
/// others hidden properties have names and no messages. What an earlier run left there is removed.
///
/// # Errors
/// Those of the file system. Every file is written atomically.
pub fn write_all(
    course: &Course,
    results: Cow<'_, Results>,
    out: &Path,
    writing: &Writing,
) -> Result<(), Error> {
    let record = out.join(RECORD);
    let file = Folder::open(out)
        .and_then(|folder| folder.replace(RECORD, |output| write(&results, output)));
    // The journal goes away next: not even a power cut may lose both.
    file.and_then(|file| file.sync_all()).map_err(Error::file(&record))?;
    // A class of ten thousand is half a gigabyte: it is copied only if it has to be.
    let shown = LazyCell::new(|| writing.hidden.apply(results));
    for format in Format::ALL {
        if format == Format::Jsonl {
            continue;
        }
        if !writing.formats.contains(&format) {
            remove(out, format)?;
            continue;
        }
        let place = out.join(format.place());
        if format.has_folder() {
            let of_student = |submission: &SubmissionResult| {
                let files = files(format, &shown, submission, writing.language);
                let name = submission.submission.clone();
                files.into_iter().map(move |(ending, text)| (file_name(&name, ending), text))
            };
            write_folder(out, format.place(), shown.submissions.iter().flat_map(of_student))?;
        } else if format == Format::Html {
            // What the first page leads to is there before it.
            let (index, inner) = html::pages_of(course, &shown, writing.language);
            write_folder(out, html::FOLDER, inner)?;
            write_atomically(&place, |output| output.write_all(index.as_bytes()))?;
        } else {
            write_atomically(&place, |output| match format {
                Format::Csv => {
                    table::write(&shown, writing.has_mark, Speaker(writing.language), output)
                }
                _ => junit::write(&shown, output),
            })?;
        }
    }
    Ok(())
}

/// Removes what an earlier run wrote in `format`, which this one does not write: grades that are no longer true.
/// Whatever is there and is no file of results stays.
fn remove(out: &Path, format: Format) -> Result<(), Error> {
    let place = out.join(format.place());
    let folder = Folder::open(out).map_err(Error::file(out))?;
    let emptied = format.folder().map(|name| match folder.folder(OsStr::new(name)) {
        Ok(inner) => remove_but(&inner, &BTreeSet::new()),
        Err(_) => Ok(()),
    });
    let removed = match folder.kind(OsStr::new(format.place())) {
        Ok(Some(Kind::File)) => folder.remove(OsStr::new(format.place())),
        _ => Ok(()),
    };
    let removed = emptied.unwrap_or(Ok(())).and(removed);
    removed.map_err(Error::file(&place))
}

/// Removes the files of students in `folder` but those of these names.
fn remove_but(folder: &Folder, names: &BTreeSet<String>) -> io::Result<()> {
    for (name, kind) in folder.entries(usize::MAX)? {
        let text = name.to_string_lossy();
        let is_ours = [".json", ".txt", ".html", ".md"].iter().any(|ending| text.ends_with(ending));
        if kind == Kind::File && is_ours && !names.contains(&*text) {
            folder.remove(&name)?;
        }
    }
    Ok(())
}

/// Writes `files`, each by its name, to the folder `name`; those of an earlier run are removed.
fn write_folder(
    out: &Path,
    name: &str,
    files: impl Iterator<Item = (String, String)>,
) -> Result<(), Error> {
    let path = out.join(name);
    let out = Folder::open(out).map_err(Error::file(out))?;
    let mut files = files.peekable();
    if files.peek().is_none() && !matches!(out.kind(OsStr::new(name)), Ok(Some(Kind::Folder))) {
        return Ok(());
    }
    let folder = out.folder_to_write(name).map_err(Error::file(&path))?;
    let mut names = BTreeSet::new();
    for (name, text) in files {
        let written = folder.replace(&name, |output| output.write_all(text.as_bytes()));
        written.map_err(Error::file(&path.join(&name)))?;
        names.insert(name);
    }
    remove_but(&folder, &names).map_err(Error::file(&path))
}

/// The files of a submission in `format`, each by its ending.
fn files(
    format: Format,
    results: &Results,
    submission: &SubmissionResult,
    language: Language,
) -> Vec<(&'static str, String)> {
    let (header, say) = (&results.header, Speaker(language));
    let json = |form: &Value| format!("{form:#}\n");
    match format {
        Format::Gradescope => vec![("json", json(&gradescope::form(submission, say)))],
        Format::PrairieLearn => vec![("json", json(&prairielearn::form(submission, say)))],
        Format::Autolab => vec![("txt", autolab::text(submission, say))],
        Format::Classroom50 => match classroom50::form(submission, header, say) {
            Some(form) => vec![("json", json(&form))],
            None => vec![("txt", not_graded(submission, say))],
        },
        _ => vec![
            ("html", feedback::page(header, submission, language)),
            ("md", feedback::markdown(header, submission, language)),
        ],
    }
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
        let check = if formats.iter().any(|format| format.has_folder() && format.place() == place) {
            folder.folder_to_write(place).map(drop)
        } else {
            folder.check_place(place)
        };
        check.map_err(|error| Error::Out(out.join(place), error))?;
    }
    if formats.contains(&Format::Html) {
        let check = folder.check_place_of_folder(html::FOLDER);
        check.map_err(|error| Error::Out(out.join(html::FOLDER), error))?;
    }
    Ok(folder)
}

/// The form that `test` gives to each property, in the order of the course.
fn of_each_property(
    submission: &SubmissionResult,
    test: impl Fn(&ExerciseResult, &PropertyResult) -> Value + Copy,
) -> Vec<Value> {
    let exercises = submission.exercises.iter();
    exercises
        .flat_map(|exercise| {
            exercise.properties.iter().map(move |property| test(exercise, property))
        })
        .collect()
}

/// The name of a property among all of the course.
fn name_of(exercise: &ExerciseResult, property: &PropertyResult) -> String {
    format!("{}/{}: {}", exercise.lesson, exercise.exercise, property.name)
}

/// How an exercise went, in a line of HTML.
pub(crate) fn feedback_line(exercise: &ExerciseResult, language: Language) -> String {
    let verdict = Speaker(language).exercise(exercise);
    let ExerciseResult { exercise: name, score, max_score, .. } = exercise;
    match language {
        Language::English => format!("{name}: {verdict} ({score} of {max_score})"),
        Language::Korean => format!("{name}: {verdict} ({max_score}점 중 {score}점)"),
    }
}

/// That a submission has no grade, and why.
fn not_graded(submission: &SubmissionResult, say: Speaker) -> String {
    say.not_graded(&visible(submission.why_ungraded().unwrap_or_default())) + "\n"
}

/// The points of a property, and those that it is worth: its share of the exercise's.
fn points(exercise: &ExerciseResult, property: &PropertyResult) -> (f64, f64) {
    let most: u32 = exercise.properties.iter().map(|property| property.weight).sum();
    let share = f64::from(exercise.max_score) * f64::from(property.weight) / f64::from(most.max(1));
    // Two places are enough for people, and whole numbers stay whole.
    let worth = (100.0 * share).round() / 100.0;
    (if property.earns() { worth } else { 0.0 }, worth)
}

/// `text` up to a number of characters.
fn shortened(text: &str, longest: usize) -> String {
    match text.char_indices().nth(longest) {
        Some((at, _)) => format!("{} ..", &text[..at]),
        None => text.to_string(),
    }
}

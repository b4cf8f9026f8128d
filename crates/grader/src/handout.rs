//! `cargo grade handout`: the course for a class, without its answers, as a folder and as a zip. Of an assignment it
//! holds what counts.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use contract::Language;
use course::{Course, Exercise};
use handout::settings::Settings;
use handout::{Files, Handout};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::Error;
use crate::assignment::Assignment;
use crate::results::write_atomically;

/// What a class is handed.
#[derive(Debug)]
pub struct Wish {
    /// What counts.
    pub assignment: Assignment,
    /// The language of the README and of what the program says.
    pub language: Language,
    /// The command that installs the program, if it is not that of a clone.
    pub install: Option<String>,
    /// Whether every push has its checks run by GitHub. Classroom 50 takes such a workflow from a template; its own
    /// for grades it adds itself.
    pub has_workflow: bool,
}

/// Writes the handout to the folder `out`, which must not be there yet, and a zip of it beside; returns the zip.
///
/// # Errors
/// If something is there already, or cannot be written.
pub fn write(course: &Course, wish: &Wish, out: &Path) -> Result<PathBuf, Error> {
    let name = out.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let zip = out.with_file_name(format!("{name}.zip"));
    if zip.symlink_metadata().is_ok() {
        return Err(Error::Handout(handout::Error::Exists(zip)));
    }
    let mut handout = Handout::new(settings(course, wish)?);
    if wish.has_workflow {
        let Some(install) = &wish.install else { return Err(Error::NoInstall) };
        handout = handout.with(".github/workflows/check.yml", workflow(install));
    }
    handout.write(out).map_err(Error::Handout)?;
    let mut bytes = io::Cursor::new(Vec::new());
    pack(&name, &handout.files(), &mut bytes).map_err(Error::file(&zip))?;
    write_atomically(&zip, |output| output.write_all(bytes.get_ref()))?;
    Ok(zip)
}

/// What `gradlings.toml` says of the handout.
fn settings(course: &Course, wish: &Wish) -> Result<Settings, Error> {
    let mut by_lesson: BTreeMap<&str, (Vec<&str>, bool)> = BTreeMap::new();
    for exercise in course.exercises() {
        let (counted, is_whole) =
            by_lesson.entry(exercise.lesson.name()).or_insert((Vec::new(), true));
        if wish.assignment.counts(exercise) {
            counted.push(exercise.name());
        } else {
            *is_whole = false;
        }
    }
    by_lesson.retain(|_, (counted, _)| !counted.is_empty());
    let lessons: Vec<String> = by_lesson.keys().map(ToString::to_string).collect();
    let mut settings = Settings::of_lessons(&lessons, wish.language).map_err(Error::Handout)?;
    if by_lesson.values().any(|(_, is_whole)| !is_whole) {
        let counted = course.exercises().iter().filter(|exercise| wish.assignment.counts(exercise));
        settings.exercises = counted.map(Exercise::name).map(str::to_string).collect();
    }
    settings.title = wish.assignment.assigned().map_or_else(String::new, |known| known.title);
    settings.due = wish.assignment.due().unwrap_or_default();
    if let Some(install) = &wish.install {
        settings.install.clone_from(install);
    }
    Ok(settings)
}

/// A workflow of GitHub that installs the program and runs the checks.
fn workflow(install: &str) -> String {
    // A text in single quotes, as YAML has it.
    let install = install.replace('\'', "''").replace(['\n', '\r'], " ");
    include_str!("check.yml").replace("INSTALL", &install)
}

/// Writes `files` as a zip with all of them in the folder `name`.
fn pack(name: &str, files: &Files, output: &mut (impl Write + io::Seek)) -> io::Result<()> {
    let mut zip = ZipWriter::new(output);
    for (path, bytes) in files {
        let options = SimpleFileOptions::default().unix_permissions(0o644);
        zip.start_file(format!("{name}/{path}"), options).map_err(io::Error::from)?;
        zip.write_all(bytes)?;
    }
    zip.finish().map(drop).map_err(io::Error::from)
}

/// A handout for a class that `options` describe, read from the command line.
pub(crate) fn of_options(
    course: &'static Course,
    options: &clap::ArgMatches,
) -> Result<String, Error> {
    let out = options.get_one::<PathBuf>("out").cloned().unwrap_or_default();
    let assignment = options.get_one::<PathBuf>("assignment");
    let assignment = assignment.map(|path| Assignment::read(course, path)).transpose()?;
    let language = options.get_one::<String>("lang").map_or("en", String::as_str);
    let wish = Wish {
        assignment: assignment.unwrap_or_default(),
        language: Language::named(language).unwrap_or(Language::English),
        install: options.get_one::<String>("install").cloned(),
        has_workflow: options.get_flag("github"),
    };
    let zip = write(course, &wish, &out)?;
    let bytes = fs::metadata(&zip).map_err(Error::file(&zip))?.len();
    Ok(format!(
        "{} is what students get, {} the same as a zip ({} kB). No answer is in it; what the installed program \
         holds is said in crates/grader/README.md.\n",
        out.display(),
        zip.display(),
        bytes.div_ceil(1000)
    ))
}

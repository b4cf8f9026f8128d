//! `cargo run -- dev stubs`: writes the exercises from the solutions.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::error::Error;
use crate::screen::print;
use crate::workplace::Workplace;
use course::Exercise;
use course::wiring::list_of;

/// Writes the generated files that are not up to date.
pub(crate) fn write(workplace: &Workplace) -> Result<ExitCode, Error> {
    for (file, text) in generated(workplace)? {
        let file = workplace.root.join(file);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(Error::file(folder))?;
        }
        if fs::read_to_string(&file).ok().as_deref() != Some(&text) {
            fs::write(&file, text).map_err(Error::file(&file))?;
            print(&format!("wrote {}\n", file.display()));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The files that follow from the solutions and the lessons: stubs, the list of them, and the
/// wiring of exercises and solutions to the properties.
pub(crate) fn generated(workplace: &Workplace) -> Result<Vec<(PathBuf, String)>, Error> {
    let mut files = Vec::new();
    for exercise in workplace.course.exercises() {
        files.push((exercise.file(), workplace.stub(exercise)?));
    }
    for of_lesson in workplace.course.by_lesson() {
        let name = of_lesson[0].lesson.name();
        let folder = Path::new("exercises").join(name);
        files.push((
            folder.join("src").join("lib.rs"),
            list_of(&of_lesson.iter().collect::<Vec<_>>()),
        ));
        files.push((
            folder.join("tests").join("properties.rs"),
            tests_of_exercises(name, of_lesson),
        ));
        let folder = Path::new("solutions").join(name);
        files.push((folder.join("src").join("answers.rs"), answers_of_solutions(name, of_lesson)));
        files.push((folder.join("tests").join("properties.rs"), tests_of_solutions(name)));
    }
    Ok(files)
}

fn tests_of_exercises(lesson: &str, exercises: &[Exercise]) -> String {
    format!(
        "//! Puts the properties of the lesson to your functions, one line each. Nothing to change \
         here.\n\nuse {lesson}::Answers;\n\nfn {}\n{lesson}_suite::tests!(answers);\n",
        answers(&format!("exercise_{lesson}"), exercises)
    )
}

/// The solutions as one record of functions, for their own tests and for other crates.
fn answers_of_solutions(lesson: &str, exercises: &[Exercise]) -> String {
    format!(
        "//! The solutions as one answer to the lesson. Nothing to change here.\n\n\
         use {lesson}::Answers;\n\n\
         /// The solutions, as the properties ask for them.\npub fn {}",
        answers("crate", exercises)
    )
}

fn tests_of_solutions(lesson: &str) -> String {
    format!(
        "//! Puts the properties of the lesson to the solutions. Nothing to change here.\n\n\
         use solution_{lesson}::answers;\n\n{lesson}_suite::tests!(answers);\n"
    )
}

/// A function `answers` that names the functions in `krate`, a line each.
fn answers(krate: &str, exercises: &[Exercise]) -> String {
    let mut text = "answers() -> Answers {\n    Answers {\n".to_string();
    for function in exercises.iter().flat_map(|exercise| exercise.outline.functions) {
        let _ = writeln!(text, "        {function}: Box::new({krate}::{function}),");
    }
    text + "    }\n}\n"
}

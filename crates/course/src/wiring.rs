//! The root of a program with the functions of a lesson: it names each exercise's file as a module, and
//! gives their functions as the contract wants them.

use std::path::{Path, PathBuf};

use crate::Exercise;

/// A file that holds an exercise's functions.
pub struct SourceFile {
    /// The exercise.
    pub exercise: &'static Exercise,
    /// The file, as the compiler is to name it: `<exercise>.rs`, in one folder with the others of its lesson.
    pub path: PathBuf,
}

/// The root of a program with the functions in `files`, all of one lesson: what comes before its
/// `main`. The function `answers` gives them as the lesson's contract wants them.
pub fn root_file(lesson: &str, files: &[&SourceFile]) -> String {
    root_lines(lesson, files).into_iter().map(|(_, line)| line + "\n").collect()
}

/// The root of the package that holds `exercises`, some or all of a lesson's.
pub fn list_of(exercises: &[&Exercise]) -> String {
    // By name, as rustfmt wants it; the order to solve them in is in the files' titles.
    let mut exercises = exercises.to_vec();
    exercises.sort_by_key(|exercise| exercise.name());
    let number = exercises.first().map_or(0, |exercise| exercise.number.0);
    let mut text =
        format!("//! The exercises of lesson {number}, one file each. Nothing to change here.\n\n");
    // A test that `try --test` prints names the package, and may stand in an exercise's own file.
    if let Some(exercise) = exercises.first() {
        let lesson = exercise.lesson.name();
        text += &format!("#[cfg(test)]\nextern crate self as exercise_{lesson};\n\n");
    }
    for exercise in &exercises {
        text += &format!("mod {};\n", exercise.name());
    }
    text.push('\n');
    for exercise in &exercises {
        let mut functions = exercise.outline.functions.to_vec();
        functions.sort_unstable();
        let names = match functions[..] {
            [function] => function.to_string(),
            _ => format!("{{{}}}", functions.join(", ")),
        };
        text += &format!("pub use {}::{names};\n", exercise.name());
    }
    text
}

/// The `main` of a program that answers calls, and knows no property.
pub fn main_that_answers(lesson: &str) -> String {
    format!(
        "fn main() -> std::process::ExitCode {{\n    contract::serve_standard_input(\
         &exercise_{lesson}::answers())\n}}\n"
    )
}

/// The `main` of a program that answers calls and also judges itself.
pub fn main_that_judges(lesson: &str) -> String {
    format!(
        "fn main() -> std::process::ExitCode {{\n    contract::serve_standard_input(\
         &{lesson}_suite::LESSON.in_process(exercise_{lesson}::answers))\n}}\n"
    )
}

/// The lines of the root file, each with the exercise that it is there for.
pub(crate) fn root_lines(
    lesson: &str,
    files: &[&SourceFile],
) -> Vec<(Option<&'static str>, String)> {
    let mut lines = Vec::new();
    // The modules lie in a folder, as in a package: so each finds its own modules where cargo finds them.
    // What they are to each other, and to the root, is what `lib.rs` makes of them.
    let folder = files.first().and_then(|file| file.path.parent()).unwrap_or(Path::new(""));
    lines.push((None, format!("#[path = {:?}]", folder.display().to_string())));
    lines.push((None, "pub mod files {".to_string()));
    for SourceFile { exercise, .. } in files {
        let (name, owner) = (exercise.name(), Some(exercise.name()));
        lines.push((owner, format!("pub mod {name};")));
        let functions = exercise.outline.functions.join(", ");
        lines.push((owner, format!("#[allow(unused_imports)] pub use {name}::{{{functions}}};")));
    }
    lines.push((None, "}".to_string()));
    lines.push((None, "#[allow(unused_imports)] pub use files::*;".to_string()));
    lines.push((None, format!("pub fn answers() -> {lesson}::Answers {{")));
    lines.push((None, format!("    {lesson}::Answers {{")));
    for SourceFile { exercise, .. } in files {
        let name = exercise.name();
        for function in exercise.outline.functions {
            lines.push((Some(name), format!("        {function}: Box::new({name}::{function}),")));
        }
    }
    lines.push((None, "        ..contract::Contract::unwritten()".to_string()));
    lines.push((None, "    }\n}".to_string()));
    lines
}

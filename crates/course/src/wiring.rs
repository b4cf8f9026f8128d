//! The root of a program with the functions of a lesson: it names each exercise's file as a module, and
//! gives their functions as the contract wants them.

use std::path::PathBuf;

use crate::Exercise;

/// A file that holds an exercise's functions.
pub struct SourceFile {
    /// The exercise.
    pub exercise: &'static Exercise,
    /// The file, as the compiler is to name it.
    pub path: PathBuf,
}

/// The root of a program with the functions in `files`, all of one lesson: what comes before its
/// `main`. The function `answers` gives them as the lesson's contract wants them.
pub fn root_file(lesson: &str, files: &[&SourceFile]) -> String {
    root_lines(lesson, files).into_iter().map(|(_, line)| line + "\n").collect()
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
    for SourceFile { exercise, path } in files {
        let (name, owner) = (exercise.name(), Some(exercise.name()));
        lines.push((owner, format!("#[path = {:?}] pub mod {name};", path.display().to_string())));
        let functions = exercise.outline.functions.join(", ");
        lines.push((owner, format!("#[allow(unused_imports)] pub use {name}::{{{functions}}};")));
    }
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

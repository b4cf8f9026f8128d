//! The stub of an exercise, made from its solution and its hints, so that the two never drift
//! apart: the same functions, the same docs, and a `todo!` for a body.

use std::fmt::Write as _;

use testkit::Hints;

use crate::Exercise;

/// The widest line of the course's code.
const WIDTH: usize = 100;

/// Whether two texts are equal but for their line ends, which a checkout may change, and a byte-order mark,
/// which an editor may add.
pub fn same_text(text: &str, other: &str) -> bool {
    text.trim_start_matches('\u{feff}').lines().eq(other.trim_start_matches('\u{feff}').lines())
}

/// How commands are written in a clone, and where the program is installed.
const CALLS: [(&str, &str); 3] =
    [("cargo run -- ", "gradlings "), ("cargo run --", "gradlings"), ("cargo run", "gradlings")];

/// `text` with its commands as they are called where the program is installed: `gradlings` for `cargo run`.
pub fn for_installed(text: &str) -> String {
    CALLS.iter().fold(text.to_string(), |text, (clone, installed)| text.replace(clone, installed))
}

/// Whether `text` is `stub`, as it stands in a clone or as it is handed out.
pub fn is_stub(stub: &str, text: &str) -> bool {
    same_text(stub, text) || same_text(&for_installed(stub), text)
}

/// The stub of `exercise`, whose solution reads `solution`.
pub fn stub_of(exercise: &Exercise, solution: &str) -> String {
    let body = functions(solution, exercise.outline.hints);
    let mut stub = header(exercise, solution);
    let imports = imports(solution, &body);
    if !imports.is_empty() {
        stub += &format!("\n{imports}");
    }
    stub + "\n" + &body
}

fn header(exercise: &Exercise, solution: &str) -> String {
    let mut header = String::new();
    for line in solution.lines().take_while(|line| line.starts_with("//!")) {
        let _ = writeln!(header, "{line}");
    }
    let _ = write!(
        header,
        "//!\n//! Replace each `todo!` below, then check your work:\n//!\n//! ```sh\n\
         //! cargo run -- check {}\n//! ```\n",
        exercise.name()
    );
    header
}

/// The public functions with their docs, each with its first hint in place of the body.
fn functions(solution: &str, hints: &[Hints]) -> String {
    let mut stub = String::new();
    let mut docs: Vec<&str> = Vec::new();
    let mut lines = solution.lines();
    while let Some(line) = lines.next() {
        if line.starts_with("///") {
            docs.push(line);
        } else if let Some(rest) = line.strip_prefix("pub fn ") {
            let name = rest.split(['(', '<']).next().unwrap_or_default();
            let mut signature = vec![line];
            while !signature[signature.len() - 1].ends_with('{') {
                signature.extend(lines.next());
            }
            lines.by_ref().find(|line| *line == "}");
            if !stub.is_empty() {
                stub.push('\n');
            }
            for line in without_examples(&docs).into_iter().chain(signature) {
                stub += &format!("{line}\n");
            }
            stub += &format!("{}\n}}\n", todo(name, hints));
            docs.clear();
        } else if line.starts_with(char::is_alphabetic) {
            // Another item: what is public in an exercise are its functions, nothing else is kept.
            if !line.ends_with(';') && !line.ends_with('}') {
                lines.by_ref().find(|line| *line == "}" || *line == "};" || *line == "];");
            }
            docs.clear();
        }
    }
    stub
}

fn todo(function: &str, hints: &[Hints]) -> String {
    let hint = hints.iter().find(|hints| hints.function == function);
    let sentence = hint.map_or("write this", |hints| &hints.steps[0].en);
    // The sentence is a format string, in which braces stand for themselves only when doubled.
    let sentence = sentence.replace('{', "{{").replace('}', "}}");
    let line = format!("    todo!(\"{sentence}\")");
    if line.chars().count() <= WIDTH {
        line
    } else {
        format!("    todo!(\n        \"{sentence}\"\n    )")
    }
}

/// The docs without code blocks, and without blank lines at their end.
fn without_examples<'a>(docs: &[&'a str]) -> Vec<&'a str> {
    let mut kept = Vec::new();
    let mut in_code = false;
    for line in docs {
        if line.trim_start_matches("///").trim_start().starts_with("```") {
            in_code = !in_code;
        } else if !in_code {
            kept.push(*line);
        }
    }
    while kept.last() == Some(&"///") {
        kept.pop();
    }
    kept
}

/// The imports of the solution that the stub needs, too.
fn imports(solution: &str, body: &str) -> String {
    // Neither docs nor the sentences of the `todo!`s count.
    let code: Vec<&str> = body
        .lines()
        .filter(|line| {
            !line.starts_with("///") && !line.starts_with("        \"") && !line.contains("todo!(")
        })
        .collect();
    let code = code.join("\n");
    let is_used = |import: &str| {
        let name = import.rsplit("::").next().unwrap_or(import);
        code.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == name)
    };
    let mut kept = String::new();
    let mut rest = solution;
    while let Some(start) = rest.find("\nuse ") {
        let end = start + rest[start..].find(';').expect("an import ends");
        let import = rest[start + 1..end].trim_start_matches("use ");
        rest = &rest[end..];
        if import.starts_with("crate::") {
            // The solution calls a neighbour; a student may do otherwise.
            continue;
        }
        let (path, names) = import
            .split_once('{')
            .unwrap_or_else(|| import.split_at(import.rfind("::").map_or(0, |at| at + 2)));
        let names = names.trim_end_matches('}');
        let used: Vec<&str> =
            names.split(',').map(str::trim).filter(|it| !it.is_empty() && is_used(it)).collect();
        match used[..] {
            [] => {}
            [name] => kept += &format!("use {path}{name};\n"),
            _ => kept += &format!("use {path}{{{}}};\n", used.join(", ")),
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Course;
    use contract::Text;
    use testkit::Outline;

    const SOLUTION: &str = "//! # Exercise 1.1: twice

use ndarray::{Array2, Axis, s};
use rand::{RngExt, rngs::StdRng};

/// Twice `z`, not an `Axis`.
///
/// ```
/// # use x::twice;
/// assert_eq!(twice(2.0), 4.0);
/// ```
pub fn twice(rng: &mut StdRng, z: &Array2<f64>) -> Array2<f64> {
    if z.is_empty() {
        return z.clone();
    }
    helper(z.sum_axis(Axis(0)))
}

/// Not for students.
fn helper(z: f64) -> f64 {
    z
}
";

    #[test]
    fn a_stub_keeps_signatures_and_docs_and_nothing_else() {
        let nothing = Text::fixed("", "");
        let first = Text::fixed("add {z} to itself", "");
        let hints = vec![Hints { function: "twice", steps: [first, nothing.clone(), nothing] }];
        let known = &Course::whole().exercises()[0];
        let hints = Box::leak(hints.into_boxed_slice());
        let outline = Outline { name: "twice", hints, ..known.outline.clone() };
        let exercise = Exercise { lesson: known.lesson, number: known.number, outline };
        assert_eq!(
            stub_of(&exercise, SOLUTION),
            "//! # Exercise 1.1: twice
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check twice
//! ```

use ndarray::Array2;
use rand::rngs::StdRng;

/// Twice `z`, not an `Axis`.
pub fn twice(rng: &mut StdRng, z: &Array2<f64>) -> Array2<f64> {
    todo!(\"add {{z}} to itself\")
}
"
        );
    }
}

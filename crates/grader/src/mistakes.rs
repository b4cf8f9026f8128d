//! What a class teaches the catalogue: wrong functions that behave like no mistake of it, grouped by what they do.
//!
//! The examiner gives each such function a digest of its values on what the properties ask. Those of one digest are
//! a group, and `cargo grade mistakes` writes an entry of the catalogue for each, to be finished by a person.

use std::collections::BTreeMap;

use course::Course;
use course::report::Report;

use crate::formats::in_one_line;
use crate::judge::Source;
use crate::lexer::{Kind, pieces};
use crate::results::{Results, Unexplained};

/// The longest code that is kept of a function, in characters; the longest solution has 2,000.
const LONGEST: usize = 4_000;

/// A group of wrong functions that do the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The lesson and the exercise.
    pub lesson: String,
    /// As above.
    pub exercise: String,
    /// The first function of the group, as an example of all.
    pub example: Unexplained,
    /// What the first student was told.
    pub message: String,
    /// The students, by their places in the results.
    pub students: Vec<usize>,
}

/// What is unexplained in `report` on the file `source`.
pub(crate) fn unexplained(report: &Report, source: &Source) -> Vec<Unexplained> {
    let text = if let Source::Text(text) = source { text } else { "" };
    let unexplained = |(function, behaviour): &(String, String)| Unexplained {
        function: function.clone(),
        behaviour: behaviour.clone(),
        code: code_of(text, function).unwrap_or_default().chars().take(LONGEST).collect(),
    };
    report.behaviours.iter().map(unexplained).collect()
}

/// The groups in `results`, the largest first.
pub fn groups(course: &Course, results: &Results) -> Vec<Group> {
    let mut groups: BTreeMap<(&str, &str, &str), Group> = BTreeMap::new();
    for (student, submission) in results.submissions.iter().enumerate() {
        for exercise in &submission.exercises {
            let outlines = course.of_lesson(&exercise.lesson).iter().map(|known| &known.outline);
            let outline = outlines.clone().find(|outline| outline.name == exercise.exercise);
            for example in &exercise.unexplained {
                let is_of_function = |property: &str| {
                    let properties = outline.iter().flat_map(|outline| &outline.properties);
                    properties.clone().any(|known| *known == (example.function.as_str(), property))
                };
                let mut failed = exercise
                    .properties
                    .iter()
                    .filter(|property| property.is_own_failure() && is_of_function(&property.name));
                // What follows from another function is no mistake of this one.
                let Some(first) = failed.next() else { continue };
                let key = (&*exercise.lesson, &*exercise.exercise, &*example.behaviour);
                let group = groups.entry(key).or_insert_with(|| Group {
                    lesson: exercise.lesson.clone(),
                    exercise: exercise.exercise.clone(),
                    example: example.clone(),
                    message: first.message.clone().unwrap_or_default(),
                    students: Vec::new(),
                });
                group.students.push(student);
            }
        }
    }
    let mut groups: Vec<Group> = groups.into_values().collect();
    groups.sort_by_key(|group| std::cmp::Reverse(group.students.len()));
    groups
}

/// An entry of the catalogue for each group in `results`, in Rust, with what a person has to fill in.
pub fn entries(course: &Course, results: &Results) -> String {
    let groups = groups(course, results);
    let count = match groups.len() {
        1 => "One group of wrong functions behaves".to_string(),
        count => format!("{count} groups of wrong functions behave"),
    };
    let mut text = format!(
        "// {count} like no mistake of the catalogue. Give what is worth it an id in place of the digest,\n// and say in \
         one or two sentences, in English and Korean, what is wrong; then put it into the file.\n"
    );
    for Group { lesson, exercise, example, message, students } in &groups {
        let first = students.first().map(|student| &results.submissions[*student].submission);
        let name = first.map_or_else(String::new, |name| in_one_line(name));
        text += &format!(
            "\n// crates/{lesson}/suite/src/{exercise}/mistakes.rs: {} students, first {name}\n",
            students.len()
        );
        for line in message.lines().take(15) {
            text += &format!("//     {}\n", in_one_line(line));
        }
        let Unexplained { function, behaviour, code } = example;
        let closure = closure(code).unwrap_or_else(|| "todo!(\"the wrong code\")".to_string());
        text += &format!(
            "mistake!(\n    \"{behaviour}\",\n    {function},\n{},\n    \"TODO\",\n    \"TODO\"\n),\n",
            indented(&closure)
        );
    }
    text
}

fn indented(code: &str) -> String {
    let lines = code.lines().map(|line| format!("    {line}").trim_end().to_string());
    lines.collect::<Vec<_>>().join("\n")
}

/// The function `name` in `text`, from `fn` to its last brace.
fn code_of<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let (mut at, mut before, mut start, mut depth) = (0, (0, ""), None, 0);
    for (kind, piece) in pieces(text) {
        match (kind, piece) {
            (Kind::Gap, _) => {
                at += piece.len();
                continue;
            }
            (Kind::Word, word) if start.is_none() && word == name && before.1 == "fn" => {
                start = Some(before.0);
            }
            (Kind::Sign, "{") if start.is_some() => depth += 1,
            (Kind::Sign, "}") if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    return text.get(start?..=at);
                }
            }
            _ => {}
        }
        before = (at, piece);
        at += piece.len();
    }
    None
}

/// The closure that does what the function `code` does, in the form of the catalogue: `|z| {..}`.
fn closure(code: &str) -> Option<String> {
    let (mut at, mut depth, mut names, mut before) = (0, 0, Vec::new(), "");
    for (kind, piece) in pieces(code) {
        match (kind, piece) {
            (Kind::Gap, _) => {
                at += piece.len();
                continue;
            }
            (Kind::Sign, "(" | "[" | "<") => depth += 1,
            (Kind::Sign, ")" | "]") => depth -= 1,
            (Kind::Sign, ">") if before != "-" => depth -= 1,
            (Kind::Sign, ":") if depth == 1 && before != ":" => names.push(before.to_string()),
            (Kind::Sign, "{") => return Some(format!("|{}| {}", names.join(", "), &code[at..])),
            _ => {}
        }
        before = piece;
        at += piece.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::example;

    const FILE: &str = "use ndarray::Array2;\n// fn relu() {}\nfn relu_too() { \"}\" }\n/// Docs.\npub fn relu(z: \
        &Array2<f64>, by: f64) -> Array2<f64> {\n    // }\n    if by > 0.0 { z * by } else { z.clone() }\n}\nfn other() {}\n";

    #[test]
    fn the_code_of_a_function_is_found_and_becomes_a_closure() {
        let code = code_of(FILE, "relu").unwrap();
        assert!(code.starts_with("fn relu(z:") && code.ends_with("}\n}"), "{code}");
        assert_eq!(code_of(FILE, "relu_too"), Some("fn relu_too() { \"}\" }"));
        assert_eq!((code_of(FILE, "tanh"), code_of("fn tanh() {", "tanh")), (None, None));
        let closure = closure(code).unwrap();
        assert!(closure.starts_with("|z, by| {\n    // }\n    if by > 0.0"), "{closure}");
    }

    #[test]
    fn groups_are_of_those_that_do_the_same_by_themselves() {
        let mut results = example();
        let course = Course::whole();
        for (index, submission) in results.submissions.iter_mut().enumerate() {
            let code = "fn tanh(z: f64) -> f64 {\n    z\n}".to_string();
            let behaviour = if index < 3 { "one" } else { "other" }.to_string();
            let unexplained = Unexplained { function: "tanh".into(), behaviour, code };
            let exercise = &mut submission.exercises[0];
            exercise.unexplained = vec![unexplained];
            if index == 0 {
                for property in &mut exercise.properties {
                    property.follow_on = Some("sigmoid".to_string());
                }
            }
        }
        let groups = groups(course, &results);
        let all = results.submissions.len();
        let counts: Vec<usize> = groups.iter().map(|group| group.students.len()).collect();
        let (small, large) = (2.min(all - 3), 2.max(all - 3));
        assert_eq!(counts, [large, small], "whoever only follows is in no group");
        let entries = entries(course, &results);
        assert!(
            entries.contains("    \"one\",\n    tanh,\n    |z| {\n        z\n    },"),
            "{entries}"
        );
        assert!(!entries.contains('\u{1b}') && !entries.contains("<script>\n"), "{entries}");
    }
}

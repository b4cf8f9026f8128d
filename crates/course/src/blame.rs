//! Whose fault an error of the compiler is.
//!
//! The compiler is asked for JSON. An error belongs to the exercise in whose file one of its spans lies;
//! else to the exercise that the line of the root file is there for (a function that is missing or has
//! another signature shows there); else to nobody.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;

use crate::wiring::{SourceFile, root_lines};

/// What the compiler says, as far as it is read here.
struct Diagnostic {
    level: String,
    /// The name of the lint, or the number of the error; empty if it has none.
    code: String,
    /// What it says, in one line.
    message: String,
    rendered: Option<String>,
    spans: Vec<Span>,
}

/// A place that a diagnostic is about.
struct Span {
    file_name: String,
    line_start: usize,
    is_primary: bool,
}

/// Whose fault the errors in the compiler's JSON are, and what else it said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Blame {
    /// The compiler's words about each exercise that has errors.
    pub errors: BTreeMap<&'static str, String>,
    /// Errors that are in none of the files.
    pub strays: String,
}

/// Reads the compiler's `messages` on a [`root_file`](crate::wiring::root_file) of `files`, whose paths are as in the call of
/// [`root_file`](crate::wiring::root_file); `root` is the folder that the compiler was called in.
pub fn blame(root: &Path, files: &[&SourceFile], messages: &[u8]) -> Blame {
    let mut blame = Blame::default();
    let messages = String::from_utf8_lossy(messages);
    for line in messages.lines() {
        let Some(diagnostic) = Diagnostic::read(line) else {
            // Not JSON: the compiler, or the linker, speaks out of turn.
            let _ = writeln!(blame.strays, "{line}");
            continue;
        };
        if diagnostic.level != "error" || diagnostic.rendered.is_none() {
            continue;
        }
        let rendered = diagnostic.rendered.unwrap_or_default();
        let spans = &diagnostic.spans;
        let of_file =
            files.iter().find(|file| spans.iter().any(|span| span.is_in(root, &file.path)));
        let of_wiring = || spans.iter().find_map(|span| span.wires(files));
        let (culprit, is_wiring) = match of_file {
            Some(file) => (Some(file.exercise.name()), false),
            None => (of_wiring(), true),
        };
        match culprit {
            // Whatever is missing is missing wherever it is wired: one error says so.
            Some(name) if is_wiring && blame.errors.contains_key(name) => {}
            Some(name) => blame.errors.entry(name).or_default().push_str(&rendered),
            None => blame.strays.push_str(&rendered),
        }
    }
    blame
}

/// A warning that points at a mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The line, from 1.
    pub line: usize,
    /// What the compiler says, in one line.
    pub words: String,
}

/// Warnings that point at a mistake; others are a matter of style.
const TELLING: [&str; 6] = [
    "unused_variables",
    "unused_assignments",
    "unused_must_use",
    "unreachable_code",
    "unconditional_recursion",
    "path_statements",
];

/// The warnings in the compiler's `messages` that point at a mistake, for each exercise; the arguments are those
/// of [`blame`].
pub fn warnings(
    root: &Path,
    files: &[&SourceFile],
    messages: &[u8],
) -> BTreeMap<&'static str, Vec<Warning>> {
    let mut warnings: BTreeMap<&'static str, Vec<Warning>> = BTreeMap::new();
    let messages = String::from_utf8_lossy(messages);
    for diagnostic in messages.lines().filter_map(Diagnostic::read) {
        if diagnostic.level != "warning" || !TELLING.contains(&diagnostic.code.as_str()) {
            continue;
        }
        let places = diagnostic.spans.iter().filter(|span| span.is_primary);
        let found = places.clone().find_map(|span| {
            let file = files.iter().find(|file| span.is_in(root, &file.path))?;
            Some((file.exercise.name(), span.line_start))
        });
        if let Some((exercise, line)) = found {
            let warning = Warning { line, words: diagnostic.message };
            warnings.entry(exercise).or_default().push(warning);
        }
    }
    warnings
}

impl Diagnostic {
    /// Reads one line of the compiler's JSON; `None` if it is not one.
    fn read(line: &str) -> Option<Self> {
        let json: Value = serde_json::from_str(line).ok()?;
        let spans = json["spans"].as_array()?.iter().filter_map(Span::read).collect();
        let rendered = json["rendered"].as_str().map(str::to_string);
        let text = |value: &Value| value.as_str().unwrap_or_default().to_string();
        Some(Self {
            level: json["level"].as_str()?.to_string(),
            code: text(&json["code"]["code"]),
            message: text(&json["message"]),
            rendered,
            spans,
        })
    }
}

impl Span {
    fn read(json: &Value) -> Option<Self> {
        Some(Self {
            file_name: json["file_name"].as_str()?.to_string(),
            line_start: json["line_start"].as_u64().and_then(|line| usize::try_from(line).ok())?,
            is_primary: json["is_primary"].as_bool()?,
        })
    }

    /// Whether the span lies in the file at `path`.
    fn is_in(&self, root: &Path, path: &Path) -> bool {
        root.join(&self.file_name) == path || Path::new(&self.file_name) == path
    }

    /// The exercise whose lines of the root file the span is about, if it is.
    fn wires(&self, files: &[&SourceFile]) -> Option<&'static str> {
        let is_root_file = Path::new(&self.file_name).file_name() == Some("main.rs".as_ref());
        if !is_root_file || !self.is_primary {
            return None;
        }
        let lesson = files.first()?.exercise.lesson.name();
        root_lines(lesson, files).get(self.line_start - 1)?.0
    }
}

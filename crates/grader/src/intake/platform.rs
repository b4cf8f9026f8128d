//! What learning platforms make of the names of submissions when a teacher downloads them.
//!
//! | platform | name |
//! |---|---|
//! | Moodle | `Ada Lovelace_12345_assignsubmission_file_`, a folder, or followed by the name of the file |
//! | Canvas | `lovelaceada_late_123_456_course.zip`: the student's id, the file's id |
//! | Blackboard | `Homework 1_ada_attempt_2026-10-01-23-59-00_course.zip` |
//! | Gradescope | `submission_98765432`, a folder; `submission_metadata.yml` beside it says whose |

use std::collections::BTreeMap;

use jiff::civil;

use super::contents::Written;

/// Files of a platform's own among the submissions.
pub(super) const OWN_FILES: [&str; 2] = ["submission_metadata.yml", "scores.csv"];

/// What the name of a submission says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The student, as the platform has it, with the id.
    pub student: String,
    /// The student's id in the gradebook of the platform.
    pub id: String,
    /// The name that the student gave to the file; empty for a folder.
    pub file: String,
    /// Whether the platform says that it came late.
    pub is_late: bool,
    /// When it was handed in, by the clock of the platform.
    pub written: Option<Written>,
}

/// What `name` says, if a platform made it.
pub fn named(name: &str) -> Option<Named> {
    moodle(name).or_else(|| blackboard(name)).or_else(|| canvas(name))
}

fn moodle(name: &str) -> Option<Named> {
    let (student, rest) = name.split_once("_assignsubmission_")?;
    let (_, id) = student.rsplit_once('_')?;
    // What follows is the plugin that took the submission: `file`, `onlinetext`.
    let file = rest.split_once('_').map_or("", |(_, file)| file);
    is_number(id).then(|| Named {
        student: student.to_string(),
        id: id.to_string(),
        file: file.to_string(),
        is_late: false,
        written: None,
    })
}

fn canvas(name: &str) -> Option<Named> {
    let parts: Vec<&str> = name.split('_').collect();
    let is_text = |part: &str| matches!(part, "text.html" | "link.html" | "media.html");
    let at = (1..parts.len().saturating_sub(1)).find(|at| {
        let rest = parts[at + 1];
        is_number(parts[*at])
            && ((is_number(rest) && at + 2 < parts.len()) || is_text(&rest.to_lowercase()))
    })?;
    let is_late = at > 1 && parts[at - 1].eq_ignore_ascii_case("late");
    let student = parts[..at - usize::from(is_late)].join("_");
    let file = parts[if is_number(parts[at + 1]) { at + 2 } else { at + 1 }..].join("_");
    (!student.is_empty()).then(|| Named {
        student: format!("{student}_{}", parts[at]),
        id: parts[at].to_string(),
        file: without_number(&file),
        is_late,
        written: None,
    })
}

/// `file` without the number that Canvas gives to a file that is handed in again: `relu-1.rs` is `relu.rs`.
fn without_number(file: &str) -> String {
    let (stem, ending) = file.split_once('.').unwrap_or((file, ""));
    match stem.rsplit_once('-') {
        Some((stem, number)) if is_number(number) && !ending.is_empty() => {
            format!("{stem}.{ending}")
        }
        _ => file.to_string(),
    }
}

fn blackboard(name: &str) -> Option<Named> {
    const MARK: &str = "_attempt_";
    const TIME: usize = "2026-10-01-23-59-00".len();
    let (before, after) = name.split_once(MARK)?;
    let time = after.get(..TIME)?;
    let numbers: Vec<i16> = time.split('-').map_while(|part| part.parse().ok()).collect();
    let [year, rest @ ..] = numbers.as_slice() else { return None };
    let rest: Vec<i8> = rest.iter().map_while(|number| i8::try_from(*number).ok()).collect();
    let [month, day, hour, minute, second] = rest[..] else { return None };
    let time_of_day = civil::DateTime::new(*year, month, day, hour, minute, second, 0).ok()?;
    let instant = time_of_day.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp();
    let (_, id) = before.rsplit_once('_')?;
    let file = after[TIME..].strip_prefix('_').unwrap_or(&after[TIME..]);
    Some(Named {
        student: format!("{before}{MARK}{time}"),
        id: id.to_string(),
        file: file.to_string(),
        is_late: false,
        written: Some(Written::Local(instant.as_second())),
    })
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.len() < 19 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whose submission a folder of Gradescope is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Submitter {
    pub(super) name: String,
    /// The student's number at the school, or else the address.
    pub(super) id: String,
}

/// The submitters of each folder, from the lines of `submission_metadata.yml`. Only the first submitter of a
/// group counts; what is not laid out as Gradescope does is left out.
pub(super) fn submitters(metadata: &str) -> BTreeMap<String, Submitter> {
    let mut submitters: BTreeMap<String, Submitter> = BTreeMap::new();
    let (mut folder, mut email) = (String::new(), String::new());
    let mut is_first = true;
    for line in metadata.lines() {
        if let Some(name) = line.strip_suffix(':').filter(|name| name.starts_with("submission_")) {
            (folder, email, is_first) = (name.to_string(), String::new(), true);
            submitters.insert(folder.clone(), Submitter::default());
            continue;
        }
        let Some(submitter) = submitters.get_mut(&folder) else { continue };
        let field = line.trim_start();
        let Some((key, value)) = field.trim_start_matches("- ").split_once(": ") else {
            continue;
        };
        // Each submitter begins with a dash; the history repeats all of it, indented further.
        if field.starts_with("- ") && !submitter.name.is_empty() {
            is_first = false;
        }
        let value = scalar(value.trim());
        match key.trim_start_matches(':') {
            "name" if is_first && submitter.name.is_empty() => submitter.name = value,
            "email" if is_first && email.is_empty() => {
                email.clone_from(&value);
                if submitter.id.is_empty() {
                    submitter.id = value;
                }
            }
            "sid" if is_first && !value.is_empty() => submitter.id = value,
            _ => {}
        }
    }
    submitters.retain(|_, submitter| !submitter.name.is_empty());
    submitters
}

/// The text of a scalar, plain or in quotes.
fn scalar(value: &str) -> String {
    let inside = |quote: char| value.strip_prefix(quote)?.strip_suffix(quote);
    if let Some(text) = inside('\'') {
        return text.replace("''", "'");
    }
    if inside('"').is_some() {
        // What Ruby escapes, JSON does, but for what a name does not hold.
        return serde_json::from_str(value).unwrap_or_default();
    }
    if value == "null" || value == "~" { String::new() } else { value.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str) -> String {
        let Some(named) = named(name) else { return String::new() };
        let late = if named.is_late { " late" } else { "" };
        format!("{}|{}|{}{late}", named.student, named.id, named.file)
    }

    #[test]
    fn names_of_platforms_are_taken_apart() {
        for (name, expected) in [
            ("Ada Lovelace_12345_assignsubmission_file_", "Ada Lovelace_12345|12345|"),
            ("김 가람_7_assignsubmission_file", "김 가람_7|7|"),
            ("Group 1-Ada_12_assignsubmission_file_relu.rs", "Group 1-Ada_12|12|relu.rs"),
            ("Ada_12_assignsubmission_onlinetext_onlinetext.html", "Ada_12|12|onlinetext.html"),
            ("lovelaceada_123_456_course.zip", "lovelaceada_123|123|course.zip"),
            ("lovelaceada_late_123_456_my_course.zip", "lovelaceada_123|123|my_course.zip late"),
            ("lovelaceada_LATE_123_456_relu-1.rs", "lovelaceada_123|123|relu.rs late"),
            ("김가람_1_2_x.zip", "김가람_1|1|x.zip"),
            ("lee2_9_10_11.zip", "lee2_9|9|11.zip"),
            ("lovelaceada_123_text.html", "lovelaceada_123|123|text.html"),
            (
                "Homework 1_ada_attempt_2026-10-01-23-59-00_course.zip",
                "Homework 1_ada_attempt_2026-10-01-23-59-00|ada|course.zip",
            ),
            ("ada", ""),
            ("ada_1", ""),
            ("_1_2_x.zip", ""),
            ("ada_lovelace.zip", ""),
            ("Ada_assignsubmission_file_", ""),
        ] {
            assert_eq!(of(name), expected, "{name}");
        }
    }

    #[test]
    fn gradescope_says_who_handed_in_what() {
        let metadata = "---\nsubmission_1:\n  :submitters:\n  - :name: Ada Lovelace\n    :sid: '12345'\n    \
            :email: ada@example.edu\n  - :name: Grace\n    :sid: '9'\n  :created_at: 2026-10-01 03:22:01 Z\n  \
            :history:\n  - :id: 2\n    :submitters:\n    - :name: Old\nsubmission_2:\n  :submitters:\n  \
            - :name: 'Seán O''Brien'\n    :sid:\n    :email: sean@example.edu\nsubmission_3:\n  :submitters:\n  \
            - :name: \"\\uAE40\\uAC00\\uB78C\"\n    :email: k@example.kr\n";
        let submitter = |name: &str, id: &str| Submitter { name: name.into(), id: id.into() };
        let found = submitters(metadata);
        assert_eq!(found["submission_1"], submitter("Ada Lovelace", "12345"));
        assert_eq!(found["submission_2"], submitter("Seán O'Brien", "sean@example.edu"));
        assert_eq!(found["submission_3"], submitter("김가람", "k@example.kr"));
        assert_eq!(submitters("submission_1\n: x"), BTreeMap::new());
    }
}

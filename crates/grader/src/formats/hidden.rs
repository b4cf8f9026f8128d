//! Properties of which students see only the names.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use contract::{Language, Text, say};
use course::Course;
use course::report::Standing;

use crate::Error;
use crate::results::{Results, SubmissionResult};

/// Patterns for properties of which only the names are shown.
#[derive(Clone, Debug, Default)]
pub struct Hidden {
    patterns: Vec<String>,
}

impl Hidden {
    /// From what was given on the command line: patterns, or files with a pattern a line, in which
    /// `#` begins a comment. A pattern is matched with a property's name, with
    /// `exercise/property` and with `lesson/exercise/property`; `*` stands for anything.
    ///
    /// # Errors
    /// If a file cannot be read, or a pattern matches no property of the course: a misspelt pattern would show
    /// what was to be hidden.
    pub fn new<'a>(
        course: &Course,
        given: impl IntoIterator<Item = &'a str>,
    ) -> Result<Self, Error> {
        let mut patterns = Vec::new();
        for argument in given {
            let path = Path::new(argument);
            if path.is_file() {
                let text = fs::read_to_string(path).map_err(Error::given(path))?;
                let text = text.trim_start_matches('\u{feff}');
                let lines = text.lines().map(|line| line.split('#').next().unwrap_or("").trim());
                patterns.extend(lines.filter(|line| !line.is_empty()).map(str::to_string));
            } else {
                patterns.push(argument.to_string());
            }
        }
        for pattern in patterns.iter_mut().filter(|pattern| pattern.ends_with('/')) {
            pattern.push('*');
        }
        let hidden = Self { patterns };
        match hidden.patterns.iter().find(|pattern| !matches_something(course, pattern)) {
            Some(pattern) => Err(Error::HidesNothing(pattern.clone())),
            None => Ok(hidden),
        }
    }

    /// The hidden properties of `course`, each with the name of its exercise.
    pub(crate) fn properties(&self, course: &Course) -> BTreeSet<(String, String)> {
        let mut hidden = BTreeSet::new();
        for exercise in course.exercises() {
            let (lesson, name) = (exercise.lesson.name(), exercise.name());
            let properties = exercise.outline.properties.iter().map(|(_, property)| *property);
            let of_exercise = properties.filter(|property| self.hides(lesson, name, property));
            hidden.extend(of_exercise.map(|property| (name.to_string(), property.to_string())));
        }
        hidden
    }

    /// `results` as a student may see them:
    ///
    /// 1. A hidden property has no words and no mistake.
    /// 2. Where anything is hidden, text that the student's program chose is left out of all other properties
    ///    too: a program remembers what it was asked, and could tell in a panic, or by the code with which it
    ///    exits, what it was asked by a hidden one. The file and the line of a panic stay.
    /// 3. What failed in the grader is said without paths of this machine.
    ///
    /// What is lent is copied only where something is to be left out.
    pub fn apply<'r>(&self, results: Cow<'r, Results>) -> Cow<'r, Results> {
        let has_failed = |submission: &SubmissionResult| {
            let mut properties =
                submission.exercises.iter().flat_map(|exercise| &exercise.properties);
            properties.any(|property| property.verdict == Standing::Infra)
        };
        if self.patterns.is_empty() && !results.submissions.iter().any(has_failed) {
            return results;
        }
        let language = Language::named(&results.header.language).unwrap_or(Language::English);
        let mut shown = results.into_owned();
        for submission in &mut shown.submissions {
            for exercise in &mut submission.exercises {
                let (lesson, name) = (exercise.lesson.clone(), exercise.exercise.clone());
                for property in &mut exercise.properties {
                    // That nothing was judged, and why, is no secret.
                    let is_judged =
                        !matches!(property.verdict, Standing::Rejected | Standing::Infra);
                    if is_judged && self.hides(&lesson, &name, &property.name) {
                        (property.message, property.mistake) = (None, None);
                    }
                    let Some(message) = &mut property.message else { continue };
                    if let Some(text) = self.instead_of(message, property.verdict, &lesson) {
                        *message = text.speak(language).to_string();
                    }
                }
            }
        }
        Cow::Owned(shown)
    }

    /// What a student reads instead of `message`, if anything.
    fn instead_of(&self, message: &str, verdict: Standing, lesson: &str) -> Option<Text> {
        let is_of_the_program = matches!(
            verdict,
            Standing::Panic | Standing::Crash | Standing::Protocol | Standing::NotStarted
        );
        match verdict {
            Standing::Infra => Some(say!(
                "This could not be graded, because something failed on the machine that grades, not in your \
                 code. Your instructor has been told.",
                "채점하는 컴퓨터의 문제로 채점하지 못했습니다. 코드의 문제가 아닙니다. 강사에게 \
                 알렸습니다."
            )),
            _ if self.patterns.is_empty() || !is_of_the_program => None,
            Standing::Crash => Some(say!(
                "The program ended in the middle of a call.",
                "함수를 부르는 도중에 프로그램이 종료되었습니다."
            )),
            Standing::Protocol => {
                Some(say!("What came back is not an answer.", "돌아온 것이 답이 아닙니다."))
            }
            Standing::NotStarted => Some(say!("Not written yet.", "아직 작성되지 않았습니다.")),
            _ => Some(match place(message, lesson) {
                Some(place) => say!(
                    "Your code panicked at {place}. Its message is left out, because properties are hidden.",
                    "코드가 {place}에서 패닉했습니다. 비공개 성질이 있어 메시지는 생략합니다."
                ),
                None => say!(
                    "Your code panicked. Its message is left out, because properties are hidden.",
                    "코드가 패닉했습니다. 비공개 성질이 있어 메시지는 생략합니다."
                ),
            }),
        }
    }

    fn hides(&self, lesson: &str, exercise: &str, property: &str) -> bool {
        self.patterns.iter().any(|pattern| matches(pattern, lesson, exercise, property))
    }
}

/// The file of `lesson` and the line in it that the message of a panic begins with. Nothing else passes: the place,
/// too, comes from the student's program.
fn place(message: &str, lesson: &str) -> Option<String> {
    let file = format!("exercises/{lesson}/src/");
    let begin = ["Your code panicked at ", "코드가 "];
    let rest = begin.iter().find_map(|begin| message.strip_prefix(begin))?.strip_prefix(&file)?;
    let (name, rest) = rest.split_once(".rs:")?;
    let exercises = Course::whole().of_lesson(lesson);
    let exercise = exercises.iter().find(|exercise| exercise.name() == name)?;
    let line: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let is_line = (1..=4).contains(&line.len());
    is_line.then(|| format!("{file}{}.rs:{line}", exercise.name()))
}

fn matches_something(course: &Course, pattern: &str) -> bool {
    course.exercises().iter().any(|exercise| {
        let (lesson, name) = (exercise.lesson.name(), exercise.name());
        let mut properties = exercise.outline.properties.iter();
        properties.any(|(_, property)| matches(pattern, lesson, name, property))
    })
}

fn matches(pattern: &str, lesson: &str, exercise: &str, property: &str) -> bool {
    [
        property.to_string(),
        format!("{exercise}/{property}"),
        format!("{lesson}/{exercise}/{property}"),
    ]
    .iter()
    .any(|name| fits(pattern, name))
}

/// Whether `name` is `pattern` with something, or nothing, for each `*`.
fn fits(pattern: &str, name: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else { return pattern == name };
    let Some(mut left) = name.strip_prefix(start) else { return false };
    let mut pieces: Vec<&str> = rest.split('*').collect();
    let end = pieces.pop().unwrap_or_default();
    for piece in pieces {
        // The first place that fits leaves the most for the rest.
        let Some(at) = left.find(piece) else { return false };
        left = &left[at + piece.len()..];
    }
    left.ends_with(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_anything() {
        for (pattern, name, expected) in [
            ("is_odd", "is_odd", true),
            ("is_odd", "is_odder", false),
            ("is_*", "is_odd", true),
            ("*_odd", "is_odd", true),
            ("*s*d*", "is_odd", true),
            ("*oddd", "is_odd", false),
            ("is_odd*odd", "is_odd", false),
            ("*", "", true),
        ] {
            assert_eq!(fits(pattern, name), expected, "{pattern} {name}");
        }
    }

    #[test]
    fn nothing_that_a_program_chose_is_shown_where_something_is_hidden() {
        let hidden = Hidden::new(Course::whole(), ["tanh/is_odd"]).unwrap();
        let seen = |message: &str, verdict| {
            let text = hidden.instead_of(message, verdict, "activations");
            text.map(|text| text.speak(Language::English).to_string())
        };
        let at = "Your code panicked at ";
        let left_out = "Its message is left out, because properties are hidden.";
        for (place, shown) in [
            ("exercises/activations/src/tanh.rs:22", Some("exercises/activations/src/tanh.rs:22")),
            ("exercises/activations/src/tanh.rs:4294967295", None),
            ("exercises/activations/src/0.123456.rs:1", None),
            ("exercises/init/src/zeros.rs:1", None),
            ("ndarray-0.17.2/src/impl.rs:343", None),
        ] {
            let message =
                format!("{at}{place}: 0.123456\n\nSmallest input that shows it:\n\n    z = 1");
            let expected = match shown {
                Some(place) => format!("{at}{place}. {left_out}"),
                None => format!("Your code panicked. {left_out}"),
            };
            assert_eq!(seen(&message, Standing::Panic), Some(expected));
        }
        let korean = "코드가 exercises/activations/src/tanh.rs:7에서 패닉했습니다: 0.123456";
        assert!(seen(korean, Standing::Panic).unwrap().contains("tanh.rs:7."));
        for verdict in [Standing::Crash, Standing::Protocol, Standing::NotStarted, Standing::Infra]
        {
            assert!(
                !seen("0.123456 (exit code 42) /root/x", verdict).unwrap().contains(['4', '/'])
            );
        }
        for verdict in
            [Standing::Fail, Standing::Timeout, Standing::CompileError, Standing::Rejected]
        {
            assert_eq!(seen("0.5", verdict), None);
        }
        let nothing = Hidden::default();
        assert_eq!(nothing.instead_of("0.5", Standing::Panic, "activations"), None);
        assert!(nothing.instead_of("/root/target", Standing::Infra, "activations").is_some());
    }

    #[test]
    fn a_byte_order_mark_and_a_trailing_slash_are_understood() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("hidden.txt");
        fs::write(&file, "\u{feff}is_odd # words\r\ntanh/\r\n").unwrap();
        let hidden = Hidden::new(Course::whole(), [file.to_str().unwrap()]).unwrap();
        assert_eq!(hidden.patterns, ["is_odd", "tanh/*"]);
    }

    #[test]
    fn a_pattern_that_hides_nothing_is_refused() {
        assert!(
            Hidden::new(Course::whole(), ["tanh/is_odd", "activations/*", "*_prime_*"]).is_ok()
        );
        assert!(Hidden::new(Course::whole(), ["is_od"]).unwrap_err().to_string().contains("is_od"));
    }
}

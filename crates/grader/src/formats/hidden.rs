//! Properties of which students see only the names.

use std::fs;
use std::path::Path;

use course::Course;

use crate::Error;
use crate::results::Results;

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
                let lines = text.lines().map(|line| line.split('#').next().unwrap_or("").trim());
                patterns.extend(lines.filter(|line| !line.is_empty()).map(str::to_string));
            } else {
                patterns.push(argument.to_string());
            }
        }
        let hidden = Self { patterns };
        match hidden.patterns.iter().find(|pattern| !matches_something(course, pattern)) {
            Some(pattern) => Err(Error::HidesNothing(pattern.clone())),
            None => Ok(hidden),
        }
    }

    /// `results` without the words and mistakes of hidden properties.
    pub fn apply(&self, results: &Results) -> Results {
        let mut shown = results.clone();
        for submission in &mut shown.submissions {
            for exercise in &mut submission.exercises {
                for property in &mut exercise.properties {
                    if self.hides(&exercise.lesson, &exercise.exercise, &property.name) {
                        (property.message, property.mistake) = (None, None);
                    }
                }
            }
        }
        shown
    }

    fn hides(&self, lesson: &str, exercise: &str, property: &str) -> bool {
        self.patterns.iter().any(|pattern| matches(pattern, lesson, exercise, property))
    }
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
    fn a_pattern_that_hides_nothing_is_refused() {
        assert!(
            Hidden::new(Course::whole(), ["tanh/is_odd", "activations/*", "*_prime_*"]).is_ok()
        );
        assert!(Hidden::new(Course::whole(), ["is_od"]).unwrap_err().to_string().contains("is_od"));
    }
}

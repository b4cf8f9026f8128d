//! `cargo run -- read`: the text of a lesson, in the terminal and in the reader's language.

mod formula;
mod markdown;

use std::fs;
use std::io;
use std::path::Path;

use contract::{Language, say};

use crate::line::Line;
use crate::screen::Screen;
use crate::spoken;
use course::{Exercise, exercises};

/// The section on an exercise.
pub(crate) fn section(root: &Path, screen: &Screen, exercise: &Exercise) -> io::Result<Vec<Line>> {
    let text = lesson_text(root, screen.language, exercise.lesson.name())?;
    let heading = format!("## {}", exercise.name());
    let section = text.lines().skip_while(|line| *line != heading);
    let body = section.clone().skip(1).take_while(|line| !line.starts_with("## "));
    let lines: Vec<&str> = section.take(1).chain(body).collect();
    if lines.is_empty() {
        let lesson = exercise.lesson.name();
        return Err(spoken::error(say!(
            "the text of lesson {lesson} has no section `{heading}`",
            "{lesson} 강의의 글에 `{heading}` 절이 없습니다"
        )));
    }
    Ok(laid_out(screen, exercise.lesson.name(), &lines))
}

/// What comes before the sections on the exercises of a lesson.
pub(crate) fn introduction(root: &Path, screen: &Screen, lesson: &str) -> io::Result<Vec<Line>> {
    let text = lesson_text(root, screen.language, lesson)?;
    let headings: Vec<String> =
        exercises().iter().map(|exercise| format!("## {}", exercise.name())).collect();
    let before = text.lines().take_while(|line| !headings.iter().any(|it| it == line));
    // The link to the other language leads nowhere here.
    let lines: Vec<&str> = before.filter(|line| !line.starts_with('[')).collect();
    Ok(laid_out(screen, lesson, &lines))
}

fn laid_out(screen: &Screen, lesson: &str, lines: &[&str]) -> Vec<Line> {
    let folder = Path::new("exercises").join(lesson);
    markdown::lines(screen, &lines.join("\n"), &folder)
}

fn lesson_text(root: &Path, language: Language, lesson: &str) -> io::Result<String> {
    let name = match language {
        Language::English => "README.md",
        Language::Korean => "README.ko.md",
    };
    let file = root.join("exercises").join(lesson).join(name);
    fs::read_to_string(&file).map_err(|error| spoken::about_file(&file, &error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use course::{LESSONS, root};

    #[test]
    fn every_exercise_and_lesson_can_be_read_in_both_languages() {
        let root = root(Path::new(env!("CARGO_MANIFEST_DIR")));
        for language in [Language::English, Language::Korean] {
            let screen = Screen::plain(language, 60);
            for exercise in exercises() {
                let lines = section(&root, &screen, &exercise).unwrap();
                assert!(lines.len() > 5, "{language:?} {}", exercise.name());
                let text: String = lines.iter().map(|line| line.plain_text() + "\n").collect();
                assert!(text.contains(&format!("cargo run -- check {}", exercise.name())));
                assert!(!text.contains(['\\', '$']), "{language:?}: {text}");
            }
            for lesson in LESSONS {
                let lines = introduction(&root, &screen, lesson.name()).unwrap();
                assert!(lines.len() > 20, "{language:?} {}", lesson.name());
            }
        }
    }
}

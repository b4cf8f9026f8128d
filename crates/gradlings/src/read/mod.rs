//! `cargo run -- read`: the text of a lesson, in the terminal and in the reader's language.

mod formula;
mod markdown;

use std::fs;
use std::path::Path;

use contract::Language;

use crate::error::Error;
use crate::line::Line;
use crate::screen::Screen;
use crate::workplace::Workplace;
use course::{CHEATSHEET, Exercise};

/// The section on an exercise.
pub(crate) fn section(
    workplace: &Workplace,
    screen: &Screen,
    exercise: &Exercise,
) -> Result<Vec<Line>, Error> {
    let text = lesson_text(&workplace.root, screen.language, exercise.lesson.name())?;
    let heading = format!("## {}", exercise.name());
    let section = text.lines().skip_while(|line| *line != heading);
    let body = section.clone().skip(1).take_while(|line| !line.starts_with("## "));
    let lines: Vec<&str> = section.take(1).chain(body).collect();
    if lines.is_empty() {
        return Err(Error::NoSection { lesson: exercise.lesson.name(), heading });
    }
    Ok(laid_out(screen, exercise.lesson.name(), &lines))
}

/// What comes before the sections on the exercises of a lesson.
pub(crate) fn introduction(
    workplace: &Workplace,
    screen: &Screen,
    lesson: &str,
) -> Result<Vec<Line>, Error> {
    let text = lesson_text(&workplace.root, screen.language, lesson)?;
    let of_lesson = workplace.course.of_lesson(lesson).iter();
    let headings: Vec<String> =
        of_lesson.map(|exercise| format!("## {}", exercise.name())).collect();
    let before = text.lines().take_while(|line| !headings.iter().any(|heading| heading == line));
    // The link to the other language leads nowhere here.
    let lines: Vec<&str> = before.filter(|line| !line.starts_with('[')).collect();
    Ok(laid_out(screen, lesson, &lines))
}

/// The sheet of ndarray and Rust.
pub(crate) fn cheatsheet(screen: &Screen) -> Vec<Line> {
    markdown::lines(screen, CHEATSHEET.speak(screen.language), Path::new(""))
}

fn laid_out(screen: &Screen, lesson: &str, lines: &[&str]) -> Vec<Line> {
    let folder = Path::new("exercises").join(lesson);
    markdown::lines(screen, &lines.join("\n"), &folder)
}

fn lesson_text(root: &Path, language: Language, lesson: &str) -> Result<String, Error> {
    let name = match language {
        Language::English => "README.md",
        Language::Korean => "README.ko.md",
    };
    let file = root.join("exercises").join(lesson).join(name);
    fs::read_to_string(&file).map_err(Error::file(&file))
}

#[cfg(test)]
mod tests {
    use super::*;
    use course::{Course, root};

    #[test]
    fn every_exercise_and_lesson_can_be_read_in_both_languages() {
        let root = root(Path::new(env!("CARGO_MANIFEST_DIR")));
        let workplace = Workplace::new(Course::whole(), &root);
        for language in [Language::English, Language::Korean] {
            let screen = Screen::plain(language, 60);
            for exercise in workplace.course.exercises() {
                let lines = section(&workplace, &screen, exercise).unwrap();
                assert!(lines.len() > 5, "{language:?} {}", exercise.name());
                let text: String = lines.iter().map(|line| line.plain_text() + "\n").collect();
                assert!(text.contains(&format!("cargo run -- check {}", exercise.name())));
                assert!(!text.contains(['\\', '$']), "{language:?}: {text}");
            }
            for lesson in workplace.course.lessons() {
                let lines = introduction(&workplace, &screen, lesson.name()).unwrap();
                assert!(lines.len() > 20, "{language:?} {}", lesson.name());
            }
        }
    }
}

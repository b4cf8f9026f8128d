//! `cargo run -- dev new LESSON EXERCISE`: writes every file of a new exercise, with a `todo!` wherever its author
//! has to write something, and then lists those places.
//!
//! The exercise begins with one function of its own name, from a number to a number: a signature that compiles
//! in every lesson, to be changed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use course::Unknown;
use course::error::Error as CourseError;
use course::libraries;

use crate::dev::consistency::unwritten;
use crate::error::Error;
use crate::screen::print;
use crate::workplace::Workplace;

/// What becomes of a file.
enum Change {
    /// It is new, with this text.
    New(String),
    /// A text comes before the end of its last block, or of the first block behind a line.
    Inside { behind: &'static str, text: String },
    /// A line comes in its place among lines that name modules in order.
    Listed { sign: &'static str, line: String },
    /// A text comes at its end.
    Last(String),
}

/// Writes the files of the exercise `name` of `lesson`.
pub(crate) fn write(workplace: &Workplace, lesson: &str, name: &str) -> Result<ExitCode, Error> {
    let exercises = workplace.course.of_lesson(lesson);
    let Some(first) = exercises.first() else {
        let names = workplace.course.lessons().iter().map(|lesson| lesson.name());
        let nearest = course::nearest(lesson, names.collect());
        return Err(Unknown { name: lesson.to_string(), nearest }.into());
    };
    let is_name = name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    let is_taken = workplace.course.find(name).is_ok();
    if !is_name || is_taken {
        return Err(Error::NewName { name: name.to_string(), is_taken });
    }
    let number = format!("{}.{}", first.number.0, exercises.len() + 1);
    let known = exercises.iter().flat_map(|exercise| &exercise.outline.mistakes);
    for (file, change) in changes(lesson, name, &number, &free_ids(known.map(|(id, _)| *id))) {
        apply(&workplace.root.join(&file), change)?;
        print(&format!("wrote {}\n", file.display()));
    }
    write_stubs(&workplace.root)?;
    let left = unwritten(&workplace.root, lesson, name);
    let steps = "\nThen `cargo run -- dev check` names what is missing, and `cargo run -- dev matrix` and \
                 `INSTA_UPDATE=always cargo test -p course -p gradlings` write the tables and the screens \
                 with the new exercise.\n";
    print(&format!("\nLeft to write:\n{}\n{steps}", left.join("\n")));
    Ok(ExitCode::SUCCESS)
}

/// This program does not know the exercise yet; the one that is built anew does.
fn write_stubs(root: &Path) -> Result<(), Error> {
    let cargo = libraries::cargo();
    let mut command = Command::new(&cargo);
    command.args(["run", "--quiet", "--", "dev", "stubs"]).current_dir(root);
    command.status().map_err(CourseError::program(&cargo))?;
    Ok(())
}

/// Three ids of mistakes behind all of `known`: a letter and a number each.
fn free_ids<'a>(known: impl Iterator<Item = &'a str>) -> [String; 3] {
    let mut letter = "A".to_string();
    let mut last = 0;
    for id in known {
        let digits = id.trim_start_matches(|c: char| !c.is_ascii_digit());
        letter = id[..id.len() - digits.len()].to_string();
        last = digits.parse::<u32>().map_or(last, |number| number.max(last));
    }
    [1, 2, 3].map(|i| format!("{letter}{}", last + i))
}

/// What becomes of which file. Names in capitals stand for what differs from exercise to exercise; `ids` are
/// those of its mistakes.
fn changes(lesson: &str, name: &str, number: &str, ids: &[String; 3]) -> Vec<(PathBuf, Change)> {
    let filled = |template: &str| {
        let names = [("EXERCISE", name), ("LESSON", lesson), ("NUMBER", number)];
        let ids = ["ID1", "ID2", "ID3"].into_iter().zip(ids.iter().map(String::as_str));
        let fill = |text: String, (sign, word): (&str, &str)| text.replace(sign, word);
        names.into_iter().chain(ids).fold(template.to_string(), fill)
    };
    let (new, last) =
        (|template| Change::New(filled(template)), |template| Change::Last(filled(template)));
    let inside = |behind, text| Change::Inside { behind, text: filled(text) };
    let listed = |sign, line| Change::Listed { sign, line: filled(line) };
    let (krate, solution) = (format!("crates/{lesson}"), format!("solutions/{lesson}/src"));
    let (suite, exercise) = (format!("{krate}/suite/src"), format!("exercises/{lesson}"));
    let signature =
        "        /// todo!(what it gives, in one sentence)\n        fn EXERCISE(z: f64) -> f64;\n";
    let row = "        EXERCISE {\n            EXERCISE:\n                agrees_with_the_formula;\n        }\n";
    [
        (format!("{krate}/src/lib.rs"), inside("", signature)),
        (format!("{suite}/lib.rs"), inside("", row)),
        (format!("{suite}/lib.rs"), listed("mod ", "pub mod EXERCISE;")),
        (
            format!("{suite}/reference.rs"),
            inside("pub fn answers()", "        EXERCISE: Box::new(EXERCISE),\n"),
        ),
        (format!("{suite}/reference.rs"), last(include_str!("new/reference.rs.txt"))),
        (format!("{suite}/{name}/mod.rs"), new(include_str!("new/mod.rs.txt"))),
        (format!("{suite}/{name}/properties.rs"), new(include_str!("new/properties.rs.txt"))),
        (format!("{suite}/{name}/mistakes.rs"), new(include_str!("new/mistakes.rs.txt"))),
        (format!("{suite}/{name}/variants.rs"), new(include_str!("new/variants.rs.txt"))),
        (format!("{suite}/{name}/hints.rs"), new(include_str!("new/hints.rs.txt"))),
        (format!("{solution}/{name}.rs"), new(include_str!("new/solution.rs.txt"))),
        (format!("{solution}/lib.rs"), listed("mod ", "mod EXERCISE;")),
        (format!("{solution}/lib.rs"), listed("use ", "pub use EXERCISE::EXERCISE;")),
        (format!("{exercise}/README.md"), last(include_str!("new/README.md.txt"))),
        (format!("{exercise}/README.ko.md"), last(include_str!("new/README.ko.md.txt"))),
    ]
    .map(|(file, change)| (file.into(), change))
    .into()
}

fn apply(file: &Path, change: Change) -> Result<(), Error> {
    let read = || fs::read_to_string(file).map_err(Error::file(file));
    let text = match change {
        Change::New(text) => {
            if let Some(folder) = file.parent() {
                fs::create_dir_all(folder).map_err(Error::file(folder))?;
            }
            text
        }
        Change::Last(text) => read()? + &text,
        Change::Inside { behind, text } => inside(&read()?, behind, &text),
        Change::Listed { sign, line } => listed(&read()?, sign, &line),
    };
    fs::write(file, text).map_err(Error::file(file))
}

/// `text` with `new` before the end of its last block that is a block in another, or of the first one behind the
/// line that begins with `behind`.
fn inside(text: &str, behind: &str, new: &str) -> String {
    const END: &str = "\n    }\n}";
    let at = if behind.is_empty() {
        text.rfind(END)
    } else {
        text.find(behind).and_then(|start| Some(start + text[start..].find(END)?))
    };
    // Line ends stay with the lines before them.
    let at = at.map_or(text.len(), |at| at + 1);
    format!("{}{new}{}", &text[..at], &text[at..])
}

/// `text` with `new` before the first line that holds `sign` and comes after it by what follows the sign.
fn listed(text: &str, sign: &str, new: &str) -> String {
    let key = |line: &str| {
        let is_item = line.starts_with(sign) || line.starts_with("pub ");
        let (_, name) = line.split_once(sign).filter(|_| is_item)?;
        Some(name.trim_end_matches(';').to_string())
    };
    let (key_of_new, mut at, mut place) = (key(new), 0, None);
    for line in text.split_inclusive('\n') {
        match key(line.trim_end()) {
            Some(other) if Some(&other) > key_of_new.as_ref() => {
                place = Some(at);
                break;
            }
            Some(_) => place = Some(at + line.len()),
            None => {}
        }
        at += line.len();
    }
    let place = place.unwrap_or(text.len());
    format!("{}{new}\n{}", &text[..place], &text[place..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_line_stands_where_rustfmt_wants_it() {
        let text = "//! Docs\n\nmod answers;\npub mod relu;\nmod tanh;\n\npub use relu::relu;\n";
        assert_eq!(
            listed(text, "mod ", "pub mod softplus;"),
            text.replace("mod tanh", "pub mod softplus;\nmod tanh")
        );
        assert_eq!(
            listed(text, "mod ", "mod z;"),
            text.replace("mod tanh;\n", "mod tanh;\nmod z;\n")
        );
        assert_eq!(listed(text, "use ", "pub use z::z;"), format!("{text}pub use z::z;\n"));
    }

    #[test]
    fn a_new_row_is_the_last_of_its_block() {
        let text = "a {\n    b {\n        c\n    }\n}\nd {\n    e {\n        f\n    }\n}\n";
        assert_eq!(inside(text, "", "        g\n"), text.replace("f\n", "f\n        g\n"));
        assert_eq!(inside(text, "a {", "        g\n"), text.replace("c\n", "c\n        g\n"));
    }

    #[test]
    fn new_mistakes_have_ids_of_their_own() {
        assert_eq!(free_ids(["A01", "A170", "A99"].into_iter()), ["A171", "A172", "A173"]);
    }
}

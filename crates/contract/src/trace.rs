//! The student's own line where a library panicked.
//!
//! Few libraries hand on their caller's place, so that a wrong shape is reported somewhere inside
//! ndarray. What led there is in the backtrace. Only processes that run a student's code unguarded
//! look into it: in the grader's cells a program may not open its own file.

use std::backtrace::Backtrace;
use std::cell::RefCell;
use std::env;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

/// The environment variable that asks a program that answers calls for [`trace_panics`].
pub const TRACE_VARIABLE: &str = "GRADLINGS_TRACE";

/// A line in the student's code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file, as the compiler was given it.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
}

static IS_ON: AtomicBool = AtomicBool::new(false);

thread_local! {
    /// The last place of a panic in a library, and the student's place found for it: while an input
    /// shrinks, the same panic comes hundreds of times.
    static LAST: RefCell<Option<(Place, Option<Place>)>> = const { RefCell::new(None) };
}

/// From now on a panic in a library is told with the line of the exercise that led to it, if the
/// exercise was compiled with line tables.
pub fn trace_panics() {
    IS_ON.store(true, Ordering::Relaxed);
}

/// The line of an exercise that led to a panic at `place`; `place` itself where none is found.
pub(crate) fn blamed(place: Place) -> Place {
    if !IS_ON.load(Ordering::Relaxed) || in_exercise(&place.file).is_some() {
        return place;
    }
    let known = LAST.with_borrow(|last| {
        last.as_ref().filter(|(panicked, _)| *panicked == place).map(|(_, line)| line.clone())
    });
    let line = known.unwrap_or_else(|| {
        let here = env::current_dir().unwrap_or_default();
        let line = first_exercise(&format!("{:?}", Backtrace::force_capture()), &here);
        LAST.set(Some((place.clone(), line.clone())));
        line
    });
    line.unwrap_or(place)
}

/// The first frame of a backtrace's `Debug` form, taken `here`, that lies in an exercise's source. The
/// form is not promised; where it changes, the library's place is told as before.
fn first_exercise(backtrace: &str, here: &Path) -> Option<Place> {
    backtrace.split("file: \"").skip(1).find_map(|frame| {
        let (file, rest) = frame.split_once('"')?;
        let line = rest.strip_prefix(", line: ")?;
        let digits = line.find(|c: char| !c.is_ascii_digit()).unwrap_or(line.len());
        // Cargo runs tests in the folder of the package, and files below it are named from there.
        let below = file.strip_prefix("./").map(|file| here.join(file).display().to_string());
        let file = below.as_deref().unwrap_or(file);
        Some(Place { file: in_exercise(file)?, line: line[..digits].parse().ok()? })
    })
}

/// The path from the root of the workspace, if `file` is the source of an exercise.
fn in_exercise(file: &str) -> Option<String> {
    let file = file.replace("\\\\", "/").replace('\\', "/");
    let path = &file[file.rfind("exercises/")?..];
    path.contains("/src/").then(|| path.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_frame_in_an_exercise_is_found() {
        let backtrace = r#"Backtrace [{ fn: "core::panic", file: "/rustc/1/library/core/src/panicking.rs", line: 75 }, { fn: "dot" }, { fn: "exercise_init::rand", file: "/home/me/gradlings/exercises/init/src/draws.rs", line: 22 }, { fn: "properties::main", file: "./exercises/init/tests/properties.rs", line: 9 }]"#;
        let place = Place { file: "exercises/init/src/draws.rs".into(), line: 22 };
        assert_eq!(first_exercise(backtrace, Path::new("")), Some(place));
    }

    #[test]
    fn a_file_below_the_folder_of_the_test_is_found() {
        let backtrace =
            r#"{ fn: "f", file: "./src/draws.rs", line: 3 }, { file: "./tests/x.rs", line: 9 }"#;
        let place = Place { file: "exercises/init/src/draws.rs".into(), line: 3 };
        assert_eq!(first_exercise(backtrace, Path::new("/me/exercises/init")), Some(place));
    }

    #[test]
    fn a_backtrace_in_the_form_of_this_compiler_is_read() {
        let backtrace = format!("{:?}", Backtrace::force_capture());
        assert!(backtrace.starts_with("Backtrace [{ fn: \""), "{backtrace}");
    }

    #[test]
    fn paths_of_windows_are_read_too() {
        let backtrace = r#"{ fn: "f", file: "C:\\me\\exercises\\init\\src\\draws.rs", line: 3 }"#;
        let place = Place { file: "exercises/init/src/draws.rs".into(), line: 3 };
        assert_eq!(first_exercise(backtrace, Path::new("")), Some(place));
    }
}

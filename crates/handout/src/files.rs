//! The files of the course that this program holds, by their paths from the root of a clone; those of the given
//! crates by the paths that they have in a handout.

use course::Exercise;

static FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/files.rs"));

/// The files below `folder`, which ends in a slash, each with its whole path.
pub(crate) fn below(folder: &str) -> impl Iterator<Item = (&'static str, &'static [u8])> {
    FILES.iter().filter(move |(path, _)| path.starts_with(folder)).copied()
}

/// The text of the file `path`, none if the program holds no such file.
pub(crate) fn text(path: &str) -> &'static str {
    let file = FILES.iter().find(|(known, _)| *known == path);
    file.and_then(|(_, bytes)| std::str::from_utf8(bytes).ok()).unwrap_or_default()
}

/// The solution of an exercise.
pub fn solution(exercise: &Exercise) -> &'static str {
    text(&exercise.solution().display().to_string().replace('\\', "/"))
}

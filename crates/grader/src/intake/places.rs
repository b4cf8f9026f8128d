//! Which of a submission are the files of exercises.
//!
//! 1. A path is taken apart at `/` and `\`; `.`, empty parts and capitals make no difference, and what leaves the
//!    submission is refused.
//! 2. What comes before `LESSON/src/EXERCISE.rs` is a *place*: nothing, `exercises`, or one folder more in front of
//!    either, as zips of a folder have it. `__MACOSX` and hidden folders are none, and neither are `solutions`
//!    and `crates` beside `exercises`: that is the whole course.
//! 3. If there are several places, those with nothing but stubs do not count. Two that differ are refused:
//!    which of them is meant, only the student knows.
//! 4. In the place, two files of one name are refused, and a file that is missing but for its name is told.

use std::collections::BTreeMap;

use course::{Course, Exercise};

use super::text::text;
use super::{Item, Kind, Rejection, Submission, Tree};
use crate::judge::Source;

/// The most places that are looked into.
const MOST_PLACES: usize = 8;

/// What may be in a place, by the path from there: indices of items.
type Files = BTreeMap<String, Vec<usize>>;

/// Reads the files of all exercises in `tree`.
pub(super) fn collect(course: &'static Course, tree: &mut dyn Tree) -> Submission {
    match sources(course, tree) {
        Ok(Some(submission)) => submission,
        Ok(None) => {
            let expected = format!("exercises/{}", file(&course.exercises()[0]));
            let why = format!("it holds no file of any exercise, such as {expected}");
            let missing = Submission::new(course, |_| Source::Missing);
            Submission { problem: Some(why), ..missing }
        }
        Err(rejection) => Submission::unreadable(course, &rejection.to_string()),
    }
}

/// The parts of `path`, in small letters: what two file systems may take for the same.
///
/// # Errors
/// The parts after the last `..` that leaves the submission.
fn parts(path: &str) -> Result<Vec<String>, Vec<String>> {
    let (mut parts, mut is_outside) = (Vec::new(), false);
    for part in path.split(['/', '\\']) {
        match part {
            "" | "." => {}
            ".." => is_outside |= parts.pop().is_none(),
            part => parts.push(part.to_lowercase()),
        }
    }
    if is_outside { Err(parts) } else { Ok(parts) }
}

/// Whether an item at `path` may count.
pub(super) fn may_count(course: &Course, path: &str) -> bool {
    parts(path).is_ok_and(|parts| place_and_rest(course, &parts).is_some()) || leaves(course, path)
}

/// Whether `path` leaves the submission and looks like the file of an exercise.
fn leaves(course: &Course, path: &str) -> bool {
    parts(path).is_err_and(|parts| {
        let is_file =
            |exercise: &Exercise| format!("/{}", parts.join("/")).ends_with(&file(exercise));
        course.exercises().iter().any(is_file)
    })
}

/// The file of `exercise`, from its place.
fn file(exercise: &Exercise) -> String {
    format!("{}/src/{}.rs", exercise.lesson.name(), exercise.name())
}

/// The place that an item with these parts shows, and where the item is from there: the file of an exercise, one
/// that is called much like it, or a folder on the way, which counts if it is a link.
fn place_and_rest(course: &Course, parts: &[String]) -> Option<(String, String)> {
    let is_lesson = |part: &String| course.lessons().iter().any(|lesson| lesson.name() == part);
    let at = match parts.last()?.as_str() {
        "exercises" => parts.len(),
        // The last one: a student's own folder may have the name of a lesson.
        _ => parts[..parts.len().min(3)].iter().rposition(is_lesson)?,
    };
    let (place, rest) = parts.split_at(at);
    let is_place = match place {
        [top, ..] if top == "__macosx" || top.starts_with('.') => false,
        [] | [_] => true,
        [_, exercises] => exercises == "exercises",
        _ => false,
    };
    let is_near = match rest {
        [] | [_] => true,
        [_, src] => src == "src",
        [lesson, src, name] => {
            let of_lesson = course.of_lesson(lesson).iter();
            src == "src" && of_lesson.clone().any(|exercise| is_like(name, exercise))
        }
        _ => false,
    };
    (is_place && is_near).then(|| (place.join("/"), rest.join("/")))
}

/// Whether `name` is that of the file of `exercise`, or what programs make of it: `relu.rs.txt`, `relu (1).rs`.
fn is_like(name: &str, exercise: &Exercise) -> bool {
    let rest = name.strip_prefix(exercise.name());
    rest.is_some_and(|rest| rest.starts_with(['.', ' ', '(', '-', '~']))
}

fn sources(course: &'static Course, tree: &mut dyn Tree) -> Result<Option<Submission>, Rejection> {
    let places = places(course, tree.items())?;
    let two_of = |files: &Files, other: &Files, items: &[Item]| {
        Rejection::TwoPlaces(place_of(files, items), place_of(other, items))
    };
    let mut in_order = places.values();
    if let (Some(files), Some(other)) = (in_order.next(), in_order.nth(MOST_PLACES - 1)) {
        return Err(two_of(files, other, tree.items()));
    }
    let mut found: Vec<(&Files, Vec<Source>)> = Vec::new();
    for files in places.values() {
        let exercises = course.exercises().iter();
        let sources = exercises.map(|exercise| source(exercise, files, tree));
        let sources = sources.collect::<Result<Vec<_>, _>>()?;
        if found.iter().all(|(_, known)| *known != sources) {
            found.push((files, sources));
        }
    }
    if found.iter().any(|(_, sources)| !is_idle(course, sources)) {
        found.retain(|(_, sources)| !is_idle(course, sources));
    } else {
        found.truncate(1);
    }
    if let [(files, _), (other, _), ..] = found.as_slice() {
        return Err(two_of(files, other, tree.items()));
    }
    let Some((_, sources)) = found.pop() else { return Ok(None) };
    let mut sources = sources.into_iter();
    Ok(Some(Submission::new(course, |_| sources.next().unwrap_or(Source::Missing))))
}

/// The files in each place of the submission.
fn places(course: &Course, items: &[Item]) -> Result<BTreeMap<String, Files>, Rejection> {
    let mut places: BTreeMap<String, Files> = BTreeMap::new();
    for (index, item) in items.iter().enumerate() {
        if leaves(course, &item.path) {
            return Err(Rejection::Outside(item.path.clone()));
        }
        let Ok(parts) = parts(&item.path) else { continue };
        let Some((place, rest)) = place_and_rest(course, &parts) else { continue };
        // A folder on the way is nothing to read, unless it is a link.
        if item.kind == Kind::Link || rest.split('/').count() == 3 {
            places.entry(place).or_default().entry(rest).or_default().push(index);
        }
    }
    if places.contains_key("exercises") {
        places.remove("solutions");
        places.remove("crates");
    }
    Ok(places)
}

/// The name of the place of `files`, as it stands in the submission.
fn place_of(files: &Files, items: &[Item]) -> String {
    let Some((rest, indices)) = files.first_key_value() else { return String::new() };
    let depth = rest.split('/').filter(|part| !part.is_empty()).count();
    let path = items[indices[0]].path.replace('\\', "/");
    let parts: Vec<&str> = path.split('/').filter(|part| !matches!(*part, "" | ".")).collect();
    let place = &parts[..parts.len().saturating_sub(depth)];
    if place.is_empty() { "its top".to_string() } else { format!("{}/", place.join("/")) }
}

/// Whether there is nothing in `sources` that a student wrote.
fn is_idle(course: &Course, sources: &[Source]) -> bool {
    course.exercises().iter().zip(sources).all(|(exercise, source)| match source {
        Source::Missing => true,
        Source::Rejected(_) => false,
        Source::Text(text) => {
            let functions = exercise.outline.hints.len();
            text.trim().is_empty() || text.matches("todo!(").count() >= functions.max(1)
        }
    })
}

/// What `files` of a place hold for `exercise`.
///
/// # Errors
/// If nothing in the submission can be read.
fn source(exercise: &Exercise, files: &Files, tree: &mut dyn Tree) -> Result<Source, Rejection> {
    match read(exercise, files, tree) {
        Ok(Some(text)) => Ok(Source::Text(text)),
        Ok(None) => Ok(Source::Missing),
        Err(rejection) if rejection.is_of_the_whole() => Err(rejection),
        Err(rejection) => Ok(Source::Rejected(rejection.to_string())),
    }
}

fn read(
    exercise: &Exercise,
    files: &Files,
    tree: &mut dyn Tree,
) -> Result<Option<String>, Rejection> {
    let path = file(exercise);
    let items = tree.items();
    let link = |(folder, indices): (&String, &Vec<usize>)| {
        let is_above = folder.is_empty() || path.starts_with(&format!("{folder}/"));
        is_above && indices.iter().any(|index| items[*index].kind == Kind::Link)
    };
    if files.iter().any(link) {
        return Err(Rejection::Link);
    }
    let name = |index: usize| items[index].path.clone();
    match files.get(&path).map_or(&[][..], Vec::as_slice) {
        [] => {
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            let mut near = files.iter().filter(|(other, _)| {
                let other = other.rsplit_once('/');
                other.is_some_and(|(of, name)| of == folder && is_like(name, exercise))
            });
            match near.next() {
                Some((_, indices)) => {
                    let path = name(indices[0]);
                    let last = path.rsplit(['/', '\\']).next().unwrap_or_default();
                    Err(Rejection::OtherName(last.to_string()))
                }
                None => Ok(None),
            }
        }
        [index] => match items[*index].kind {
            Kind::File => text(&tree.bytes(*index)?).map(Some),
            Kind::Link => Err(Rejection::Link),
            Kind::Other => Err(Rejection::NotRegular),
        },
        [index, other, ..] => Err(Rejection::TwoFiles(name(*index), name(*other))),
    }
}

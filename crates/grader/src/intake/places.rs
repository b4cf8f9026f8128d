//! Which of a submission are the files of exercises.
//!
//! 1. A path is taken apart at `/` and `\`; `.`, empty parts and capitals make no difference, and what leaves the
//!    submission is refused.
//! 2. What comes before `LESSON/src/EXERCISE.rs` is a *place*, at any depth; so is what comes before
//!    `src/EXERCISE.rs`, the contents of a lesson's folder, and before `EXERCISE.rs` alone. `solutions` is none.
//! 3. If there are several places, those with nothing but stubs do not count. Two that differ are refused, unless
//!    they are of different lessons: which of them is meant, only the student knows.
//! 4. In the place, two files of one name are refused, and a file that is missing but for its name is told.

use std::collections::BTreeMap;

use course::{Course, Exercise};

use super::contents::{Content, Contents, File, Written, is_like, is_passed_over, parts};
use super::text::text;
use super::{Rejection, Submission, shown};
use crate::judge::Source;

/// The most places that are looked into.
const MOST_PLACES: usize = 8;

/// How the files of a place lie in it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Layout {
    /// `LESSON/src/EXERCISE.rs`.
    Course,
    /// `src/EXERCISE.rs`.
    Lesson,
    /// `EXERCISE.rs`.
    Loose,
}

/// What a place holds: indices of files.
#[derive(Default)]
struct Place {
    /// The file of each exercise, by its name.
    exercises: BTreeMap<&'static str, Vec<usize>>,
    /// Files that are called nearly so.
    near: BTreeMap<&'static str, usize>,
    /// Other Rust files beside them.
    helpers: Vec<usize>,
    /// Links in the place of a folder, each with the lesson that it hides, if not all.
    links: Vec<Option<&'static str>>,
}

type Places = BTreeMap<(String, Layout), Place>;

/// What was handed in for each exercise of a place.
struct Found<'p> {
    key: &'p (String, Layout),
    place: &'p Place,
    sources: Vec<Source>,
}

/// Decides what `contents` hold for each exercise of `course`.
pub(super) fn collect(course: &'static Course, mut contents: Contents) -> Submission {
    match sources(course, &mut contents) {
        Ok(submission) => submission,
        Err(rejection) => Submission::unreadable(course, &rejection.text()),
    }
}

fn sources(course: &'static Course, contents: &mut Contents) -> Result<Submission, Rejection> {
    let mut places = places(course, &contents.files);
    let had_solutions = places.len();
    places.retain(|(place, layout), _| {
        *layout != Layout::Course || place.rsplit('/').next() != Some("solutions")
    });
    let had_solutions = had_solutions > places.len();
    // A helper alone makes no place.
    places.retain(|_, place| {
        !(place.exercises.is_empty() && place.near.is_empty() && place.links.is_empty())
    });
    if places.is_empty() {
        return nothing(course, contents, had_solutions);
    }
    let mut in_order = places.iter().filter(|((_, layout), _)| *layout != Layout::Loose);
    if let (Some(first), Some(other)) = (in_order.next(), in_order.nth(MOST_PLACES - 1)) {
        return Err(two_places(first, other, &contents.files));
    }
    let mut found: Vec<Found> = Vec::new();
    for (key, place) in &places {
        let exercises = course.exercises().iter();
        let sources = exercises.map(|exercise| source(exercise, place, &contents.files));
        let sources = sources.collect::<Result<Vec<_>, _>>()?;
        if found.iter().all(|known| known.sources != sources) {
            found.push(Found { key, place, sources });
        }
    }
    if found.iter().any(|found| !is_idle(course, &found.sources)) {
        found.retain(|found| !is_idle(course, &found.sources));
    } else {
        found.truncate(1);
    }
    for (index, first) in found.iter().enumerate() {
        if let Some(other) = found[..index].iter().find(|other| clash(course, first, other)) {
            let pair = ((other.key, other.place), (first.key, first.place));
            return Err(two_places(pair.0, pair.1, &contents.files));
        }
    }
    let helpers = helpers(&found, contents);
    let written = found.iter().filter_map(|found| newest(found, &contents.files)).max();
    let submission = Submission::new(course, |exercise| {
        let index = course.exercises().iter().position(|other| other.name() == exercise.name());
        let mut sources = found.iter_mut().filter_map(|found| found.sources.get_mut(index?));
        let source = sources.find(|source| **source != Source::Missing);
        source.map_or(Source::Missing, |source| std::mem::replace(source, Source::Missing))
    });
    Ok(Submission { helpers, unread: contents.unread.clone(), written, ..submission })
}

/// A submission in which no file of an exercise was found: nothing was handed in, or what was cannot be read.
fn nothing(
    course: &'static Course,
    contents: &Contents,
    had_solutions: bool,
) -> Result<Submission, Rejection> {
    if had_solutions {
        return Err(Rejection::OnlySolutions);
    }
    let expected = format!("exercises/{}", file(&course.exercises()[0]));
    if contents.is_empty() {
        let missing = Submission::new(course, |_| Source::Missing);
        let why = format!("it holds no file of any exercise, such as {expected}");
        return Ok(Submission { problem: Some(why), ..missing });
    }
    Err(Rejection::NoExercise { expected, unread: contents.unread.first().cloned() })
}

/// The file of `exercise`, from its place.
fn file(exercise: &Exercise) -> String {
    format!("{}/src/{}.rs", exercise.lesson.name(), exercise.name())
}

/// The places of the submission.
fn places(course: &'static Course, files: &[File]) -> Places {
    let mut places = Places::new();
    for (index, file) in files.iter().enumerate() {
        let Ok(parts) = parts(&file.path) else { continue };
        let Some((name, folders)) = parts.split_last() else { continue };
        if folders.iter().any(|folder| is_passed_over(folder)) {
            continue;
        }
        let lesson = |name: &str| course.lessons().iter().find(|lesson| lesson.name() == name);
        if matches!(file.content, Content::Link)
            && !course.exercises().iter().any(|exercise| is_called(name, exercise))
        {
            let (place, hidden) = match lesson(name) {
                Some(lesson) => (folders, Some(lesson.name())),
                None if name == "exercises" => (&parts[..], None),
                // `src` in the folder of a lesson.
                None => match folders.split_last() {
                    Some((above, place)) if lesson(above).is_some() => {
                        (place, lesson(above).map(|lesson| lesson.name()))
                    }
                    _ => continue,
                },
            };
            let place = places.entry((place.join("/"), Layout::Course)).or_default();
            place.links.push(hidden);
            continue;
        }
        let is_source = folders.last().is_some_and(|folder| folder == "src");
        let above = &folders[..folders.len() - usize::from(is_source)];
        let of_lesson = above.last().and_then(|name| lesson(name));
        let (place, layout) = match of_lesson {
            Some(_) => (&above[..above.len() - 1], Layout::Course),
            None if is_source => (above, Layout::Lesson),
            None => (folders, Layout::Loose),
        };
        let is_possible = |exercise: &&Exercise| {
            of_lesson.is_none_or(|lesson| lesson.name() == exercise.lesson.name())
        };
        let mut possible = course.exercises().iter().filter(is_possible);
        let place = places.entry((place.join("/"), layout)).or_default();
        if let Some(exercise) = possible.clone().find(|exercise| is_called(name, exercise)) {
            place.exercises.entry(exercise.name()).or_default().push(index);
        } else if let Some(exercise) = possible.find(|exercise| is_like(name, exercise)) {
            place.near.entry(exercise.name()).or_insert(index);
        } else if !["lib.rs", "main.rs"].contains(&name.as_str())
            && (is_source || layout == Layout::Loose)
        {
            place.helpers.push(index);
        }
    }
    places
}

fn is_called(name: &str, exercise: &Exercise) -> bool {
    name.strip_suffix(".rs") == Some(exercise.name())
}

/// Two places as a reason, each by its name as it stands in the submission.
fn two_places(
    (key, place): (&(String, Layout), &Place),
    (other_key, other_place): (&(String, Layout), &Place),
    files: &[File],
) -> Rejection {
    let name = |(name, layout): &(String, Layout), place: &Place| {
        let first = place.exercises.values().flatten().chain(place.near.values()).next();
        let Some(first) = first.filter(|_| place.links.is_empty()) else { return name.clone() };
        let path = files[*first].path.replace('\\', "/");
        let parts: Vec<&str> = path.split('/').filter(|part| !matches!(*part, "" | ".")).collect();
        let depth = match layout {
            Layout::Course if parts.iter().rev().nth(1).is_some_and(|part| *part != "src") => 2,
            Layout::Course => 3,
            // A single file is its own place.
            Layout::Lesson | Layout::Loose => return path,
        };
        match &parts[..parts.len().saturating_sub(depth)] {
            [] => "its top".to_string(),
            place => format!("{}/", place.join("/")),
        }
    };
    Rejection::TwoPlaces(name(key, place), name(other_key, other_place))
}

/// Whether two places contradict each other: both hold files of one lesson. Loose files need only be of different
/// exercises, as platforms hand them over one by one.
fn clash(course: &Course, found: &Found, other: &Found) -> bool {
    let is_loose = [found, other].iter().any(|found| found.key.1 == Layout::Loose);
    let of = |found: &Found, lesson: &str, name: &str| {
        course.exercises().iter().zip(&found.sources).any(|(exercise, source)| {
            *source != Source::Missing
                && exercise.lesson.name() == lesson
                && (!is_loose || exercise.name() == name)
        })
    };
    course.exercises().iter().any(|exercise| {
        let (lesson, name) = (exercise.lesson.name(), exercise.name());
        of(found, lesson, name) && of(other, lesson, name)
    })
}

/// The names of Rust files beside those that count.
fn helpers(found: &[Found], contents: &Contents) -> Vec<String> {
    let helpers = found.iter().flat_map(|found| &found.place.helpers);
    let mut names: Vec<String> =
        helpers.map(|index| shown(last(&contents.files[*index].path))).collect();
    names.sort();
    names.dedup();
    names
}

fn last(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or_default()
}

/// When the newest of the files that count was written.
fn newest(found: &Found, files: &[File]) -> Option<Written> {
    found.place.exercises.values().flatten().filter_map(|index| files[*index].written).max()
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

/// What a place holds for `exercise`.
///
/// # Errors
/// If nothing in the submission can be read.
fn source(exercise: &Exercise, place: &Place, files: &[File]) -> Result<Source, Rejection> {
    let lesson = exercise.lesson.name();
    let rejected = |rejection: &Rejection| Ok(Source::Rejected(rejection.text()));
    if place.links.iter().any(|hidden| hidden.is_none_or(|hidden| hidden == lesson)) {
        return rejected(&Rejection::Link);
    }
    match place.exercises.get(exercise.name()).map_or(&[][..], Vec::as_slice) {
        [] => match place.near.get(exercise.name()) {
            Some(index) => rejected(&Rejection::OtherName(last(&files[*index].path).to_string())),
            None => Ok(Source::Missing),
        },
        [index] => match &files[*index].content {
            Content::Bytes(bytes) => match text(bytes) {
                Ok(text) => Ok(Source::Text(text)),
                Err(rejection) => rejected(&rejection),
            },
            Content::Link => rejected(&Rejection::Link),
            Content::Special | Content::Name => rejected(&Rejection::NotRegular),
            Content::Failed(rejection) => rejected(rejection),
        },
        [index, other, ..] => {
            let path = |index: usize| files[index].path.clone();
            rejected(&Rejection::TwoFiles(path(*index), path(*other)))
        }
    }
}

//! What an instructor asks for: which exercises count, how many points each is worth, until when.
//!
//! 1. `cargo grade assignment` writes a file with everything in it, to be edited (`template`).
//! 2. [`Assignment::read`] reads it; whatever it does not understand is refused with the line.
//! 3. [`Assignment::counts`] says what is judged, and [`Assignment::exercise`] turns weights into points.
//! 4. [`Assignment::settle`] looks at the class as a whole: ids, attempts, days late.
//!
//! Without a file, every exercise counts with the weights of its properties.

mod late;
mod roster;
mod template;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use contract::{Language, say};
use course::{Course, Exercise};
use jiff::Zoned;
use serde_derive::Deserialize;

use crate::Error;
use crate::digest::digest;
use crate::judge::weights_of;
use crate::results::{Assigned, ExerciseResult, SubmissionResult};

pub use late::LateRule;
pub use roster::Roster;
pub use template::template;

/// Which of several attempts of a student counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Attempts {
    /// The one that was handed in last.
    #[default]
    Last,
    /// The one with the most points.
    Best,
}

/// Whether an answer that fails because of a function below it loses points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FollowOn {
    /// It does not.
    #[default]
    Forgive,
    /// It does.
    Count,
}

/// Makes an error of what makes no sense in the file.
type Wrong<'w> = dyn Fn(String) -> Error + 'w;

/// The file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    title: String,
    #[serde(default)]
    lessons: Vec<String>,
    #[serde(default)]
    exercises: Vec<String>,
    #[serde(default)]
    points: BTreeMap<String, u32>,
    bonus: Option<Vec<String>>,
    #[serde(default)]
    hidden: Vec<String>,
    due: Option<Due>,
    late: Option<LateRule>,
    #[serde(default)]
    attempts: Attempts,
    #[serde(default)]
    follow_on: FollowOn,
    roster: Option<String>,
}

/// An instant, with or without quotes.
#[derive(Deserialize)]
#[serde(untagged)]
enum Due {
    Bare(toml::value::Datetime),
    Quoted(String),
}

/// An exercise that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Counted {
    points: u32,
    is_bonus: bool,
}

/// What an instructor asks for.
#[derive(Clone, Debug, Default)]
pub struct Assignment {
    /// Its name, and what tells it from others; none if there is no file.
    assigned: Option<Assigned>,
    /// The exercises that count, by lesson and name; all of them, if there is no file.
    counted: Option<BTreeMap<(String, String), Counted>>,
    /// Patterns of hidden properties, as `--hidden` takes them.
    pub hidden: Vec<String>,
    due: Option<Zoned>,
    late: LateRule,
    attempts: Attempts,
    follow_on: FollowOn,
    roster: Option<Roster>,
}

impl Assignment {
    /// The assignment in the file `path`, for `course`. A roster lies beside it.
    ///
    /// # Errors
    /// If it cannot be read, or says something that makes no sense.
    pub fn read(course: &Course, path: &Path) -> Result<Self, Error> {
        let text = fs::read_to_string(path).map_err(Error::given(path))?;
        let text = text.trim_start_matches('\u{feff}');
        let wrong = |what: String| Error::Assignment(path.to_path_buf(), what);
        let written: Written = toml::from_str(text)
            .map_err(|error| Error::AssignmentSyntax(path.to_path_buf(), Box::new(error)))?;
        let counted = counted(course, &written, &wrong)?;
        let due = written.due.map(|due| instant(due, &wrong)).transpose()?;
        let late = written.late.unwrap_or_default();
        late.check(due.is_some(), &wrong)?;
        let roster = written
            .roster
            .as_ref()
            .map(|name| Roster::read(&path.parent().unwrap_or(Path::new("")).join(name)));
        let roster = roster.transpose()?;
        let roster_digest = roster.as_ref().map_or(String::new(), Roster::digest);
        let digest = digest(&[text.as_bytes(), roster_digest.as_bytes()]).to_string();
        let title = if written.title.is_empty() {
            path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
        } else {
            written.title
        };
        Ok(Self {
            assigned: Some(Assigned { title, digest: digest[..16].to_string() }),
            counted: Some(counted),
            hidden: written.hidden,
            due,
            late,
            attempts: written.attempts,
            follow_on: written.follow_on,
            roster,
        })
    }

    /// Its name, and what tells it from others.
    pub fn assigned(&self) -> Option<Assigned> {
        self.assigned.clone()
    }

    /// When it is due, as a person reads it; nothing if it never is.
    pub fn due(&self) -> Option<String> {
        self.due.as_ref().map(|due| due.strftime("%Y-%m-%d %H:%M (UTC%:z)").to_string())
    }

    /// Whether `exercise` counts.
    pub fn counts(&self, exercise: &Exercise) -> bool {
        let key = (exercise.lesson.name().to_string(), exercise.name().to_string());
        self.counted.as_ref().is_none_or(|counted| counted.contains_key(&key))
    }

    /// `result` with its points.
    pub fn exercise(&self, mut result: ExerciseResult) -> ExerciseResult {
        for property in &mut result.properties {
            property.is_forgiven =
                property.follow_on.is_some() && self.follow_on == FollowOn::Forgive;
        }
        let earning = result.properties.iter().filter(|property| property.earns());
        let reached: u32 = earning.map(|property| property.weight).sum();
        let most: u32 = result.properties.iter().map(|property| property.weight).sum();
        let key = (result.lesson.clone(), result.exercise.clone());
        let counted = self.counted.as_ref().and_then(|counted| counted.get(&key));
        let points = counted.map_or(most, |counted| counted.points);
        // Down to whole points, so that only an answer that is right as a whole has all of them.
        let share = u64::from(points) * u64::from(reached) / u64::from(most.max(1));
        result.score = u32::try_from(share).unwrap_or(points);
        result.max_score = points;
        result.bonus = counted.is_some_and(|counted| counted.is_bonus);
        result
    }

    /// The results of a class, with ids from the roster, one attempt for each student, and less for what came
    /// late.
    pub fn settle(
        &self,
        mut submissions: Vec<SubmissionResult>,
        language: Language,
    ) -> Vec<SubmissionResult> {
        for submission in &mut submissions {
            if let Some(entry) = self.roster.as_ref().and_then(|roster| roster.find(submission)) {
                submission.id = Some(entry.id.clone());
                submission.is_rostered = true;
                if let Some(instant) = &entry.submitted {
                    submission.handed_in = Some(late::of_roster(instant));
                }
            }
            if let Some(due) = &self.due {
                late::charge(submission, due, &self.late, language);
            }
        }
        let mut by_student: BTreeMap<String, Vec<SubmissionResult>> = BTreeMap::new();
        let mut settled = Vec::new();
        for submission in submissions {
            match &submission.id {
                Some(id) if self.assigned.is_some() => {
                    by_student.entry(id.clone()).or_default().push(submission);
                }
                _ => settled.push(submission),
            }
        }
        settled
            .extend(by_student.into_values().flat_map(|attempts| self.choose(attempts, language)));
        settled.sort_by(|submission, other| submission.submission.cmp(&other.submission));
        settled
    }

    /// The attempt that counts. If it cannot be told which was the last, all stay, and each says so.
    fn choose(
        &self,
        mut attempts: Vec<SubmissionResult>,
        language: Language,
    ) -> Vec<SubmissionResult> {
        if attempts.len() < 2 {
            return attempts;
        }
        let count = attempts.len();
        let seconds =
            |submission: &SubmissionResult| submission.handed_in.as_ref().map(|h| h.seconds);
        let times: BTreeSet<i64> = attempts.iter().filter_map(seconds).collect();
        let chosen = match self.attempts {
            Attempts::Best if attempts.iter().all(|attempt| attempt.why_ungraded().is_none()) => {
                attempts.iter().enumerate().max_by_key(|(_, attempt)| attempt.score)
            }
            Attempts::Last if times.len() == count => {
                attempts.iter().enumerate().max_by_key(|(_, attempt)| seconds(attempt))
            }
            _ => None,
        };
        let Some((index, _)) = chosen else {
            let why = say!(
                "there are {count} submissions of this student, and it is not known which of them counts",
                "이 학생의 제출물이 {count}개 있는데 어느 것을 채점해야 하는지 알 수 없습니다"
            );
            for attempt in &mut attempts {
                attempt.reject(why.speak(language));
            }
            return attempts;
        };
        let mut attempt = attempts.swap_remove(index);
        let which = match self.attempts {
            Attempts::Best => {
                say!("the best of {count} attempts", "제출 {count}번 중 가장 좋은 것")
            }
            Attempts::Last => say!("the last of {count} attempts", "제출 {count}번 중 마지막 것"),
        };
        attempt.add_remark(which.speak(language));
        vec![attempt]
    }
}

/// The instant in the file.
fn instant(due: Due, wrong: &Wrong) -> Result<Zoned, Error> {
    let text = match due {
        Due::Bare(instant) => instant.to_string(),
        Due::Quoted(text) => text,
    };
    let no_instant =
        |_| wrong(format!("due = {text}: an instant is wanted, such as 2026-10-01T23:59:00+09:00"));
    let instant: jiff::Timestamp = text.parse().map_err(no_instant)?;
    // The offset is kept: times in a zip are by that clock.
    let pieces = jiff::fmt::temporal::Pieces::parse(&text).map_err(no_instant)?;
    let offset = pieces.to_numeric_offset().unwrap_or(jiff::tz::Offset::UTC);
    Ok(instant.to_zoned(offset.to_time_zone()))
}

/// Whether an exercise is a bonus where nothing else is said.
fn is_bonus_by_default(name: &str) -> bool {
    name == "log_sigmoid" || name.starts_with("law_of_")
}

/// The points of an exercise where nothing else is said: the weights of its properties.
fn default_points(exercise: &Exercise) -> u32 {
    let functions = exercise.outline.properties.iter().map(|(function, _)| *function);
    weights_of(&functions.collect::<Vec<_>>()).iter().sum()
}

/// The exercise that `name` means: `sigmoid` or `activations/sigmoid`.
fn exercise_called<'c>(
    course: &'c Course,
    name: &str,
    wrong: &Wrong,
) -> Result<&'c Exercise, Error> {
    let (lesson, plain) = match name.split_once('/') {
        Some((lesson, plain)) => (Some(lesson), plain),
        None => (None, name),
    };
    let is_meant = |exercise: &&Exercise| {
        exercise.name() == plain && lesson.is_none_or(|lesson| exercise.lesson.name() == lesson)
    };
    let mut found = course.exercises().iter().filter(is_meant);
    match (found.next(), found.next()) {
        (Some(exercise), None) => Ok(exercise),
        (Some(_), Some(_)) => {
            Err(wrong(format!("`{name}` is in two lessons; say `LESSON/{name}`")))
        }
        _ => {
            let names = course.exercises().iter().map(Exercise::name).collect();
            let nearest = course::nearest(plain, names).join("`, `");
            Err(wrong(format!("`{name}` is no exercise; do you mean one of `{nearest}`?")))
        }
    }
}

fn counted(
    course: &Course,
    written: &Written,
    wrong: &Wrong,
) -> Result<BTreeMap<(String, String), Counted>, Error> {
    let lessons: Vec<&str> = course.lessons().iter().map(|lesson| lesson.name()).collect();
    if let Some(unknown) = written.lessons.iter().find(|name| !lessons.contains(&name.as_str())) {
        let lessons = lessons.join(", ");
        return Err(wrong(format!("`{unknown}` is no lesson; the lessons are {lessons}")));
    }
    let named = written.exercises.iter().map(|name| exercise_called(course, name, wrong));
    let named = named.collect::<Result<Vec<_>, _>>()?;
    let counts = |exercise: &Exercise| {
        let lesson = exercise.lesson.name();
        let mut of_lesson = named.iter().filter(|named| named.lesson.name() == lesson).peekable();
        // Where single exercises of a lesson are named, only these count.
        if of_lesson.peek().is_some() {
            of_lesson.any(|named| named.name() == exercise.name())
        } else {
            written.lessons.iter().any(|name| name == lesson)
        }
    };
    let key =
        |exercise: &Exercise| (exercise.lesson.name().to_string(), exercise.name().to_string());
    let of_exercise = |exercise: &Exercise| Counted {
        points: default_points(exercise),
        is_bonus: is_bonus_by_default(exercise.name()),
    };
    let counting = course.exercises().iter().filter(|exercise| counts(exercise));
    let mut counted: BTreeMap<_, _> =
        counting.map(|exercise| (key(exercise), of_exercise(exercise))).collect();
    if counted.is_empty() {
        return Err(wrong("nothing counts: name lessons or exercises".to_string()));
    }
    let not_counted =
        |name: &str| wrong(format!("points are given for `{name}`, which does not count"));
    for (name, points) in &written.points {
        let exercise = exercise_called(course, name, wrong)?;
        let counted = counted.get_mut(&key(exercise)).ok_or_else(|| not_counted(name))?;
        counted.points = *points;
    }
    if let Some(bonus) = &written.bonus {
        for counted in counted.values_mut() {
            counted.is_bonus = false;
        }
        for name in bonus {
            let exercise = exercise_called(course, name, wrong)?;
            // What does not count is no bonus either; the defaults name all.
            if let Some(counted) = counted.get_mut(&key(exercise)) {
                counted.is_bonus = true;
            }
        }
    }
    let maximum: u64 = counted
        .values()
        .filter(|counted| !counted.is_bonus)
        .map(|counted| u64::from(counted.points))
        .sum();
    match maximum {
        0 => Err(wrong("all points are bonus, so that nothing can be reached".to_string())),
        1..=1_000_000 => Ok(counted),
        _ => Err(wrong(format!("the maximum is {maximum} points, more than any gradebook takes"))),
    }
}

#[cfg(test)]
mod tests;

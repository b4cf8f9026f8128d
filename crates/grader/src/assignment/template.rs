//! The file that an instructor edits.

use course::{Course, Exercise};

use super::{default_points, is_bonus_by_default};
use crate::Error;

/// `assignment.toml` for `lessons`, or for the whole course where none is named, with a comment for everything
/// that may be changed.
///
/// # Errors
/// If there is no such lesson.
pub fn template(course: &Course, lessons: &[&str]) -> Result<String, Error> {
    let all: Vec<&str> = course.lessons().iter().map(|lesson| lesson.name()).collect();
    if let Some(unknown) = lessons.iter().find(|name| !all.contains(name)) {
        return Err(Error::UnknownLesson((*unknown).to_string(), all.join(", ")));
    }
    let lessons = if lessons.is_empty() { all } else { lessons.to_vec() };
    let counted: Vec<&Exercise> = course
        .exercises()
        .iter()
        .filter(|exercise| lessons.contains(&exercise.lesson.name()))
        .collect();
    let is_bonus = |exercise: &&&Exercise| is_bonus_by_default(exercise.name());
    let bonus: Vec<String> =
        counted.iter().filter(is_bonus).map(|exercise| quoted(exercise.name())).collect();
    let maximum: u32 = counted
        .iter()
        .filter(|exercise| !is_bonus(exercise))
        .map(|exercise| default_points(exercise))
        .sum();
    let names: Vec<String> = lessons.iter().map(|name| quoted(name)).collect();
    let mut text = format!(
        "# An assignment. Give it to the grader:\n\
         #\n\
         #     cargo grade SUBMISSIONS --out RESULTS --assignment THIS_FILE\n\
         #\n\
         # Edit what you like; a line that begins with # is a comment.\n\
         \n\
         # Shown on the page and to students.\n\
         title = {title}\n\
         \n\
         # Only what counts is graded. Where single exercises of a lesson are named, only these count.\n\
         lessons = [{lessons}]\n\
         # exercises = [{first}]\n\
         \n\
         # Exercises whose points come on top of the maximum.\n\
         bonus = [{bonus}]\n\
         \n\
         # Properties of which students see only the names.\n\
         # hidden = [\"{hidden}/*\"]\n\
         \n\
         # Until when, and what each begun day costs: percent of the points that were reached. After so many days\n\
         # nothing is left. The time is taken from the roster, the name that the platform gave or the archive, in\n\
         # this order; the results say from which. Without a time, nothing is taken off.\n\
         # due = 2026-10-01T23:59:00+09:00\n\
         # late = {{ percent_per_day = 10, nothing_after_days = 5 }}\n\
         \n\
         # Which of several attempts of a student counts: \"last\" or \"best\".\n\
         attempts = \"last\"\n\
         \n\
         # Whether an answer loses points where it fails only because a function below it fails: \"forgive\" or\n\
         # \"count\".\n\
         follow_on = \"forgive\"\n\
         \n\
         # Who is who: a CSV beside this file with a head. First column: the name of a submission; second: the\n\
         # student's id in the gradebook; a column `submitted` may say when. Not needed for downloads of Moodle and\n\
         # Canvas, whose names hold the ids.\n\
         # roster = \"roster.csv\"\n\
         \n\
         # Whole points for each exercise; the maximum is {maximum} without the bonus. An answer that is partly right\n\
         # has the share of its properties, rounded down. The first property of a function asks whether it is right\n\
         # at all, and weighs as much as all its other properties together.\n\
         [points]\n",
        title = quoted(&lessons.join(", ")),
        lessons = names.join(", "),
        first = counted
            .iter()
            .take(2)
            .map(|exercise| quoted(exercise.name()))
            .collect::<Vec<_>>()
            .join(", "),
        bonus = bonus.join(", "),
        hidden = counted.first().map_or("", |exercise| exercise.name()),
    );
    let mut lesson = "";
    for exercise in counted {
        if exercise.lesson.name() != lesson {
            lesson = exercise.lesson.name();
            text += &format!("# {lesson}\n");
        }
        text += &format!("{} = {}\n", exercise.name(), default_points(exercise));
    }
    Ok(text)
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

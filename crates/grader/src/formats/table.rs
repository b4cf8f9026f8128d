//! `grades.csv`: a row per student, for the upload to a learning platform.

use std::borrow::Cow;
use std::io::{self, Write};

use super::in_one_line;
use crate::results::{Results, SubmissionResult};

/// Writes the table: student, points, the most points, percent, then the points of each exercise.
pub(super) fn write(results: &Results, output: &mut dyn Write) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(output);
    let exercises = results.submissions.first().map_or(&[][..], |submission| &submission.exercises);
    let mut head: Vec<String> =
        ["submission", "score", "max_score", "percent"].map(str::to_string).to_vec();
    head.extend(exercises.iter().map(|result| format!("{}/{}", result.lesson, result.exercise)));
    table.write_record(&head)?;
    for submission in &results.submissions {
        table.write_record(row(submission))?;
    }
    table.flush()
}

fn row(submission: &SubmissionResult) -> Vec<String> {
    let mut row = vec![
        not_a_formula(&in_one_line(&submission.submission)).into_owned(),
        submission.score.to_string(),
        submission.max_score.to_string(),
        format!("{:.1}", submission.percent()),
    ];
    row.extend(submission.exercises.iter().map(|exercise| exercise.score.to_string()));
    row
}

/// A cell that no spreadsheet takes for a formula: an apostrophe comes before what begins like one.
fn not_a_formula(cell: &str) -> Cow<'_, str> {
    let begins_a_formula = |c: char| "=+-@|%＝＋－＠".contains(c);
    if cell.trim_start().starts_with(begins_a_formula) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

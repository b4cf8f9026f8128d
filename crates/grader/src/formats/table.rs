//! `grades.csv`: a row per student, for the upload to a learning platform.

use std::io::{self, Write};

use super::in_one_line;
use crate::results::{Results, SubmissionResult};

/// Writes the table: student, points, the most points, percent, then the points of each exercise. What was not
/// graded is an empty cell; if anything was not, a last column says why.
pub(super) fn write(results: &Results, output: &mut dyn Write) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(output);
    let exercises = results.submissions.first().map_or(&[][..], |submission| &submission.exercises);
    let mut head: Vec<String> =
        ["submission", "score", "max_score", "percent"].map(str::to_string).to_vec();
    head.extend(exercises.iter().map(|result| format!("{}/{}", result.lesson, result.exercise)));
    let all_are_graded =
        results.submissions.iter().all(|submission| submission.why_ungraded().is_none());
    if !all_are_graded {
        head.push("not_graded".to_string());
    }
    table.write_record(&head)?;
    for submission in &results.submissions {
        let mut row = row(submission);
        if !all_are_graded {
            row.push(text(submission.why_ungraded().unwrap_or_default()));
        }
        table.write_record(row)?;
    }
    table.flush()
}

fn row(submission: &SubmissionResult) -> Vec<String> {
    let percent = submission.percent();
    let number = |score: Option<u32>| score.map_or(String::new(), |score| score.to_string());
    let mut row = vec![
        text(&submission.submission),
        number(percent.map(|_| submission.score)),
        submission.max_score.to_string(),
        percent.map_or(String::new(), |percent| format!("{percent:.1}")),
    ];
    row.extend(submission.exercises.iter().map(|exercise| number(submission.score_of(exercise))));
    row
}

/// A cell with text of a student.
fn text(text: &str) -> String {
    not_a_formula(&in_one_line(text))
}

/// A cell that no spreadsheet takes for a formula, whatever separates its columns: an apostrophe comes before what
/// begins like one. What looks like such an apostrophe gets another, so that different names stay different.
fn not_a_formula(cell: &str) -> String {
    let begins_a_formula = |c: char| "=+-@|%＝＋－＠".contains(c);
    let piece = |piece: &str| {
        let is_formula =
            piece.trim_start().trim_start_matches('\'').trim_start().starts_with(begins_a_formula);
        if is_formula { format!("'{piece}") } else { piece.to_string() }
    };
    cell.split_inclusive([';', ',', '|', ':', '\t', '\n', '\r']).map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_defused_wherever_a_column_may_begin() {
        for (cell, expected) in [
            ("=1", "'=1"),
            ("  @SUM(1)", "'  @SUM(1)"),
            ("x;=1", "x;'=1"),
            ("x; +1,-1\t=2", "x;' +1,'-1\t'=2"),
            ("'=1", "''=1"),
            ("' =1", "'' =1"),
            ("\u{a0}=1", "'\u{a0}=1"),
            ("ada-maria @home", "ada-maria @home"),
            ("'t Hooft", "'t Hooft"),
        ] {
            assert_eq!(not_a_formula(cell), expected);
        }
    }
}

//! `grades.csv`: a plain table for people. It makes no claim that a platform takes it: `cargo grade fill` fills in
//! what a platform exported.

use std::io::{self, Write};

use super::{Speaker, in_one_line};
use crate::results::{Results, SubmissionResult};

/// Writes the table: student, points, the most points, percent, then the points of each exercise; first of all what
/// can be had. What was not graded is an empty cell, and a column says why; files that belong to nobody are rows,
/// too. With `has_mark`, a byte-order mark tells spreadsheets that this is UTF-8.
pub(super) fn write(
    results: &Results,
    has_mark: bool,
    say: Speaker,
    output: &mut dyn Write,
) -> io::Result<()> {
    if has_mark {
        output.write_all("\u{feff}".as_bytes())?;
    }
    let mut table = csv::Writer::from_writer(output);
    let first = results.submissions.first();
    let exercises = first.map_or(&[][..], |submission| &submission.exercises);
    let mut head: Vec<String> =
        ["submission", "score", "max_score", "percent"].map(str::to_string).to_vec();
    head.extend(exercises.iter().map(|result| format!("{}/{}", result.lesson, result.exercise)));
    let plain = head.len();
    let all_are_graded = results.strays.is_empty()
        && results.submissions.iter().all(|submission| submission.why_ungraded().is_none());
    let is_noted = results.submissions.iter().any(|submission| !note(submission, say).is_empty());
    head.extend((!all_are_graded).then(|| "not_graded".to_string()));
    head.extend(is_noted.then(|| "note".to_string()));
    table.write_record(&head)?;
    let mut write = |mut row: Vec<String>, why: &str, note: &str| {
        row.resize(plain, String::new());
        row.extend((!all_are_graded).then(|| text(why)));
        row.extend(is_noted.then(|| text(note)));
        table.write_record(row)
    };
    if let Some(first) = first {
        let most = first.max_score.to_string();
        let mut row = vec![
            say.of("(maximum)", "(만점)").to_string(),
            most.clone(),
            most,
            "100.0".to_string(),
        ];
        row.extend(exercises.iter().map(|exercise| exercise.max_score.to_string()));
        write(row, "", "")?;
    }
    for submission in &results.submissions {
        let why = submission.why_ungraded().unwrap_or_default();
        write(row(submission), why, &note(submission, say))?;
    }
    for stray in &results.strays {
        write(vec![text(&stray.name)], &stray.why, "")?;
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

/// What there is to say of a submission that was graded.
fn note(submission: &SubmissionResult, say: Speaker) -> String {
    let late = submission.late.as_ref();
    let late = late.map(|late| format!("{} ({})", say.late(late), say.source(&late.source)));
    let notes: Vec<String> = late.into_iter().chain(submission.remark.clone()).collect();
    notes.join("; ")
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

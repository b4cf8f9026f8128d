//! `cargo grade fill`: grades into the teacher's own export of a gradebook.
//!
//! 1. `sheet` takes the export apart without losing a byte of it.
//! 2. `canvas` and `moodle` know the columns and rows of their exports, as the importers do that will read them.
//! 3. A student is found by id and never by name. Whoever is not found, on either side, is listed.
//! 4. Only the cells of grades change, and empty cells of feedback.

mod canvas;
mod moodle;
mod sheet;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use contract::Language;

use crate::Error;
use crate::formats::{Speaker, feedback_line, in_one_line};
use crate::intake::platform;
use crate::results::{Results, SubmissionResult};
use sheet::Sheet;

/// How an export is to be filled.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// The column of the grade, where there are several: its title, its id or the whole head.
    pub column: Option<String>,
    /// Whether points are converted where the platform has another maximum.
    pub scale: bool,
}

/// An export that was filled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The head of the column that was filled.
    pub column: String,
    /// How many grades were filled in.
    pub count: usize,
    /// Students in the export without a submission.
    pub without_submission: Vec<String>,
    /// Submissions that have no row in the export, each with the reason.
    pub without_row: Vec<String>,
    /// Submissions without a grade, whose cells were left alone.
    pub ungraded: Vec<String>,
    /// What else there is to know.
    pub remarks: Vec<String>,
}

/// What is known of a row of an export: who it is.
struct Row {
    /// The index of the row.
    index: usize,
    /// How the export names the student.
    name: String,
    /// The id that the platform puts into the names of downloads.
    id: String,
    /// Other ids, in the order in which the importer tries them.
    other_ids: Vec<String>,
    /// The most points, if the export says so.
    maximum: Option<String>,
}

/// Where an export has what.
struct Plan {
    rows: Vec<Row>,
    grade: usize,
    feedback: Option<usize>,
    /// Whether more points than the maximum are refused when it is imported.
    has_ceiling: bool,
}

/// Fills `results` into the export `bytes`, which was read from `path`.
///
/// # Errors
/// If it is no export that is known, or it cannot be told which column is meant.
pub fn fill(path: &Path, bytes: &[u8], results: &Results, wish: &Wish) -> Result<Filled, Error> {
    let text = std::str::from_utf8(bytes).map_err(|_| {
        let what = "it is not UTF-8, which its importer would not read either; export it again, and do not save \
                    it with a spreadsheet in between";
        Error::Export(path.to_path_buf(), what.to_string())
    })?;
    let mut sheet = Sheet::parse(text);
    let wrong = |what: String| Error::Export(path.to_path_buf(), what);
    let title = results.header.assignment.as_ref().map(|assigned| assigned.title.as_str());
    let plan = if moodle::is_export(&sheet) {
        moodle::plan(&sheet, &wrong)?
    } else if canvas::is_export(&sheet) {
        canvas::plan(&sheet, wish.column.as_deref(), title, &wrong)?
    } else {
        return Err(wrong(
            "it is neither a gradebook of Canvas nor a grading worksheet of Moodle (in English or Korean)"
                .to_string(),
        ));
    };
    let mut filled = Filled { column: sheet.value(0, plan.grade), ..Filled::default() };
    let matched = matched(&plan, results, &mut filled);
    for (row, submission) in matched {
        write(&mut sheet, &plan, row, submission, (results, wish), &mut filled);
    }
    filled.bytes = sheet.bytes();
    Ok(filled)
}

/// The submission of each row, each found once.
fn matched<'p>(
    plan: &'p Plan,
    results: &'p Results,
    filled: &mut Filled,
) -> Vec<(&'p Row, &'p SubmissionResult)> {
    let mut of_row: BTreeMap<usize, Vec<&SubmissionResult>> = BTreeMap::new();
    for submission in &results.submissions {
        let name = in_one_line(&submission.submission);
        match find(plan, submission) {
            Ok(row) => of_row.entry(row.index).or_default().push(submission),
            Err(why) => filled.without_row.push(format!("{name}: {why}")),
        }
    }
    let mut matched = Vec::new();
    for row in &plan.rows {
        match of_row.get(&row.index).map(Vec::as_slice) {
            Some([submission]) => matched.push((row, *submission)),
            Some(several) => {
                for submission in several {
                    let name = in_one_line(&submission.submission);
                    let row = in_one_line(&row.name);
                    filled.without_row.push(format!("{name}: {row} has several submissions"));
                }
            }
            None => filled.without_submission.push(in_one_line(&row.name)),
        }
    }
    matched
}

/// Why a submission has no row.
enum NoRow {
    NoId,
    Unknown(String),
    Several(String),
}

impl fmt::Display for NoRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoId => f.write_str("its name holds no id; say in a roster whose it is"),
            Self::Unknown(id) => write!(f, "no row has the id {}", in_one_line(id)),
            Self::Several(id) => write!(f, "several rows have the id {}", in_one_line(id)),
        }
    }
}

/// The row of `submission`: by the id in its name, which is the platform's own, or by that of the roster, which may
/// be any of a student's ids.
fn find<'p>(plan: &'p Plan, submission: &SubmissionResult) -> Result<&'p Row, NoRow> {
    let of_name = || platform::named(&submission.submission).map(|named| named.id);
    let id = submission.id.clone().or_else(of_name).filter(|id| !id.is_empty());
    let id = id.ok_or(NoRow::NoId)?;
    let only = |rows: Vec<&'p Row>| match rows.as_slice() {
        [] => Ok(None),
        [row] => Ok(Some(*row)),
        _ => Err(NoRow::Several(id.clone())),
    };
    let has = |kind: Option<usize>| -> Vec<&'p Row> {
        let id_of = |row: &'p Row| match kind {
            None => Some(&row.id),
            Some(kind) => row.other_ids.get(kind),
        };
        plan.rows.iter().filter(|row| id_of(row) == Some(&id)).collect()
    };
    let mut found = only(has(None))?;
    if submission.is_rostered {
        let kinds = plan.rows.iter().map(|row| row.other_ids.len()).max().unwrap_or(0);
        for kind in 0..kinds {
            let other = only(has(Some(kind)))?;
            if let (Some(row), Some(other)) = (found, other)
                && row.index != other.index
            {
                return Err(NoRow::Several(id));
            }
            found = found.or(other);
        }
    }
    found.ok_or(NoRow::Unknown(id))
}

fn write(
    sheet: &mut Sheet,
    plan: &Plan,
    row: &Row,
    submission: &SubmissionResult,
    (results, wish): (&Results, &Wish),
    filled: &mut Filled,
) {
    let name = in_one_line(&submission.submission);
    if let Some(why) = submission.why_ungraded() {
        filled.ungraded.push(format!("{name}: {}", in_one_line(why)));
        return;
    }
    let ours = submission.max_score;
    let theirs =
        row.maximum.as_deref().and_then(|text| text.trim().replace(',', ".").parse::<f64>().ok());
    let theirs = theirs.filter(|maximum| *maximum > 0.0);
    let is_same = theirs.is_none_or(|maximum| (maximum - f64::from(ours)).abs() < 1e-6);
    let mut score = f64::from(submission.score);
    if let Some(maximum) = theirs.filter(|_| wish.scale) {
        score = score * maximum / f64::from(ours.max(1));
    } else if !is_same {
        let remark = format!(
            "the column is of {} points and the results are of {ours}: points were filled in as they are; with \
             --scale they are converted",
            row.maximum.as_deref().unwrap_or_default().trim()
        );
        if !filled.remarks.contains(&remark) {
            filled.remarks.push(remark);
        }
    }
    if let Some(maximum) =
        theirs.filter(|maximum| plan.has_ceiling && (is_same || wish.scale) && score > *maximum)
    {
        filled
            .remarks
            .push(format!("{name}: more than the maximum is not imported; {maximum} points"));
        score = maximum;
    }
    sheet.set(row.index, plan.grade, &number(score));
    filled.count += 1;
    if let Some(column) = plan.feedback {
        let old = sheet.value(row.index, column);
        if old.trim().is_empty() || old.starts_with(moodle::OURS) {
            let language = Language::named(&results.header.language).unwrap_or(Language::English);
            sheet.set(row.index, column, &feedback(submission, language));
        } else {
            filled.remarks.push(format!("{name}: the feedback that was there stays"));
        }
    }
}

/// A number with two places at most, as every importer reads it.
fn number(score: f64) -> String {
    let text = format!("{score:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_string()
}

/// A few lines for the student; Moodle takes them for HTML.
fn feedback(submission: &SubmissionResult, language: Language) -> String {
    let lines: String = submission
        .exercises
        .iter()
        .map(|exercise| feedback_line(exercise, language))
        .fold(String::new(), |lines, line| lines + "<li>" + &line + "</li>");
    let late = submission.late.as_ref();
    let late =
        late.map_or(String::new(), |late| format!("<p>{}</p>", Speaker(language).late(late)));
    let (score, most) = (submission.score, submission.max_score);
    let points = match language {
        Language::English => format!("{score} of {most} points"),
        Language::Korean => format!("{most}점 중 {score}점"),
    };
    format!("{}{points}</p>{late}<ul>{lines}</ul>", moodle::OURS)
}

/// What a person reads of an export that was filled.
impl fmt::Display for Filled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} grades filled in, column {}.", self.count, in_one_line(&self.column))?;
        let lists = [
            ("Left as they were, because they have no grade", &self.ungraded),
            ("In the export, but without a submission", &self.without_submission),
            ("Among the results, but not in the export", &self.without_row),
            ("Note", &self.remarks),
        ];
        for (title, names) in lists.into_iter().filter(|(_, names)| !names.is_empty()) {
            writeln!(f, "{title} ({}):", names.len())?;
            names.iter().try_for_each(|name| writeln!(f, "  {name}"))?;
        }
        Ok(())
    }
}

/// Makes an error of what makes no sense in an export.
type Wrong<'w> = dyn Fn(String) -> Error + 'w;

/// Refuses to put the filled export where the export or a result is.
///
/// # Errors
/// If `out` is `export`.
pub fn keep_apart(export: &Path, out: &Path) -> Result<(), Error> {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| PathBuf::from(path));
    if real(export) == real(out) {
        let what = "it is the export itself, which stays as it is; name another file for --out";
        return Err(Error::Export(out.to_path_buf(), what.to_string()));
    }
    Ok(())
}

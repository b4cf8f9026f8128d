//! The gradebook that Canvas exports, as `gradebook_importer.rb` reads it.

use super::sheet::Sheet;
use super::{Plan, Row, Wrong};
use crate::Error;

/// Columns of totals, which are not imported.
const TOTALS: [&str; 9] = [
    "Current Score",
    "Current Points",
    "Current Grade",
    "Final Score",
    "Final Points",
    "Final Grade",
    "Override Score",
    "Override Grade",
    "Override Status",
];

/// The columns of the student: the name, the id, and other ids in the order in which the importer tries them.
struct Columns {
    name: usize,
    id: usize,
    other_ids: Vec<usize>,
}

/// Whether `sheet` is such a gradebook.
pub(super) fn is_export(sheet: &Sheet) -> bool {
    columns(&sheet.values(0)).is_some()
}

fn columns(head: &[String]) -> Option<Columns> {
    let has = |index: usize, word: &str| head.get(index).is_some_and(|cell| cell.contains(word));
    let (name, id) = if head.len() > 3 && has(0, "Student") && has(1, "ID") {
        (0, 1)
    } else if head.len() > 4 && has(0, "LastName") && has(1, "FirstName") && has(2, "ID") {
        (0, 2)
    } else {
        return None;
    };
    let of = |title: &str| head.iter().position(|cell| cell.trim() == title);
    let other_ids = [of("SIS User ID"), of("SIS Login ID")].into_iter().flatten().collect();
    Some(Columns { name, id, other_ids })
}

/// The title and the id of an assignment, from the head of its column.
fn assignment(head: &str) -> Option<(&str, &str)> {
    if TOTALS.iter().any(|total| head.contains(total)) {
        return None;
    }
    let (title, id) = head.trim().strip_suffix(')')?.rsplit_once(" (")?;
    let is_id = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit());
    is_id.then_some((title, id))
}

/// Where the grade goes: to the column that is `wanted`, that is called like the results, or that is the only one.
pub(super) fn plan(
    sheet: &Sheet,
    wanted: Option<&str>,
    title: Option<&str>,
    wrong: &Wrong,
) -> Result<Plan, Error> {
    let head = sheet.values(0);
    let Some(columns) = columns(&head) else {
        return Err(wrong("it has no columns Student and ID".to_string()));
    };
    let rows = 1..sheet.len();
    let is_possible = |row: &usize| sheet.value(*row, 0).contains("Points Possible");
    let possible = rows.clone().find(is_possible);
    let maximum = |column: usize| possible.map(|row| sheet.value(row, column));
    let is_writable = |column: usize| {
        !maximum(column).is_some_and(|cell| cell.to_lowercase().contains("read only"))
    };
    let assignments: Vec<(usize, &str, &str)> = head
        .iter()
        .enumerate()
        .filter_map(|(column, head)| assignment(head).map(|(title, id)| (column, title, id)))
        .filter(|(column, ..)| is_writable(*column))
        .collect();
    let called = |name: &str| -> Vec<usize> {
        let is_called = |(column, title, id): &&(usize, &str, &str)| {
            title.trim() == name || *id == name || head[*column].trim() == name
        };
        assignments.iter().filter(is_called).map(|(column, ..)| *column).collect()
    };
    let names = || {
        let names: Vec<String> =
            assignments.iter().map(|(column, ..)| format!("`{}`", head[*column].trim())).collect();
        names.join(", ")
    };
    let found = match (wanted, title.map(called)) {
        (Some(name), _) => called(name.trim()),
        (None, Some(found)) if found.len() == 1 => found,
        _ => assignments.iter().map(|(column, ..)| *column).collect(),
    };
    let [grade] = found[..] else {
        return Err(wrong(match (wanted, assignments.is_empty()) {
            (_, true) => {
                "it has no column of an assignment: make one in Canvas and export again".to_string()
            }
            (Some(name), _) => {
                format!("no column, or more than one, is called `{name}`; there are {}", names())
            }
            (None, _) => format!("say with --column which of these is meant: {}", names()),
        }));
    };
    let mut plan = Plan { rows: Vec::new(), grade, feedback: None, has_ceiling: false };
    for row in rows.filter(|row| Some(*row) != possible) {
        let values = sheet.values(row);
        if is_nobody(&values) {
            continue;
        }
        if values.len() <= grade.max(columns.id) {
            return Err(wrong(format!(
                "row {} has {} cells and not {}",
                row + 1,
                values.len(),
                head.len()
            )));
        }
        plan.rows.push(Row {
            index: row,
            name: values[columns.name].clone(),
            id: values[columns.id].trim().to_string(),
            other_ids: columns
                .other_ids
                .iter()
                .map(|column| values[*column].trim().to_string())
                .collect(),
            maximum: maximum(grade),
        });
    }
    Ok(plan)
}

/// Whether a row is of no student: empty, or about how grades are posted.
fn is_nobody(values: &[String]) -> bool {
    values
        .iter()
        .map(|value| value.trim().to_lowercase())
        .all(|value| value.is_empty() || value == "muted" || value.starts_with("manual posting"))
}

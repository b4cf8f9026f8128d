//! The grading worksheet of a Moodle assignment, as `importgradeslib.php` reads it, on sites in English and Korean.

use super::sheet::Sheet;
use super::{Plan, Row, Wrong};
use crate::Error;

/// The beginning of feedback that was filled in, and may be filled in again.
pub(super) const OURS: &str = "<p class=\"gradlings\">";

/// The heads of columns: strings of Moodle (`assign`: recordid, lastmodifiedgrade, maxgrade; core: grade;
/// `assignfeedback_comments`: pluginname), in English and in the Korean of several versions.
const IDENTIFIER: [&str; 2] = ["Identifier", "식별자"];
const GRADE: [&str; 2] = ["Grade", "성적"];
const MODIFIED: [&str; 4] =
    ["Last modified (grade)", "마지막 수정됨(성적)", "마지막 수정됨 (성적)", "최종 수정 (성적)"];
const MAXIMUM: [&str; 3] = ["Maximum grade", "Maximum Grade", "최대 성적"];
const FEEDBACK: [&str; 4] = ["Feedback comments", "피드백 코멘트", "피드백 댓글", "피드백 의견"];
const NAME: [&str; 4] = ["Full name", "성명", "전체 이름", "이름"];
/// Other ids of a student.
const IDS: [&str; 9] = [
    "ID number",
    "Username",
    "Email address",
    "학번",
    "식별번호",
    "사용자 아이디",
    "사용자명",
    "이메일 주소",
    "이메일",
];

fn column(head: &[String], titles: &[&str]) -> Option<usize> {
    head.iter().position(|cell| titles.contains(&cell.trim()))
}

/// Whether `sheet` is such a worksheet: it has what the importer insists on.
pub(super) fn is_export(sheet: &Sheet) -> bool {
    let head = sheet.values(0);
    [&IDENTIFIER[..], &GRADE, &MODIFIED].iter().all(|titles| column(&head, titles).is_some())
}

/// Where the worksheet has what.
pub(super) fn plan(sheet: &Sheet, wrong: &Wrong) -> Result<Plan, Error> {
    let head = sheet.values(0);
    let missing = || wrong("it has no column Identifier or Grade".to_string());
    let identifier = column(&head, &IDENTIFIER).ok_or_else(missing)?;
    let grade = column(&head, &GRADE).ok_or_else(missing)?;
    let name = column(&head, &NAME);
    let maximum = column(&head, &MAXIMUM);
    let ids: Vec<usize> = (0..head.len()).filter(|at| IDS.contains(&head[*at].trim())).collect();
    let mut plan =
        Plan { rows: Vec::new(), grade, feedback: column(&head, &FEEDBACK), has_ceiling: true };
    for row in 1..sheet.len() {
        let values = sheet.values(row);
        if values.iter().all(String::is_empty) {
            continue;
        }
        if values.len() != head.len() {
            return Err(wrong(format!(
                "row {} has {} cells and not {}",
                row + 1,
                values.len(),
                head.len()
            )));
        }
        // `Participant 12345`, `참가자12345`: the importer cuts the number off.
        let number: Vec<char> =
            values[identifier].trim().chars().rev().take_while(char::is_ascii_digit).collect();
        plan.rows.push(Row {
            index: row,
            name: name.map_or_else(|| values[identifier].clone(), |name| values[name].clone()),
            id: number.into_iter().rev().collect(),
            other_ids: ids.iter().map(|column| values[*column].trim().to_string()).collect(),
            maximum: maximum.map(|maximum| values[maximum].clone()),
        });
    }
    Ok(plan)
}

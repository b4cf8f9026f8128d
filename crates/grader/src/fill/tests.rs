//! What is filled in is read back by the rules of the importers.

use std::collections::BTreeMap;

use course::Course;
use course::report::{Report, Standing};

use super::*;
use crate::results::{Assigned, ExerciseResult, Header};

const HOSTILE: [&str; 7] = [
    "Lovelace, Ada",
    "=HYPERLINK(\"\"http://x\"\"), \"\"Bobby\"\"",
    "김, 가람",
    "O'Brien; Seán",
    "two\nlines",
    "Participant 101",
    "<b>\u{202e}evil</b>",
];

fn submission(name: &str, id: Option<&str>, score: u32) -> SubmissionResult {
    let exercise = Course::whole().find("sigmoid").unwrap()[0];
    let report =
        Report::unasked(exercise, Standing::Fail, |_| contract::Text::fixed("no", "아니요"));
    let exercise = ExerciseResult::new(&report, Language::English);
    let result = SubmissionResult::new(name, vec![exercise]);
    SubmissionResult { id: id.map(str::to_string), score, max_score: 50, ..result }
}

fn results(submissions: Vec<SubmissionResult>, title: &str) -> Results {
    let assigned = Assigned { title: title.to_string(), digest: String::new() };
    let header = Header {
        suite: String::new(),
        toolchain: String::new(),
        seed: 1,
        tier: "none".to_string(),
        partition: None,
        language: "ko".to_string(),
        assignment: Some(assigned),
    };
    Results { header, submissions, strays: Vec::new() }
}

fn filled(text: &str, results: &Results, wish: &Wish) -> Filled {
    fill(Path::new("export.csv"), text.as_bytes(), results, wish).unwrap()
}

fn refused(text: &str, results: &Results) -> String {
    let outcome = fill(Path::new("export.csv"), text.as_bytes(), results, &Wish::default());
    outcome.unwrap_err().to_string()
}

/// The rows of a CSV as another reader sees them.
fn rows(bytes: &[u8], separator: u8) -> Vec<Vec<String>> {
    let text = std::str::from_utf8(bytes).unwrap().trim_start_matches('\u{feff}').to_string();
    let mut reader = csv::ReaderBuilder::new();
    let mut reader =
        reader.delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let record = |record: csv::StringRecord| record.iter().map(str::to_string).collect();
    reader.records().map(|found| record(found.unwrap())).collect()
}

/// The grades that `gradebook_importer.rb` takes for the assignment of `id`, by the id of the student.
fn imported_by_canvas(bytes: &[u8], separator: u8, id: &str) -> BTreeMap<String, String> {
    let rows = rows(bytes, separator);
    let column = rows[0].iter().position(|head| head.ends_with(&format!(" ({id})"))).unwrap();
    let students = rows[1..].iter().filter(|row| {
        let is_note = row.iter().all(|cell| {
            let cell = cell.trim().to_lowercase();
            cell.is_empty() || cell.starts_with("manual posting")
        });
        !is_note && !row[0].contains("Points Possible")
    });
    students.map(|row| (row[1].clone(), row[column].trim().to_string())).collect()
}

/// The grades that `importgradeslib.php` takes, by the number of the participant.
fn imported_by_moodle(bytes: &[u8], heads: [&str; 3], hidden_user: &str) -> BTreeMap<u64, String> {
    let rows = rows(bytes, b',');
    let column = |head: &str| rows[0].iter().position(|cell| cell == head).unwrap();
    let [identifier, grade, _] = heads.map(column);
    let mut grades = BTreeMap::new();
    for row in &rows[1..] {
        let number = row[identifier].strip_prefix(hidden_user).unwrap();
        grades.insert(number.parse().unwrap(), row[grade].clone());
    }
    grades
}

fn canvas(separator: &str, end: &str, mark: &str) -> String {
    let head = [
        "Student",
        "ID",
        "SIS User ID",
        "SIS Login ID",
        "Section",
        "HW 0 (900)",
        "HW 1 (901)",
        "Current Score",
    ];
    let mut text = format!("{mark}{}{end}", head.join(separator));
    let note = ["", "", "", "", "", "Manual Posting", "", ""];
    text += &format!("{}{end}", note.join(separator));
    let possible = ["    Points Possible", "", "", "", "", "(read only)", "50", "(read only)"];
    text += &format!("{}{end}", possible.join(separator));
    for (index, name) in HOSTILE.iter().enumerate() {
        let id = 101 + index;
        let sis = format!("\"{}\"", 2_000 + index);
        let login = format!("user{index}@example.edu");
        let id = id.to_string();
        let row = [&format!("\"{name}\""), &*id, &sis, &login, "All; or, none", "7", "", "12.5"];
        let row = row.map(|cell| {
            let is_plain = cell.starts_with('"') || !cell.contains([',', ';']);
            if is_plain { cell.to_string() } else { format!("\"{cell}\"") }
        });
        text += &format!("{}{end}", row.join(separator));
    }
    text
}

#[test]
fn no_grade_is_lost_or_moved_in_canvas() {
    let submissions = vec![
        submission("lovelaceada_101", Some("101"), 50),
        submission("김가람_103", Some("103"), 0),
        SubmissionResult { is_rostered: true, ..submission("sean", Some("2003"), 31) },
        SubmissionResult {
            is_rostered: true,
            ..submission("lines", Some("user4@example.edu"), 32)
        },
        // As a download names it, where the results do not know the id.
        submission("participant_106_77_course.zip", None, 33),
    ];
    let results = results(submissions, "HW 1");
    for (separator, end, mark) in
        [(",", "\n", ""), (",", "\r\n", "\u{feff}"), (";", "\r\n", ""), (";", "\n", "\u{feff}")]
    {
        let export = canvas(separator, end, mark);
        let filled = filled(&export, &results, &Wish::default());
        assert_eq!((filled.count, filled.column.as_str()), (5, "HW 1 (901)"));
        assert_eq!(filled.without_row, [""; 0]);
        assert_eq!(filled.without_submission.len(), 2);
        let separator = separator.as_bytes()[0];
        let grades = imported_by_canvas(&filled.bytes, separator, "901");
        let expected = ["50", "", "0", "31", "32", "33", ""];
        for (index, expected) in expected.iter().enumerate() {
            assert_eq!(grades[&(101 + index).to_string()], *expected, "{index}");
        }
        // Nothing else has changed.
        let (before, after) = (rows(export.as_bytes(), separator), rows(&filled.bytes, separator));
        for (before, after) in before.iter().zip(&after) {
            for (column, (before, after)) in before.iter().zip(after).enumerate() {
                assert!(column == 6 || before == after);
            }
        }
        let nothing = super::tests::results(Vec::new(), "HW 1");
        let untouched = super::tests::filled(&export, &nothing, &Wish::default());
        assert_eq!(untouched.bytes, export.as_bytes());
    }
}

fn moodle(korean: bool, end: &str, mark: &str) -> String {
    let (head, hidden_user) = if korean {
        (
            "식별자,성명,이메일 주소,상태,성적,최대 성적,마지막 수정됨(제출),마지막 수정됨(성적),피드백 코멘트",
            "참가자",
        )
    } else {
        (
            "Identifier,\"Full name\",\"Email address\",Status,Grade,\"Maximum grade\",\"Last modified (submission)\",\
             \"Last modified (grade)\",\"Feedback comments\"",
            "Participant ",
        )
    };
    let mut text = format!("{mark}{head}{end}");
    for (index, name) in HOSTILE.iter().enumerate() {
        let feedback = if index == 3 { "\"own, \"\"old\"\" words\"" } else { "" };
        let id = 101 + index;
        text += &format!(
            "\"{hidden_user}{id}\",\"{name}\",u{index}@x.kr,\"Submitted for grading - \",,50.00,\"1 October 2026, \
             11:59 PM\",-,{feedback}{end}"
        );
    }
    text
}

#[test]
fn no_grade_is_lost_or_moved_in_moodle() {
    let submissions = vec![
        submission("Lovelace Ada_101", Some("101"), 50),
        submission("김 가람_103_assignsubmission_file_", None, 0),
        submission("Seán_104", Some("104"), 31),
        SubmissionResult { is_rostered: true, ..submission("lines", Some("u4@x.kr"), 32) },
        submission("Bonus_106", Some("106"), 60),
        // The id in a name is the platform's number, and never an address.
        submission("evil_1_2_3", Some("u6@x.kr"), 9),
    ];
    let results = results(submissions, "HW 1");
    for (korean, end, mark) in [(false, "\n", ""), (true, "\r\n", "\u{feff}"), (true, "\n", "")] {
        let export = moodle(korean, end, mark);
        let filled = filled(&export, &results, &Wish::default());
        assert_eq!(filled.count, 5);
        assert_eq!(filled.without_row.len(), 1, "{:?}", filled.without_row);
        let (heads, hidden_user) = if korean {
            (["식별자", "성적", "마지막 수정됨(성적)"], "참가자")
        } else {
            (["Identifier", "Grade", "Last modified (grade)"], "Participant ")
        };
        let grades = imported_by_moodle(&filled.bytes, heads, hidden_user);
        let grades: Vec<&str> = grades.values().map(String::as_str).collect();
        assert_eq!(grades, ["50", "", "0", "31", "32", "50", ""]);
        assert!(filled.remarks.iter().any(|remark| remark.contains("more than the maximum")));
        let (before, after) = (rows(export.as_bytes(), b','), rows(&filled.bytes, b','));
        for (before, after) in before.iter().zip(&after) {
            for (column, (before, after)) in before.iter().zip(after).enumerate() {
                assert!([4, 8].contains(&column) || before == after);
            }
        }
        assert_eq!(after[4][8], "own, \"old\" words", "what the teacher wrote stays");
        assert!(after[1][8].contains("50점 중 50점") && after[1][8].contains("sigmoid"));
        // Filled once more, the same comes out.
        let text = String::from_utf8(filled.bytes.clone()).unwrap();
        assert_eq!(super::tests::filled(&text, &results, &Wish::default()).bytes, filled.bytes);
    }
}

#[test]
fn nobody_is_guessed() {
    let export = canvas(",", "\n", "");
    let mut ungraded = submission("curie_107", Some("107"), 0);
    ungraded.reject("the zip is encrypted");
    let submissions = vec![
        submission("Lovelace, Ada", None, 50),
        submission("twin a_101", Some("101"), 50),
        submission("twin b_101", Some("101"), 40),
        submission("gone_999", Some("999"), 50),
        // The id of Canvas, which is another's number at the school.
        submission("number_2003", Some("2003"), 50),
        ungraded,
    ];
    let filled = filled(&export, &results(submissions, "HW 1"), &Wish::default());
    assert_eq!(filled.count, 0);
    assert_eq!(filled.bytes, export.as_bytes());
    assert_eq!(filled.without_row.len(), 5, "{:?}", filled.without_row);
    assert_eq!(filled.ungraded.len(), 1);
    let both = canvas(",", "\n", "").replace("\"2001\"", "\"103\"");
    let rostered = SubmissionResult { is_rostered: true, ..submission("x", Some("103"), 5) };
    let filled = super::tests::filled(&both, &results(vec![rostered], "HW 1"), &Wish::default());
    assert!(filled.count == 0 && filled.without_row[0].contains("several rows"));
}

#[test]
fn a_column_is_chosen_and_never_made() {
    let several = canvas(",", "\n", "").replace("(read only),50", "20,50");
    let ada = || vec![submission("a_101", Some("101"), 25)];
    assert!(refused(&several, &results(ada(), "Other")).contains("`HW 0 (900)`, `HW 1 (901)`"));
    for column in ["HW 0", "900", "HW 0 (900)"] {
        let wish = Wish { column: Some(column.to_string()), scale: false };
        let filled = filled(&several, &results(ada(), "HW 1"), &wish);
        assert_eq!(filled.column, "HW 0 (900)");
        assert_eq!(imported_by_canvas(&filled.bytes, b',', "900")["101"], "25");
        assert!(filled.remarks[0].contains("of 20 points and the results are of 50"));
    }
    let wish = Wish { column: Some("HW 0".to_string()), scale: true };
    let scaled = filled(&several, &results(ada(), "HW 1"), &wish);
    assert_eq!(imported_by_canvas(&scaled.bytes, b',', "900")["101"], "10");
    let only = filled(&canvas(",", "\n", ""), &results(ada(), "Other"), &Wish::default());
    assert_eq!(only.column, "HW 1 (901)", "the only one that is not read only");
}

#[test]
fn what_is_no_export_is_refused() {
    let ada = results(vec![submission("a_101", Some("101"), 25)], "HW 1");
    assert!(refused("name,grade\nada,1\n", &ada).contains("neither a gradebook of Canvas nor"));
    assert!(refused("", &ada).contains("neither"));
    let cut = moodle(true, "\n", "") + "\"참가자200\",x\n";
    assert!(refused(&cut, &ada).contains("2 cells and not 9"));
    let bytes = [b"Student,ID\xb1\xe8,Section,HW (1)\n".to_vec()].concat();
    let error = fill(Path::new("e.csv"), &bytes, &ada, &Wish::default()).unwrap_err();
    assert!(error.to_string().contains("not UTF-8"));
}

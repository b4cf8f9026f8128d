//! The names of students and the output of their code stay text in every format.

use std::io::{self, Write};

use serde_json::Value;

use super::*;
use crate::results::{ExerciseResult, Header, PropertyResult};
use course::report::Standing;

/// The worst that a name and a message can hold.
const NAMES: [&str; 5] = [
    "=HYPERLINK(\"http:\")",
    "<script>alert(1)</script>",
    "a]]>b\u{1b}[2J\u{0}\n\"quoted\", 'too'",
    "\t@SUM(1+1)|cmd",
    "김가람 & \u{202e}gnp.exe",
];

pub(super) fn hostile() -> Results {
    let header = Header {
        suite: "0123456789abcdef".to_string(),
        toolchain: "rustc 1.89.0".to_string(),
        seed: 1,
        tier: "namespaces".to_string(),
        partition: None,
        language: "en".to_string(),
    };
    let submissions = NAMES.iter().map(|name| SubmissionResult::new(name, exercises(name)));
    Results { header, submissions: submissions.collect() }
}

fn exercises(message: &str) -> Vec<ExerciseResult> {
    let property = |name: &str, verdict, message: Option<String>| PropertyResult {
        name: name.to_string(),
        verdict,
        weight: 2,
        message,
        mistake: (verdict == Standing::Fail).then(|| "A01".to_string()),
    };
    let words = format!("{message} <img src=x onerror=alert(1)> ]]> \u{7}\u{ffff}\nlast line");
    let properties = vec![
        property("agrees_with_the_formula", Standing::Fail, Some(words.clone())),
        property("is_odd", Standing::Pass, None),
        property("grows_with_z", Standing::Crash, Some(words)),
        property("averages_to_zero", Standing::NotStarted, Some("Not written yet.".to_string())),
    ];
    vec![ExerciseResult {
        lesson: "activations".to_string(),
        exercise: "tanh".to_string(),
        verdict: Standing::Crash,
        score: 2,
        max_score: 8,
        properties,
    }]
}

fn written(writer: impl Fn(&Results, &mut dyn Write) -> io::Result<()>) -> String {
    let mut bytes = Vec::new();
    writer(&hostile(), &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn no_cell_of_the_table_is_a_formula() {
    let text = written(table::write);
    let mut table = csv::Reader::from_reader(text.as_bytes());
    let head = table.headers().unwrap().clone();
    assert_eq!(head.iter().next_back(), Some("activations/tanh"));
    let rows: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), NAMES.len());
    for row in &rows {
        assert!(!row[0].trim_start().starts_with(['=', '+', '-', '@']), "{row:?}");
        assert_eq!((&row[1], &row[2], &row[3], &row[4]), ("2", "8", "25.0", "2"));
    }
    assert_eq!(&rows[0][0], "'=HYPERLINK(\"http:\")");
    assert_eq!(&rows[2][0], "a]]>b\\u{1b}[2J\\u{0}\\n\"quoted\", 'too'");
}

#[test]
fn junit_is_well_formed_and_counts() {
    use quick_xml::events::Event;

    let text = written(junit::write);
    let mut reader = quick_xml::Reader::from_str(&text);
    let mut counts = std::collections::BTreeMap::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => break,
            Event::Start(element) | Event::Empty(element) => {
                for attribute in element.attributes() {
                    attribute.unwrap();
                }
                let name = element.name().as_ref().to_string();
                *counts.entry(name).or_insert(0) += 1;
            }
            _ => {}
        }
    }
    let counted: Vec<(&str, i32)> =
        counts.iter().map(|(name, count)| (name.as_str(), *count)).collect();
    let expected =
        [("error", 5), ("failure", 5), ("skipped", 5), ("testcase", 20), ("testsuite", 5)];
    assert_eq!(counted[..5], expected);
    assert_eq!(counted[5], ("testsuites", 1));
    assert!(text.contains(r#"tests="20" failures="5" errors="5" skipped="5""#), "{text}");
    // XML 1.0 has no way to say these characters, not even escaped.
    let is_allowed = |c: char| matches!(c, '\n' | '\t') || !c.is_control() && c < '\u{fffe}';
    assert!(text.chars().all(is_allowed));
    assert!(!text.contains("]]>") && !text.contains("<script") && !text.contains("<img"));
}

#[test]
fn gradescope_knows_every_field() {
    for submission in &hostile().submissions {
        let form = gradescope::form(submission);
        let tests = form["tests"].as_array().unwrap();
        let sum: u64 = tests.iter().map(|test| test["score"].as_u64().unwrap()).sum();
        assert_eq!(form["score"].as_u64(), Some(sum));
        for field in ["output_format", "test_output_format", "test_name_format"] {
            assert_eq!(form[field], "text", "markup would be drawn");
        }
        for test in tests {
            assert!(["passed", "failed"].contains(&test["status"].as_str().unwrap()));
            assert!(test["max_score"].as_u64() >= test["score"].as_u64());
            assert_eq!(test["visibility"], "visible");
            assert_plain(&test["output"]);
        }
    }
}

#[test]
fn classroom_knows_every_field() {
    for submission in &hostile().submissions {
        let form = classroom::form(submission);
        assert_eq!((&form["version"], &form["status"]), (&1.into(), &"fail".into()));
        assert_eq!(form["max_score"], 8);
        for test in form["tests"].as_array().unwrap() {
            assert!(["pass", "fail", "error"].contains(&test["status"].as_str().unwrap()));
            for number in ["score", "line_no", "execution_time"] {
                assert!(test[number].is_u64(), "{number}");
            }
            for text in ["name", "message", "test_code", "filename"] {
                assert!(test[text].is_string(), "{text}");
            }
            assert_plain(&test["message"]);
        }
    }
}

/// A zip that cannot be read, and a machine that failed in the middle.
fn ungraded() -> Results {
    let whole = hostile();
    let unasked = |name: &str, verdict, message: &str| {
        let mut result = whole.submissions[0].clone();
        (result.submission, result.score) = (name.to_string(), 0);
        for exercise in &mut result.exercises {
            (exercise.verdict, exercise.score) = (verdict, 0);
            for property in &mut exercise.properties {
                (property.verdict, property.message) = (verdict, Some(message.to_string()));
                property.mistake = None;
            }
        }
        result
    };
    let path = "/srv/grader/target/desk-7 cannot be read or written";
    let submissions = vec![
        whole.submissions[1].clone(),
        unasked("infra", Standing::Infra, path),
        unasked("unread", Standing::Rejected, "the zip is encrypted"),
    ];
    Results { header: whole.header, submissions }
}

#[test]
fn what_was_not_graded_is_never_a_zero_and_has_a_reason_without_paths() {
    let folder = tempfile::tempdir().unwrap();
    let course = course::Course::whole();
    let (formats, hidden) = (&Format::ALL, &Hidden::default());
    write_all(course, &ungraded(), folder.path(), formats, hidden, Language::English).unwrap();
    let read = |file: &str| std::fs::read_to_string(folder.path().join(file)).unwrap();

    let table = read("grades.csv");
    let mut lines = table.lines().rev();
    assert_eq!(lines.next(), Some("unread,,8,,,the zip is encrypted"));
    assert!(lines.next().unwrap().starts_with("infra,,8,,,\"This could not be graded"));
    assert_eq!(lines.next(), Some("<script>alert(1)</script>,2,8,25.0,2,"));
    assert_eq!(lines.next().unwrap().split(',').next_back(), Some("not_graded"));

    let reasons = ["could not be graded", "encrypted"];
    for (name, reason) in ["infra", "unread"].iter().zip(reasons) {
        let gradescope: Value =
            serde_json::from_str(&read(&format!("gradescope/{name}.json"))).unwrap();
        assert_eq!(
            (&gradescope["score"], &gradescope["tests"]),
            (&Value::Null, &Value::Array(vec![]))
        );
        assert!(gradescope["output"].as_str().unwrap().contains(reason));
        let classroom: Value =
            serde_json::from_str(&read(&format!("classroom/{name}.json"))).unwrap();
        assert_eq!(classroom["status"], "error");
        assert_eq!(classroom["tests"][0]["score"], Value::Null);
        assert!(classroom["tests"][0]["message"].as_str().unwrap().contains(reason));
    }
    let junit = read("junit.xml");
    assert_eq!(junit.matches("<error").count(), 1 + 4 + 4, "no failure of the student's");
    assert!(junit.contains("the zip is encrypted"));
    let page = read("index.html");
    assert!(page.contains("not graded") && page.contains("the zip is encrypted"), "{page}");
    assert!(
        page.contains("25.0 %") && !page.contains("0 / 8"),
        "the mean is of those that were graded"
    );
    for file in
        ["grades.csv", "junit.xml", "index.html", "gradescope/infra.json", "classroom/infra.json"]
    {
        assert!(!read(file).contains("/srv/"), "{file}");
    }
}

/// Removes whatever is at `place`.
#[cfg(unix)]
fn clear(place: &Path) {
    if place.symlink_metadata().is_ok_and(|metadata| metadata.is_dir()) {
        std::fs::remove_dir_all(place).unwrap();
    } else {
        let _ = std::fs::remove_file(place);
    }
}

/// Only a regular file is ever written, and only in the folder of the results.
#[cfg(unix)]
#[test]
fn outputs_never_follow_what_was_there() {
    use std::os::unix::fs::symlink;

    let (folder, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let target = outside.path().join("target");
    std::fs::write(&target, "precious").unwrap();
    let write = || {
        let (course, hidden) = (course::Course::whole(), &Hidden::default());
        write_all(course, &hostile(), folder.path(), &Format::ALL, hidden, Language::English)
    };
    let files =
        ["results.jsonl", "grades.csv", "junit.xml", "gradescope", "classroom", "index.html"];
    for file in files {
        let place = folder.path().join(file);
        for what in ["link", "link to a folder", "dangling link", "pipe", "other"] {
            clear(&place);
            match what {
                "link" => symlink(&target, &place).unwrap(),
                "link to a folder" => symlink(outside.path(), &place).unwrap(),
                "dangling link" => symlink(outside.path().join("nothing"), &place).unwrap(),
                "pipe" => {
                    let status = std::process::Command::new("mkfifo").arg(&place).status();
                    assert!(status.unwrap().success());
                }
                _ if file.contains('.') => std::fs::create_dir(&place).unwrap(),
                _ => std::fs::write(&place, "").unwrap(),
            }
            for error in [write().unwrap_err(), reserve(folder.path(), &Format::ALL).unwrap_err()] {
                let words = error.to_string();
                assert!(words.contains(place.to_str().unwrap()), "{words}");
                assert!(words.contains("move it away"), "{words}");
            }
            clear(&place);
        }
    }
    // A link in the place of a student's file.
    clear(&folder.path().join("gradescope"));
    std::fs::create_dir(folder.path().join("gradescope")).unwrap();
    let name = file_name(NAMES[0], "json");
    symlink(&target, folder.path().join("gradescope").join(&name)).unwrap();
    assert!(write().unwrap_err().to_string().contains(&name));
    clear(&folder.path().join("gradescope"));
    // A second name of a file elsewhere is replaced; the file is not written to.
    clear(&folder.path().join("grades.csv"));
    std::fs::hard_link(&target, folder.path().join("grades.csv")).unwrap();
    write().unwrap();
    assert_eq!(std::fs::read_to_string(&target).unwrap(), "precious");
    assert_eq!(std::fs::read_dir(outside.path()).unwrap().count(), 1);
    let drafts = std::fs::read_dir(folder.path()).unwrap();
    let is_draft = |name: &str| name.starts_with(".draft");
    assert!(
        !drafts
            .map(|entry| entry.unwrap().file_name())
            .any(|name| is_draft(name.to_str().unwrap()))
    );
}

#[cfg(unix)]
#[test]
fn a_folder_of_results_is_for_one_run_at_a_time() {
    let folder = tempfile::tempdir().unwrap();
    let first = reserve(folder.path(), &Format::ALL).unwrap();
    let words = reserve(folder.path(), &Format::ALL).unwrap_err().to_string();
    assert!(words.contains("another run is writing to --out"), "{words}");
    drop(first);
    reserve(folder.path(), &Format::ALL).unwrap();
}

fn assert_plain(text: &Value) {
    let is_plain = |c: char| !c.is_control() || c == '\n' || c == '\t';
    assert!(text.as_str().unwrap().chars().all(is_plain), "{text}");
}

#[test]
fn hidden_properties_are_names_without_words_everywhere_but_in_the_record() {
    let folder = tempfile::tempdir().unwrap();
    let hidden = Hidden::new(course::Course::whole(), ["tanh/*"]).unwrap();
    write_all(
        course::Course::whole(),
        &hostile(),
        folder.path(),
        &Format::ALL,
        &hidden,
        Language::English,
    )
    .unwrap();
    let read = |path: &Path| std::fs::read_to_string(path).unwrap();
    let mut files: Vec<std::path::PathBuf> = Vec::new();
    for part in ["", "gradescope", "classroom"] {
        let entries = std::fs::read_dir(folder.path().join(part)).unwrap();
        files.extend(entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()));
    }
    assert_eq!(files.len(), 4 + 2 * NAMES.len());
    for file in files {
        let text = read(&file);
        let is_record = file.ends_with("results.jsonl");
        assert_eq!(text.contains("last line"), is_record, "{}", file.display());
        let is_table = file.ends_with("grades.csv");
        assert!(is_table || text.contains("grows_with_z"), "{}", file.display());
    }
}

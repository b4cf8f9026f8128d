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

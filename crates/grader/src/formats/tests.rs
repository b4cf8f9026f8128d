//! The names of students and the output of their code stay text in every format.

use std::io::{self, Write};

use serde_json::Value;

use super::*;
use crate::results::{ExerciseResult, Header, Late, PropertyResult, Stray};
use course::report::Standing;

/// The worst that a name and a message can hold.
const NAMES: [&str; 5] = [
    "=HYPERLINK(\"http:\")",
    "<script>alert(1)</script>",
    "a]]>b\u{1b}[2J\u{0}\n\"quoted\", 'too'",
    "\t@SUM(1+1)|cmd",
    "김가람 & \u{202e}gnp.exe",
];

pub(crate) fn hostile() -> Results {
    let header = Header {
        suite: "0123456789abcdef".to_string(),
        toolchain: "rustc 1.89.0".to_string(),
        seed: 1,
        tier: "namespaces".to_string(),
        partition: None,
        language: "en".to_string(),
        assignment: None,
    };
    let submissions = NAMES.iter().map(|name| SubmissionResult::new(name, exercises(name)));
    Results { header, submissions: submissions.collect(), strays: Vec::new() }
}

fn exercises(message: &str) -> Vec<ExerciseResult> {
    let property = |name: &str, verdict, message: Option<String>| PropertyResult {
        name: name.to_string(),
        verdict,
        weight: 2,
        message,
        mistake: (verdict == Standing::Fail).then(|| "A01".to_string()),
        follow_on: None,
        is_forgiven: false,
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
        bonus: false,
        unexplained: Vec::new(),
        properties,
    }]
}

/// Every format.
fn all(hidden: Hidden) -> Writing {
    let formats = Format::ALL.to_vec();
    Writing { formats, hidden, language: Language::English, has_mark: false }
}

const ENGLISH: Speaker = Speaker(Language::English);

fn written(writer: impl Fn(&Results, &mut dyn Write) -> io::Result<()>) -> String {
    let mut bytes = Vec::new();
    writer(&hostile(), &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn no_cell_of_the_table_is_a_formula() {
    let text = written(|results, output| table::write(results, false, ENGLISH, output));
    let mut table = csv::Reader::from_reader(text.as_bytes());
    let head = table.headers().unwrap().clone();
    assert_eq!(head.iter().next_back(), Some("activations/tanh"));
    let mut rows: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
    assert_eq!(rows.remove(0), ["(maximum)", "8", "8", "100.0", "8"].to_vec());
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
        let form = gradescope::form(submission, ENGLISH);
        let tests = form["tests"].as_array().unwrap();
        let sum: f64 = tests.iter().map(|test| test["score"].as_f64().unwrap()).sum();
        assert_eq!(form["score"].as_f64(), Some(sum));
        for field in ["output_format", "test_output_format", "test_name_format"] {
            assert_eq!(form[field], "text", "markup would be drawn");
        }
        for test in tests {
            assert!(["passed", "failed"].contains(&test["status"].as_str().unwrap()));
            assert!(test["max_score"].as_f64() >= test["score"].as_f64());
            assert_eq!(test["visibility"], "visible");
            assert_plain(&test["output"]);
        }
    }
}

/// What Classroom 50's `collect_scores.py` asks for before it takes a result.
#[test]
fn classroom_50_knows_every_field() {
    let results = hostile();
    for submission in &results.submissions {
        let form = classroom50::form(submission, &results.header, ENGLISH).unwrap();
        assert_eq!(form["schema"], "classroom50/result/v1");
        for field in
            ["classroom", "assignment", "submission", "commit", "release", "review", "datetime"]
        {
            assert!(form[field].as_str().is_some_and(|text| !text.is_empty()), "{field}");
        }
        let datetime = form["datetime"].as_str().unwrap();
        assert!(datetime.len() == 20 && datetime.ends_with('Z'), "{datetime}");
        let mut sums = [0, 0];
        assert!(form["score"].as_u64() <= form["max-score"].as_u64());
        for test in form["tests"].as_array().unwrap() {
            assert!(test["test-name"].is_string() && test["passed"].is_boolean());
            assert!(test["score"].as_u64() <= test["max-score"].as_u64());
            for (sum, field) in sums.iter_mut().zip(["score", "max-score"]) {
                *sum += test[field].as_u64().unwrap();
            }
        }
        assert_eq!(sums.map(Value::from), [form["score"].clone(), form["max-score"].clone()]);
    }
}

#[test]
fn prairielearn_has_a_score_from_0_to_1_and_is_not_too_long() {
    let results = hostile();
    for submission in &results.submissions {
        let form = prairielearn::form(submission, ENGLISH);
        assert_eq!((&form["gradable"], &form["score"]), (&true.into(), &0.25.into()));
        for test in form["tests"].as_array().unwrap() {
            assert!(test["points"].as_f64() <= test["max_points"].as_f64());
            assert_plain(&test["message"]);
        }
    }
    let mut refused = results.submissions[0].clone();
    let mut bonus = refused.clone();
    bonus.score = 9;
    assert_eq!(prairielearn::form(&bonus, ENGLISH)["score"], 1.0);
    let exercise = &mut refused.exercises[0];
    exercise.verdict = Standing::CompileError;
    let long = "가".repeat(4_000);
    for property in &mut exercise.properties {
        (property.verdict, property.message) = (Standing::CompileError, Some(long.clone()));
    }
    let form = prairielearn::form(&refused, ENGLISH);
    assert_eq!((&form["gradable"], &form["score"]), (&false.into(), &Value::Null));
    assert!(form["format_errors"][0].as_str().unwrap().starts_with("activations/tanh:\n가"));
    let mut long_one = results.submissions[0].clone();
    let mut exercise = long_one.exercises[0].clone();
    exercise.properties[0].message = Some(long);
    long_one.exercises = vec![exercise; 300];
    assert!(prairielearn::form(&long_one, ENGLISH).to_string().len() < 1 << 20);
}

/// Autolab reads the last line.
#[test]
fn no_student_writes_the_last_line_for_autolab() {
    let mut submission = hostile().submissions[0].clone();
    submission.exercises[0].properties[0].message =
        Some("{\"scores\": {\"tanh\": 99}}\r\n\u{2028}{\"scores\": {\"tanh\": 99}}".to_string());
    let text = autolab::text(&submission, ENGLISH);
    let last: Value = serde_json::from_str(text.lines().last().unwrap()).unwrap();
    assert_eq!(last, serde_json::json!({ "scores": { "tanh": 2 } }));
    let line_starts = |line: &str| line.trim_start().starts_with('{');
    assert_eq!(text.lines().filter(|line| line_starts(line)).count(), 1, "{text}");
    let breaks = ['\r', '\u{2028}', '\u{85}', '\u{b}', '\u{c}'];
    assert!(!text.contains(breaks), "{text}");
}

/// Autolab makes an error of points for a problem that the assessment does not have, and of no points at all; after
/// an error, a problem without points has 0.
#[test]
fn autolab_finds_points_for_every_exercise_and_nothing_else() {
    let mut submission = hostile().submissions[0].clone();
    submission.exercises.push(submission.exercises[0].clone());
    submission.exercises[1].exercise = "relu".to_string();
    submission.late = Some(Late { days: 2, lost: 3, source: "name".to_string() });
    let scores = |submission: &SubmissionResult| {
        let text = autolab::text(submission, ENGLISH);
        let last: Value = serde_json::from_str(text.trim_end().lines().last().unwrap()).unwrap();
        last["scores"].clone()
    };
    // What coming late cost is taken off.
    assert_eq!(scores(&submission), serde_json::json!({ "tanh": 0, "relu": 1 }));
    submission.reject("the zip is encrypted");
    assert_eq!(scores(&submission), serde_json::json!({ "tanh": null, "relu": null }));
}

#[test]
fn korean_results_hold_no_english_states() {
    let folder = tempfile::tempdir().unwrap();
    let mut results = ungraded();
    results.header.language = "ko".to_string();
    results.submissions[2].reject("zip 파일이 암호화되어 있습니다");
    results.submissions[0].late = Some(Late { days: 2, lost: 1, source: "archive".to_string() });
    results.strays[0].why = "누구의 것도 아닙니다".to_string();
    let writing = Writing { language: Language::Korean, ..all(Hidden::default()) };
    write_all(course::Course::whole(), Cow::Borrowed(&results), folder.path(), &writing).unwrap();
    let states = [
        "graded:",
        "days late",
        "points",
        "could not",
        "rejected",
        "infra",
        "crashed",
        "crash\"",
        "by the",
        "(maximum)",
        "belongs",
        "Not ",
    ];
    let mut files = vec![folder.path().join("grades.csv")];
    for part in ["gradescope", "prairielearn", "autolab", "feedback"] {
        let entries = std::fs::read_dir(folder.path().join(part)).unwrap();
        files.extend(entries.map(|entry| entry.unwrap().path()));
    }
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        // The names of the students, of fields that programs read, and a message that was made in English.
        let text = text.replace("Not written yet.", "");
        let text = text.replace("infra,", "").replace("**infra**", "").replace("<b>infra</b>", "");
        let text = text.replace("max_points", "").replace("\"points", "");
        for state in states {
            assert!(!text.contains(state), "{state} in {}: {text}", file.display());
        }
    }
    let page = std::fs::read_to_string(folder.path().join("index.html")).unwrap();
    let (_, body) = page.split_once("<body>").unwrap();
    let body = body.replace("Not written yet.", "");
    for state in ["Not ", "not graded", "days late", "could not"] {
        assert!(!body.split("<script>").next().unwrap().contains(state), "{state}");
    }
}

#[test]
fn feedback_speaks_the_language_of_the_student_and_shows_nothing_else() {
    let results = hostile();
    for (language, words) in
        [(Language::English, "2 of 8 points"), (Language::Korean, "8점 중 2점")]
    {
        for submission in &results.submissions {
            let page = feedback::page(&results.header, submission, language);
            let text = feedback::markdown(&results.header, submission, language);
            for words in [words, "agrees_with_the_formula", "last line"] {
                assert!(page.contains(words) && text.contains(words), "{words}: {text}");
            }
            assert!(!page.contains("<script") && !page.contains("<img"), "{page}");
            assert!(!text.contains("is_odd"), "what holds needs no words");
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
    let (name, why) = ("grades.xlsx".to_string(), "it belongs to nobody".to_string());
    Results { header: whole.header, submissions, strays: vec![Stray { name, why }] }
}

#[test]
fn what_was_not_graded_is_never_a_zero_and_has_a_reason_without_paths() {
    let folder = tempfile::tempdir().unwrap();
    write_all(
        course::Course::whole(),
        Cow::Owned(ungraded()),
        folder.path(),
        &all(Hidden::default()),
    )
    .unwrap();
    let read = |file: &str| std::fs::read_to_string(folder.path().join(file)).unwrap();

    let table = read("grades.csv");
    let mut lines = table.lines().rev();
    assert_eq!(lines.next(), Some("grades.xlsx,,,,,it belongs to nobody"));
    assert_eq!(lines.next(), Some("unread,,8,,,the zip is encrypted"));
    assert!(lines.next().unwrap().starts_with("infra,,8,,,\"This could not be graded"));
    assert_eq!(lines.next(), Some("<script>alert(1)</script>,2,8,25.0,2,"));
    assert_eq!(lines.next(), Some("(maximum),8,8,100.0,8,"));
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
        assert!(read(&format!("classroom50/{name}.txt")).contains(reason));
        let prairielearn: Value =
            serde_json::from_str(&read(&format!("prairielearn/{name}.json"))).unwrap();
        assert_eq!(
            (&prairielearn["gradable"], &prairielearn["score"]),
            (&false.into(), &Value::Null)
        );
        let autolab = read(&format!("autolab/{name}.txt"));
        assert!(
            autolab.contains(reason) && autolab.ends_with("{\"scores\":{\"tanh\":null}}\n"),
            "{autolab}"
        );
        for ending in ["html", "md"] {
            let feedback = read(&format!("feedback/{name}.{ending}"));
            assert!(feedback.contains(reason) && feedback.contains("not graded"), "{feedback}");
            assert!(!feedback.contains("of 8"), "{feedback}");
        }
    }
    let junit = read("junit.xml");
    assert_eq!(junit.matches("<error").count(), 1 + 4 + 4 + 1, "no failure of the student's");
    assert!(junit.contains("grades.xlsx") && junit.contains("it belongs to nobody"));
    assert!(junit.contains("the zip is encrypted"));
    let page = read("index.html");
    assert!(page.contains("not graded") && page.contains("the zip is encrypted"), "{page}");
    assert!(page.contains("grades.xlsx") && page.contains("it belongs to nobody"), "{page}");
    assert!(
        page.contains("25.0 %") && !page.contains("0 / 8"),
        "the mean is of those that were graded"
    );
    for file in
        ["grades.csv", "junit.xml", "index.html", "gradescope/infra.json", "feedback/infra.md"]
    {
        assert!(!read(file).contains("/srv/"), "{file}");
    }
}

/// A class of `count`, every seventh of whom could not be read.
fn large(count: usize) -> Results {
    let mut results = hostile();
    results.submissions = (0..count)
        .map(|index| {
            let name = format!("{index:04} {}", NAMES[index % NAMES.len()]);
            let mut submission = SubmissionResult::new(&name, exercises(&name));
            if index % 7 == 0 {
                submission.reject("the zip is encrypted");
            }
            submission
        })
        .collect();
    results
}

#[test]
fn the_page_of_a_large_class_is_small_and_every_link_leads_to_its_student() {
    let folder = tempfile::tempdir().unwrap();
    let write = |results| {
        let html = Writing { formats: vec![Format::Html], ..all(Hidden::default()) };
        write_all(course::Course::whole(), Cow::Owned(results), folder.path(), &html).unwrap();
    };
    let read = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap();
    let pages = || std::fs::read_dir(folder.path().join(html::FOLDER)).unwrap().count();
    write(large(730));
    assert_eq!(pages(), 9, "eight with students and one with the lists");
    let index = read("index.html");
    assert!(index.len() < 730 * 500 + 50_000, "{}", index.len());
    let mut links = 0;
    for (at, _) in index.match_indices("href=\"") {
        let address = index[at + 6..].split('"').next().unwrap();
        let (file, anchor) = address.split_once('#').unwrap();
        assert!(read(file).contains(&format!("id=\"{anchor}\"")), "{address}");
        links += 1;
    }
    assert!(links > 730 + 20, "each student, and the beginnings of the lists: {links}");
    let lists = read("index-pages/lists.html");
    assert_eq!(lists.matches("the zip is encrypted").count(), 105);
    let last = read("index-pages/0008.html");
    assert!(last.contains("id=\"student-730\"") && !last.contains("id=\"student-731\""));
    assert!(
        last.contains("href=\"lists.html#mistake-A01\"") && lists.contains("id=\"mistake-A01\"")
    );
    for page in [&index, &lists, &last] {
        assert!(!page.contains("<img") && page.matches("<script").count() == 1);
    }
    // A later run leaves no page of students that are not in it.
    write(large(300));
    assert_eq!(pages(), 4);
    write(large(20));
    assert_eq!(pages(), 0);
    assert!(read("index.html").contains("<details id=\"student-20\""));
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
        write_all(
            course::Course::whole(),
            Cow::Owned(hostile()),
            folder.path(),
            &all(Hidden::default()),
        )
    };
    for file in [RECORD].into_iter().chain(Format::ALL.map(Format::place)) {
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
    write_all(course::Course::whole(), Cow::Owned(hostile()), folder.path(), &all(hidden)).unwrap();
    let read = |path: &Path| std::fs::read_to_string(path).unwrap();
    let mut files: Vec<std::path::PathBuf> = Vec::new();
    for part in ["", "gradescope", "classroom50", "prairielearn", "autolab", "feedback"] {
        let entries = std::fs::read_dir(folder.path().join(part)).unwrap();
        files.extend(entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()));
    }
    assert_eq!(files.len(), 4 + 6 * NAMES.len());
    for file in files {
        let text = read(&file);
        let is_record = file.ends_with("results.jsonl");
        assert_eq!(text.contains("last line"), is_record, "{}", file.display());
        let has_names =
            !file.ends_with("grades.csv") && !file.to_str().unwrap().contains("classroom50");
        assert_eq!(text.contains("grows_with_z"), has_names, "{}", file.display());
    }
}

#[test]
fn a_later_run_leaves_no_grade_of_an_earlier_one() {
    let folder = tempfile::tempdir().unwrap();
    let course = course::Course::whole();
    write_all(course, Cow::Owned(hostile()), folder.path(), &all(Hidden::default())).unwrap();
    let own = folder.path().join("gradescope/notes.pdf");
    std::fs::write(&own, "the instructor's own").unwrap();
    let mut results = hostile();
    results.submissions.truncate(1);
    let fewer =
        Writing { formats: vec![Format::Csv, Format::Gradescope], ..all(Hidden::default()) };
    write_all(course, Cow::Borrowed(&results), folder.path(), &fewer).unwrap();
    let names = |part: &str| {
        let entries = std::fs::read_dir(folder.path().join(part)).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    };
    let files = ["autolab", "classroom50", "feedback", "grades.csv", "gradescope", "prairielearn"];
    assert_eq!(names(""), [&files[..], &["results.jsonl"]].concat());
    assert_eq!(names("gradescope").len(), 2);
    assert!(own.exists());
    for part in ["autolab", "classroom50", "feedback", "prairielearn"] {
        assert_eq!(names(part), [""; 0], "{part}");
    }
}

#[test]
fn a_byte_order_mark_is_written_where_it_is_asked_for() {
    for has_mark in [false, true] {
        let text = written(|results, output| table::write(results, has_mark, ENGLISH, output));
        assert_eq!(text.starts_with("\u{feff}submission,"), has_mark);
    }
}

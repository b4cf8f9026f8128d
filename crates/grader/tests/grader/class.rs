//! As an instructor runs it: a class with every kind of submission, graded by the program itself.

#![cfg(target_os = "linux")]

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread::sleep;
use std::time::Duration;

use course::report::Standing;
use course::stub::stub_of;
use course::{Course, Exercise};
use grader::results::{ExerciseResult, Results, SubmissionResult, read};
use tempfile::TempDir;

use crate::{root, whole_machine};

/// The program, in the course's folder. Any sandbox will do: what it holds is tested elsewhere.
fn grader(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_grader"));
    command.args(arguments).current_dir(root()).stdin(Stdio::null());
    command
}

fn run(arguments: &[&str]) -> Output {
    grader(arguments).output().unwrap()
}

fn text(path: impl AsRef<Path>) -> String {
    let path = path.as_ref();
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn put(student: &Path, exercise: &Exercise, text: &str) {
    let file = student.join(exercise.file());
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
}

/// Exercises of the first lesson whose solutions stand alone; the others are graded alike.
fn handed_in() -> impl Iterator<Item = &'static Exercise> {
    let lesson = Course::whole().of_lesson("activations").iter();
    lesson.filter(|exercise| ["sigmoid", "relu", "leaky_relu"].contains(&exercise.name()))
}

/// Hands in solutions of the first lesson, as `change` alters them.
fn hand_in(student: &Path, change: impl Fn(&Exercise, String) -> String) {
    for exercise in handed_in() {
        let solution = text(root().join(exercise.solution()));
        put(student, exercise, &change(exercise, solution));
    }
}

/// The solution but for one file.
fn but(name: &str, other: &str) -> impl Fn(&Exercise, String) -> String {
    move |exercise, solution| {
        if exercise.name() == name { other.to_string() } else { solution }
    }
}

const FLIPPED: &str = "pub fn sigmoid(z: f64) -> f64 {\n    1.0 / (1.0 + z.exp())\n}\n";
const EXITS: &str = "pub fn leaky_relu(_: f64, _: f64) -> f64 {\n    std::process::exit(0)\n}\n";
const BROKEN: &str = "pub fn relu(z: f64) -> f64 {\n    z.maximum(0.0)\n}\n";

fn class() -> TempDir {
    let class = tempfile::tempdir().unwrap();
    let student = |name: &str| class.path().join(name);
    hand_in(&student("ada"), |_, solution| solution);
    hand_in(&student("windows"), |_, solution| solution.replace('\n', "\r\n"));
    hand_in(&student("flipped"), but("sigmoid", FLIPPED));
    let tanh = Course::whole().find("tanh").unwrap()[0];
    put(&student("flipped"), tanh, &text(root().join(tanh.solution())));
    hand_in(&student("broken"), but("relu", BROKEN));
    hand_in(&student("exits"), but("leaky_relu", EXITS));
    hand_in(&student("=HYPERLINK(1)<script>"), but("sigmoid", FLIPPED));
    hand_in(&student("stubs"), |exercise, solution| stub_of(exercise, &solution));
    let mut archive = zip::ZipWriter::new(fs::File::create(student("zipped.zip")).unwrap());
    for exercise in handed_in() {
        let name = format!("my work/{}", exercise.file().display());
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(text(root().join(exercise.solution())).as_bytes()).unwrap();
    }
    archive.finish().unwrap();
    fs::create_dir(student("empty")).unwrap();
    fs::write(student("broken zip.zip"), "PK").unwrap();
    class
}

fn of<'a>(results: &'a Results, name: &str) -> &'a SubmissionResult {
    results.submissions.iter().find(|result| result.submission == name).unwrap()
}

/// The exercises that are not right.
fn lost(result: &SubmissionResult) -> Vec<(&str, Standing)> {
    let handed_in =
        |result: &&ExerciseResult| handed_in().any(|exercise| exercise.name() == result.exercise);
    let lost = result.exercises.iter().filter(handed_in);
    let lost = lost.map(|result| (result.exercise.as_str(), result.verdict));
    lost.filter(|(_, verdict)| *verdict != Standing::Pass).collect()
}

#[test]
fn a_class_is_graded_once_and_for_all() {
    let _machine = whole_machine();
    let (class, out) = (class(), tempfile::tempdir().unwrap());
    let folder = class.path().to_str().unwrap();
    let place = |name: &str| out.path().join(name).to_str().unwrap().to_string();
    let grade = |name: &str, more: &[&str]| {
        let place = place(name);
        let usual = [folder, "--out", &place, "--min-tier", "none", "--seed", "7"];
        run(&[&usual[..], more].concat())
    };
    let formats = "jsonl,csv,html,feedback,junit,gradescope,classroom50,prairielearn,autolab";
    let output = grade("whole", &["--no-cache", "--format", formats]);
    let words = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(3), "{words}");
    assert!(words.contains("2 could not be graded") && words.contains("empty: it holds no file"));
    assert!(!words.contains('\u{1b}'), "no bar where there is no terminal");

    let results = read(&out.path().join("whole/results.jsonl")).unwrap();
    graded_as_deserved(&results);
    let whole = text(out.path().join("whole/results.jsonl"));
    for file in [
        "grades.csv",
        "junit.xml",
        "index.html",
        "gradescope/ada.json",
        "classroom50/ada.json",
        "prairielearn/ada.json",
        "autolab/ada.txt",
        "feedback/ada.html",
    ] {
        assert!(!text(out.path().join("whole").join(file)).is_empty(), "{file}");
    }

    killed_and_resumed(folder, &place("killed"));
    assert_eq!(text(out.path().join("killed/results.jsonl")), whole);

    grade("one", &["--partition", "slice:1/2"]);
    grade("two", &["--partition", "slice:2/2", "--jobs", "1"]);
    let output = run(&["merge", &place("one"), &place("two"), "--out", &place("merged")]);
    assert!(output.status.success(), "{output:?}");
    assert_eq!(text(out.path().join("merged/results.jsonl")), whole);
    assert_eq!(
        text(out.path().join("merged/grades.csv")),
        text(out.path().join("whole/grades.csv"))
    );
}

fn graded_as_deserved(results: &Results) {
    for name in ["ada", "windows", "zipped"] {
        let result = of(results, name);
        assert_eq!(lost(result), [], "{name}");
        let right = result.exercises.iter().filter(|result| result.verdict == Standing::Pass);
        assert_eq!(result.score, right.map(|result| result.max_score).sum::<u32>(), "{name}");
    }
    for name in ["stubs", "empty"] {
        let result = of(results, name);
        assert_eq!(result.score, 0);
        assert!(
            result.exercises.iter().all(|exercise| exercise.verdict == Standing::NotStarted),
            "{name}"
        );
    }
    let flipped = of(results, "flipped");
    assert_eq!(lost(flipped), [("sigmoid", Standing::Fail)]);
    let sigmoid = flipped.exercises.iter().find(|result| result.exercise == "sigmoid").unwrap();
    assert!(sigmoid.score > 0 && sigmoid.score < sigmoid.max_score, "partial credit");
    assert!(sigmoid.properties.iter().any(|property| property.mistake.as_deref() == Some("A01")));
    // One fault costs its own exercise: the tanh that calls this sigmoid is right but for that.
    let tanh = flipped.exercises.iter().find(|result| result.exercise == "tanh").unwrap();
    assert_eq!((tanh.score, tanh.verdict), (tanh.max_score, Standing::Fail));
    let mut failed = tanh.properties.iter().filter(|p| p.verdict != Standing::Pass);
    assert!(failed.all(|property| property.follow_on.as_deref() == Some("sigmoid")));
    let broken = of(results, "broken");
    assert_eq!(lost(broken), [("relu", Standing::CompileError)]);
    let relu = broken.exercises.iter().find(|result| result.exercise == "relu").unwrap();
    assert!(relu.properties[0].message.as_ref().unwrap().contains("maximum"));
    assert_eq!(lost(of(results, "exits")), [("leaky_relu", Standing::Crash)]);
    let all = of(results, "broken zip");
    assert!(all.exercises.iter().all(|exercise| exercise.verdict == Standing::Rejected));
}

/// Two graders find no libraries at the same time; then some are lost while a third is grading. What was not graded for
/// that is no zero, has a reason that names no folder of this machine, and is graded the next time.
#[test]
fn libraries_are_prepared_once_and_no_student_pays_if_they_are_lost() {
    if std::env::var_os("GRADLINGS_EXHAUSTIVE").is_none() {
        return; // Minutes: it prepares them twice.
    }
    let _machine = whole_machine();
    let (class, place) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for name in ["ada", "bob", "eve"] {
        hand_in(&class.path().join(name), |_, solution| solution + "// " + name);
    }
    let at = |name: &str| place.path().join(name).to_str().unwrap().to_string();
    let start = |out: &str| {
        let usual = ["--min-tier", "none", "--seed", "7", "--jobs", "1", "--no-cache"];
        let places = [class.path().to_str().unwrap(), "--out", &at(out)];
        let formats = ["--format", "csv,gradescope"];
        let mut grader = grader(&[&places[..], &usual, &formats].concat());
        grader.env("CARGO_TARGET_DIR", at("target")).stdout(Stdio::piped()).stderr(Stdio::piped());
        grader.spawn().unwrap()
    };
    let points = |name: &str, out: &str| {
        let results = read(Path::new(&at(out)).join("results.jsonl").as_path()).unwrap();
        of(&results, name).percent().map(|_| of(&results, name).score)
    };
    let [one, other] = ["one", "other"].map(start).map(|grader| grader.wait_with_output().unwrap());
    assert!(one.status.success() && other.status.success(), "{one:?} {other:?}");
    let full = points("ada", "one").unwrap();
    assert!(full > 0 && points("eve", "other") == Some(full));
    let all = Path::new(&at("target")).join("grader/libraries");
    let folders = || -> Vec<_> {
        let entries = fs::read_dir(&all).unwrap().map(|entry| entry.unwrap().path());
        entries.filter(|path| path.is_dir()).collect()
    };
    assert_eq!(folders().len(), 1, "prepared once");

    let third = start("third");
    let journal = Path::new(&at("third")).join("journal.jsonl");
    while fs::read_to_string(&journal).map_or(0, |text| text.lines().count()) < 2 {
        sleep(Duration::from_millis(5));
    }
    let libraries = fs::read_dir(&folders()[0]).unwrap().map(|entry| entry.unwrap().path());
    for library in libraries.filter(|path| path.to_string_lossy().contains("libndarray")) {
        fs::remove_file(library).unwrap();
    }
    let third = third.wait_with_output().unwrap();
    let words = String::from_utf8(third.stderr).unwrap();
    assert_eq!(third.status.code(), Some(3), "{words}");
    assert!(words.contains("libndarray") && words.contains("grade again"), "{words}");
    assert_eq!((points("ada", "third"), points("eve", "third")), (Some(full), None));
    for file in ["results.jsonl", "grades.csv", "gradescope/eve.json"] {
        let text = text(Path::new(&at("third")).join(file));
        assert!(!text.contains(&at("")) && !text.contains("compile_error"), "{file}: {text}");
    }
    let grades = text(Path::new(&at("third")).join("grades.csv"));
    let eve = grades.lines().find(|line| line.starts_with("eve")).unwrap();
    assert!(eve.starts_with("eve,,"), "{eve}");

    let again = start("third").wait_with_output().unwrap();
    assert!(again.status.success() && points("eve", "third") == Some(full), "{again:?}");
}

/// Kills the grader once it has graded a submission, and lets it go on.
fn killed_and_resumed(folder: &str, out: &str) {
    let usual =
        [folder, "--out", out, "--min-tier", "none", "--no-cache", "--jobs", "1", "--seed", "7"];
    let mut child = grader(&usual).stderr(Stdio::null()).spawn().unwrap();
    let journal = Path::new(out).join("journal.jsonl");
    let lines = || fs::read_to_string(&journal).map_or(0, |text| text.lines().count());
    while lines() < 3 {
        assert!(child.try_wait().unwrap().is_none(), "it ended before it was killed");
        sleep(Duration::from_millis(5));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(!Path::new(out).join("results.jsonl").exists());
    let output = run(&[&usual[..], &["--resume"]].concat());
    let words = String::from_utf8(output.stdout).unwrap();
    assert!(words.contains("were graded before the interruption"), "{words}");
    assert!(!journal.exists());
}

#[test]
fn calls_that_make_no_sense_are_refused_before_anything_is_graded() {
    let class = tempfile::tempdir().unwrap();
    let empty = class.path().to_str().unwrap();
    let out = tempfile::tempdir().unwrap();
    let out = out.path().to_str().unwrap();
    let inside = class.path().join("ada/results");
    fs::create_dir_all(inside.parent().unwrap()).unwrap();
    let empty_folder = tempfile::tempdir().unwrap();
    let no_submission = empty_folder.path().to_str().unwrap();
    for (arguments, words) in [
        (vec![], "SUBMISSIONS"),
        (vec![empty], "--out"),
        (vec![no_submission, "--out", out], "holds no submission"),
        (vec!["nowhere", "--out", out], "nowhere"),
        (vec![empty, "--out", inside.to_str().unwrap()], "inside the folder of submissions"),
        (vec![empty, "--out", "/dev/null/results"], "cannot be written"),
        (vec![empty, "--out", out, "--format", "pdf"], "the formats are"),
        (vec![empty, "--out", out, "--hidden", "is_od"], "no property matches"),
        (vec![empty, "--out", out, "--partition", "hash:4/3"], "K from 1 to N"),
        (vec![empty, "--out", out, "--partition", "hash:1/3"], "needs the seed of the other"),
        (vec![empty, "--out", out, "--jobs", "0"], "0"),
        (vec![empty, "--out", out, "--min-tier", "some"], "the tiers are"),
        (vec!["merge", no_submission, "--out", out], "nothing to merge"),
    ] {
        let output = run(&arguments);
        let printed = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {printed}");
        assert!(printed.contains(words), "{arguments:?}: {printed}");
    }
    assert!(!inside.exists());
}

#[test]
fn a_folder_of_results_that_is_in_use_or_occupied_is_refused_before_anything_is_graded() {
    let (class, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    hand_in(&class.path().join("ada"), |_, solution| solution);
    let usual = [class.path().to_str().unwrap(), "--out", out.path().to_str().unwrap()];
    let refused = |words: &str| {
        let output = run(&usual);
        let printed = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{printed}");
        assert!(printed.contains(words), "{printed}");
    };
    let other_run = fs::File::open(out.path()).unwrap();
    other_run.try_lock().unwrap();
    refused("another run is writing to --out");
    drop(other_run);
    for name in ["journal.jsonl", "results.jsonl", "grades.csv", "index.html", "times.jsonl"] {
        let place = out.path().join(name);
        std::os::unix::fs::symlink("/dev/null", &place).unwrap();
        refused(&format!("{name} cannot be written: it is a symbolic link"));
        fs::remove_file(place).unwrap();
    }
}

/// The seed of a class of one stub is drawn once per folder of results, and kept there.
#[test]
fn a_seed_is_drawn_for_each_folder_of_results_and_kept() {
    let (class, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    hand_in(&class.path().join("ada"), |exercise, solution| stub_of(exercise, &solution));
    let folder = class.path().to_str().unwrap();
    let seed_of = |name: &str, more: &[&str]| {
        let place = out.path().join(name);
        let usual = [folder, "--out", place.to_str().unwrap(), "--min-tier", "none"];
        let output = run(&[&usual[..], more].concat());
        assert!(output.status.success(), "{output:?}");
        read(&place.join("results.jsonl")).unwrap().header.seed
    };
    let (one, other) = (seed_of("one", &[]), seed_of("other", &[]));
    assert!(one != other && one != testkit::SEED && other != testkit::SEED);
    assert_eq!(seed_of("one", &[]), one, "graded again");
    assert_eq!(
        seed_of("one", &["--partition", "hash:1/1"]),
        one,
        "a part, now that there is a seed"
    );
    let text = text(out.path().join("one/results.jsonl"));
    let journal = format!("{{\"journal\":{}}}\n", text.lines().next().unwrap());
    fs::remove_file(out.path().join("one/results.jsonl")).unwrap();
    fs::write(out.path().join("one/journal.jsonl"), journal).unwrap();
    assert_eq!(seed_of("one", &["--partition", "hash:1/1", "--resume"]), one, "gone on with");
    assert_eq!(seed_of("one", &["--seed", "7"]), 7);
}

/// Two students who wrote the same wrong thing, each in another way, which no catalogue knows.
const BENT: &str = "pub fn sigmoid(z: f64) -> f64 {\n    // {\n    1.0 / (1.0 + (-z).exp()) + if z > 1.7 \
    { 0.013 * z * z } else { 0.0 }\n}\n";
const BENT_TOO: &str = "fn bend(v: f64) -> f64 {\n    if v > 1.7 { v * v * 0.013 } else { 0.0 }\n}\n\
    pub fn sigmoid(v: f64) -> f64 {\n    let e = (-v).exp();\n    bend(v) + 1.0 / (e + 1.0)\n}\n";

#[test]
fn wrong_answers_that_nobody_knows_are_a_group_by_what_they_do() {
    let _machine = whole_machine();
    let (class, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    hand_in(&class.path().join("ada"), but("sigmoid", BENT));
    hand_in(&class.path().join("grace"), but("sigmoid", BENT_TOO));
    hand_in(&class.path().join("flipped"), but("sigmoid", FLIPPED));
    let (folder, results) = (class.path().to_str().unwrap(), out.path().to_str().unwrap());
    let output =
        run(&[folder, "--out", results, "--min-tier", "none", "--no-cache", "--seed", "3"]);
    assert!(output.status.success(), "{output:?}");
    let output = run(&["mistakes", results]);
    let entries = String::from_utf8(output.stdout).unwrap();
    assert_eq!(entries.matches("mistake!(").count(), 1, "{entries}");
    assert!(entries.contains("sigmoid/mistakes.rs: 2 students, first ada"), "{entries}");
    assert!(entries.contains("    sigmoid,\n    |z| {\n        // {\n"), "{entries}");
    let page = text(out.path().join("index.html"));
    assert!(page.contains("<b>2 × </b>activations/sigmoid"), "{page}");
}

//! What a class is handed holds no answer.
//!
//! A handout is compared with everything that a student is not to see: solutions, references, variants and
//! mistakes, by fingerprints of tokens, in which renaming and formatting make no difference. Comments are looked at
//! as if they were code, because an answer may stand in the doc of a function.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use contract::Language;
use course::{Course, Exercise};
use grader::copies::grams;
use grader::handout::{Wish, write};
use grader::intake::list;
use grader::judge::{LessonSources, Source};
use handout::settings::Settings;
use handout::{Files, Handout};

use grader::assignment::Assignment;

/// The fewest rows of tokens of an answer's own that say anything.
const FEWEST: usize = 4;
/// The share of them, in percent, that makes a leak. A copy has all of them; what is merely written in the same
/// language, such as a short function of conversions, has 65 at most.
const MOST: usize = 80;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join("..")
}

fn handed_out() -> Files {
    Handout::new(Settings::of_lessons(&[], Language::English).unwrap()).files()
}

/// The files below `folder`.
fn files_below(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files_below(&path, found) } else { found.push(path) }
    }
}

/// What a student is not to see: files of one function after the other.
fn secrets() -> Vec<PathBuf> {
    let mut all = Vec::new();
    for lesson in Course::whole().lessons() {
        files_below(&root().join("solutions").join(lesson.name()).join("src"), &mut all);
        files_below(&root().join("crates").join(lesson.name()).join("suite/src"), &mut all);
    }
    files_below(&root().join("crates/activations/src/kernels"), &mut all);
    let is_list = |path: &PathBuf| path.ends_with("lib.rs") || path.ends_with("answers.rs");
    all.retain(|path| path.extension().is_some_and(|kind| kind == "rs") && !is_list(path));
    all
}

/// The functions of a file, or the entries of a catalogue, each as a text of its own.
fn units(text: &str) -> Vec<String> {
    let mut units = vec![String::new()];
    for line in text.lines() {
        let begins = ["fn ", "pub fn ", "    mistake!(", "    variant!("];
        if begins.iter().any(|begin| line.starts_with(begin)) {
            units.push(String::new());
        }
        if let Some(unit) = units.last_mut() {
            *unit += &format!("{line}\n");
        }
    }
    // Before the first there are imports; and who lists functions tells none of them.
    units.remove(0);
    units.retain(|unit| !unit.starts_with("pub fn answers"));
    units
}

/// What a text, and its comments if they were code, hold.
fn all_grams(text: &str) -> BTreeSet<u64> {
    let lines = text.lines().map(|line| line.trim_start().trim_start_matches(['/', '!']));
    let uncommented: Vec<&str> = lines.collect();
    grams(text).into_iter().chain(grams(&uncommented.join("\n"))).collect()
}

/// The answers that are in `files`. One is, if most of what it holds beyond the stubs is in one file.
fn leaks_into(files: &Files) -> Vec<String> {
    let mut known = BTreeSet::new();
    for exercise in Course::whole().exercises() {
        known.extend(grams(&handout::stub(exercise)));
    }
    let texts: Vec<(&String, BTreeSet<u64>)> = files
        .iter()
        .filter_map(|(path, bytes)| Some((path, all_grams(std::str::from_utf8(bytes).ok()?))))
        .collect();
    let (mut leaks, mut compared) = (Vec::new(), 0);
    for path in secrets() {
        for unit in units(&fs::read_to_string(&path).unwrap()) {
            let own: BTreeSet<u64> =
                grams(&unit).into_iter().filter(|gram| !known.contains(gram)).collect();
            if own.len() < FEWEST {
                continue;
            }
            compared += 1;
            for (name, grams) in &texts {
                let count = grams.intersection(&own).count();
                if 100 * count >= MOST * own.len() {
                    leaks.push(format!(
                        "{count} of {} of {} in {name}: {unit}",
                        own.len(),
                        path.display()
                    ));
                }
            }
        }
    }
    assert!(compared > 1000, "{compared}");
    leaks
}

#[test]
fn a_handout_shares_nothing_with_any_answer_but_its_stubs() {
    assert_eq!(leaks_into(&handed_out()), [""; 0]);
}

#[test]
fn an_answer_in_a_handout_would_be_found() {
    let mut files = handed_out();
    let tanh = fs::read_to_string(root().join("solutions/activations/src/tanh.rs")).unwrap();
    let renamed = tanh.replace("(z", "(number").replace("z)", "number)").replace("    ", "  ");
    let in_doc = format!("/// {}", renamed.replace('\n', "\n/// "));
    for text in [renamed, in_doc] {
        files.insert("given/init/src/other.rs".to_string(), text.into_bytes());
        assert!(!leaks_into(&files).is_empty());
    }
}

#[test]
fn no_later_hint_is_in_a_handout() {
    for (path, bytes) in handed_out() {
        let Ok(text) = String::from_utf8(bytes) else { continue };
        for exercise in Course::whole().exercises() {
            for hints in exercise.outline.hints {
                for hint in [&hints.steps[2].en, &hints.steps[2].ko] {
                    assert!(!text.contains(&**hint), "{path}: {hint}");
                }
            }
        }
    }
}

/// A formula in the docs of a given crate is the task's: it stands in a stub or in a lesson's text, too.
#[test]
fn the_docs_of_given_crates_hold_no_formula_that_is_not_in_the_task() {
    let files = handed_out();
    let squeezed = |text: &str| text.replace([' ', '\n', '/', '!'], "");
    let tasks: String = files
        .iter()
        .filter(|(path, _)| path.starts_with("exercises/"))
        .filter_map(|(_, bytes)| std::str::from_utf8(bytes).ok())
        .map(squeezed)
        .collect();
    let mut strange = Vec::new();
    for (path, bytes) in &files {
        if !path.starts_with("given/") || path.starts_with("given/contract") {
            continue;
        }
        let text = std::str::from_utf8(bytes).unwrap();
        let docs: Vec<&str> =
            text.lines().filter(|line| line.trim_start().starts_with("//")).collect();
        for formula in docs.join("\n").split('`').skip(1).step_by(2) {
            let is_formula = formula.contains([' ', '^', '*', '+']);
            if is_formula && !tasks.contains(&squeezed(formula)) {
                strange.push(format!("{path}: {formula}"));
            }
        }
    }
    assert_eq!(strange, [""; 0]);
}

fn assignment(place: &Path, text: &str) -> Assignment {
    let path = place.join("hw1.toml");
    fs::write(&path, text).unwrap();
    Assignment::read(Course::whole(), &path).unwrap()
}

fn wish(assignment: Assignment) -> Wish {
    Wish { assignment, language: Language::Korean, install: None, has_workflow: false }
}

#[test]
fn an_assignment_is_handed_out_with_what_counts_and_graded_as_it_comes_back() {
    let place = tempfile::tempdir().unwrap();
    let text = "title = \"Homework 1\"\nexercises = [\"relu\", \"zeros\"]\ndue = 2026-10-01T23:59:00+09:00\n";
    let wish = wish(assignment(place.path(), text));
    let out = place.path().join("class").join("student");
    let zip = write(Course::whole(), &wish, &out).unwrap();
    let readme = fs::read_to_string(out.join("README.md")).unwrap();
    assert!(readme.contains("# Homework 1") && readme.contains("2026-10-01 23:59"), "{readme}");
    let mut stubs = Vec::new();
    files_below(&out.join("exercises"), &mut stubs);
    stubs.retain(|path| path.extension().is_some_and(|kind| kind == "rs"));
    stubs.retain(|path| !path.ends_with("lib.rs") && !path.ends_with("properties.rs"));
    assert_eq!(stubs.len(), 2, "{stubs:?}");
    assert!(!out.join(".git").exists() && !out.join(".github").exists());
    // The zip holds the same; whatever students make of it is read as theirs, with what their builds leave behind.
    let mut archive = zip::ZipArchive::new(fs::File::open(&zip).unwrap()).unwrap();
    archive.extract(place.path().join("unpacked")).unwrap();
    let unpacked = place.path().join("unpacked/student/exercises/init/src/zeros.rs");
    assert_eq!(
        fs::read(unpacked).unwrap(),
        fs::read(out.join("exercises/init/src/zeros.rs")).unwrap()
    );
    fs::remove_file(&zip).unwrap();
    let relu = "pub fn relu(z: f64) -> f64 { z.max(0.0) }\n";
    fs::write(out.join("exercises/activations/src/relu.rs"), relu).unwrap();
    fs::write(out.join("exercises/activations/src/relu.1.bak"), "old").unwrap();
    fs::create_dir_all(out.join("target/gradlings/activations")).unwrap();
    fs::write(out.join("target/gradlings/activations/main.rs"), "mod relu;").unwrap();
    let listing = list(&place.path().join("class")).unwrap();
    assert_eq!(listing.entries.len(), 1);
    let submission = listing.entries[0].read(Course::whole());
    assert_eq!(submission.problem, None);
    let sources = submission.lessons.iter().flat_map(LessonSources::iter);
    let texts: Vec<(&str, &str)> = sources
        .filter_map(|(exercise, source): (&'static Exercise, &Source)| match source {
            Source::Text(text) => Some((exercise.name(), text.as_str())),
            _ => None,
        })
        .collect();
    let zeros = handout::stub(Course::whole().find("zeros").unwrap()[0]);
    assert_eq!(texts, [("relu", relu), ("zeros", &zeros)]);
}

#[test]
fn a_handout_overwrites_nothing_and_its_workflow_knows_how_to_install() {
    let place = tempfile::tempdir().unwrap();
    let mut wish = wish(Assignment::default());
    wish.has_workflow = true;
    let out = place.path().join("course");
    let words = write(Course::whole(), &wish, &out).unwrap_err().to_string();
    assert!(words.contains("--install") && !out.exists(), "{words}");
    wish.install = Some("cargo install --git 'x y' gradlings".to_string());
    write(Course::whole(), &wish, &out).unwrap();
    let workflow = fs::read_to_string(out.join(".github/workflows/check.yml")).unwrap();
    assert!(workflow.contains("run: 'cargo install --git ''x y'' gradlings'"), "{workflow}");
    for taken in ["course.zip", "course"] {
        let words = write(Course::whole(), &wish, &out).unwrap_err().to_string();
        assert!(words.contains(&format!("{taken} is there already")), "{words}");
        let _ = fs::remove_file(place.path().join("course.zip"));
    }
}

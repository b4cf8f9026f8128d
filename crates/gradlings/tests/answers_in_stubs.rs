//! Answers put into stubs, as a student would: what the runner makes of them.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use course::report::{Report, State};
use course::{self, Exercise, exercises};
use gradlings::check::Bench;
use gradlings::help;

/// A copy of the stubs to write into, gone with the test.
struct Desk {
    bench: Bench,
    folder: PathBuf,
}

impl Desk {
    fn new() -> Self {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let root = course::root(Path::new(env!("CARGO_MANIFEST_DIR")));
        let number = NUMBER.fetch_add(1, Ordering::SeqCst);
        let folder = root.join("target").join(format!("desk-{}-{number}", std::process::id()));
        let mut bench = Bench::new(&root);
        bench.exercises = folder.join("exercises");
        bench.output = folder.join("output");
        bench.limits.time = Duration::from_secs(2);
        for exercise in exercises() {
            let file = bench.file(&exercise);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, bench.stub(&exercise).unwrap()).unwrap();
        }
        Self { bench, folder }
    }

    fn exercise(name: &str) -> Exercise {
        course::find(name).ok().unwrap().remove(0)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.bench.file(&Self::exercise(name)), text).unwrap();
    }

    fn check(&self, name: &str) -> Report {
        self.bench.check(&[Self::exercise(name)]).unwrap().remove(0)
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn first_message(report: &Report) -> &str {
    let property = report.properties.iter().find(|property| !property.holds).unwrap();
    &property.message.as_ref().unwrap().en
}

#[test]
fn a_fresh_copy_is_not_started_and_a_solution_is_solved() {
    let desk = Desk::new();
    assert_eq!(desk.check("relu").state, State::NotStarted);
    desk.write("relu", "pub fn relu(z: f64) -> f64 { z.max(0.0) }");
    assert_eq!(desk.check("relu").state, State::Solved);
}

#[test]
fn a_wrong_answer_is_told_on_a_small_input_and_named() {
    let desk = Desk::new();
    desk.write("relu", "pub fn relu(z: f64) -> f64 { z.abs() }");
    let report = desk.check("relu");
    assert_eq!(report.state, State::Wrong);
    assert!(report.properties.iter().any(|it| it.mistake.as_deref() == Some("A21")));
    assert!(first_message(&report).lines().count() <= 15);
}

#[test]
fn a_file_that_does_not_compile_costs_only_its_own_exercise() {
    let desk = Desk::new();
    desk.write("relu", "pub fn relu(z: f64) -> f64 { z.max(0.0) }");
    desk.write("tanh", "pub fn tanh(z: f64) -> f64 { z.tanh( }");
    desk.write("sigmoid", "pub fn sigmoid(z: f32) -> f32 { z }");
    assert_eq!(desk.check("relu").state, State::Solved);
    let refused = desk.check("tanh");
    assert_eq!(refused.state, State::DoesNotCompile);
    assert!(refused.compiler.unwrap().contains("exercises/activations/src/tanh.rs"));
    let misfit = desk.check("sigmoid").compiler.unwrap();
    assert_eq!(misfit.matches("error").count(), 1, "{misfit}");
}

#[test]
fn an_emptied_or_deleted_file_is_never_solved() {
    let desk = Desk::new();
    desk.write("relu", "");
    let emptied = desk.check("relu");
    assert_eq!(emptied.state, State::DoesNotCompile);
    let words = emptied.compiler.unwrap();
    assert_eq!(words.matches("error[").count(), 1, "{words}");
    fs::remove_file(desk.bench.file(&Desk::exercise("tanh"))).unwrap();
    assert_eq!(desk.check("tanh").state, State::DoesNotCompile);
}

#[test]
fn an_endless_loop_is_named_and_a_crash_is_survived() {
    let desk = Desk::new();
    desk.write("relu", "pub fn relu(z: f64) -> f64 { loop { std::hint::black_box(z); } }");
    let late = desk.check("relu");
    assert_eq!(late.state, State::TimedOut);
    assert!(first_message(&late).starts_with("`relu` gave no answer within 2 s"));
    desk.write("relu", "pub fn relu(_: f64) -> f64 { std::process::exit(0) }");
    assert_eq!(desk.check("relu").state, State::Wrong);
}

#[test]
fn a_panic_names_the_students_line() {
    let desk = Desk::new();
    desk.write("relu", "pub fn relu(z: f64) -> f64 {\n    [z][1 + z.is_nan() as usize]\n}");
    let report = desk.check("relu");
    assert!(first_message(&report).contains("relu.rs:2"), "{}", first_message(&report));
}

#[test]
fn every_reset_keeps_what_was_there_in_a_file_of_its_own() {
    let desk = Desk::new();
    let relu = Desk::exercise("relu");
    let kept = ["mine", "mine, too"].map(|text| {
        desk.write("relu", text);
        help::reset(&desk.bench, &relu).unwrap().unwrap()
    });
    let texts = kept.map(|file| fs::read_to_string(desk.bench.root.join(file)).unwrap());
    assert_eq!(texts, ["mine", "mine, too"]);
    assert_eq!(desk.check("relu").state, State::NotStarted);
    assert_eq!(help::reset(&desk.bench, &relu).unwrap(), None, "there was nothing to keep");
}

#[test]
fn hints_go_on_where_they_stopped_and_begin_again_after_the_last() {
    let desk = Desk::new();
    let steps = [(); 4].map(|()| help::next_hint(&desk.bench, &Desk::exercise("relu")).unwrap().0);
    assert_eq!(steps, [0, 1, 2, 0]);
}

#[test]
fn windows_line_ends_change_nothing() {
    let desk = Desk::new();
    let stub = desk.bench.stub(&Desk::exercise("relu")).unwrap();
    desk.write("relu", &stub.replace('\n', "\r\n"));
    assert_eq!(desk.check("relu").state, State::NotStarted);
    desk.write("relu", "pub fn relu(z: f64) -> f64 {\r\n    z.max(0.0)\r\n}\r\n");
    assert_eq!(desk.check("relu").state, State::Solved);
}

#[test]
fn a_verdict_follows_the_neighbour_that_the_answer_calls() {
    let desk = Desk::new();
    let solution = |name: &str| {
        fs::read_to_string(desk.bench.root.join(Desk::exercise(name).solution())).unwrap()
    };
    desk.write("slopes", &solution("slopes"));
    desk.write("tanh", &solution("tanh"));
    desk.write("sigmoid", "pub fn sigmoid(z: f64) -> f64 { 0.5 + 0.0 * z }");
    assert_eq!(desk.check("slopes").state, State::Wrong);
    desk.write("sigmoid", &solution("sigmoid"));
    assert_eq!(desk.check("slopes").state, State::Solved);
}

#[test]
fn a_module_in_a_file_of_its_own_is_never_forgotten() {
    let desk = Desk::new();
    let helper = desk.bench.file(&Desk::exercise("relu")).with_file_name("helper.rs");
    desk.write("relu", "#[path = \"helper.rs\"]\nmod helper;\npub use helper::relu;");
    fs::write(&helper, "pub fn relu(z: f64) -> f64 { z.max(0.0) }").unwrap();
    assert_eq!(desk.check("relu").state, State::Solved);
    fs::write(&helper, "pub fn relu(z: f64) -> f64 { z.abs() }").unwrap();
    assert_eq!(desk.check("relu").state, State::Wrong);
}

#[test]
fn what_took_too_long_is_believed_in_an_overview_and_tried_again_by_name() {
    let desk = Desk::new();
    desk.write("relu", "pub fn relu(z: f64) -> f64 { loop { std::hint::black_box(z); } }");
    assert_eq!(desk.check("relu").state, State::TimedOut);
    let start = Instant::now();
    let reports = desk.bench.overview().unwrap();
    assert!(reports.iter().any(|report| report.state == State::TimedOut));
    assert!(start.elapsed() < desk.bench.limits.time, "it was run again");
    assert_eq!(desk.check("relu").state, State::TimedOut);
}

#[test]
fn a_check_can_be_broken_off() {
    let desk = Desk::new();
    desk.write("relu", "pub fn relu(z: f64) -> f64 { loop { std::hint::black_box(z); } }");
    let mut bench = Bench::new(&desk.bench.root);
    (bench.exercises, bench.output) = (desk.bench.exercises.clone(), desk.bench.output.clone());
    let end = Instant::now() + Duration::from_secs(1);
    bench.unwanted = Arc::new(move || Instant::now() > end);
    let error = bench.check(&[Desk::exercise("relu")]).unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::Interrupted);
}

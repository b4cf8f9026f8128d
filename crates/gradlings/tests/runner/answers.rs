//! Answers put into stubs, as a student would: what the runner says of them. They are all to the first lesson.

use std::fs;
use std::sync::Arc;
use std::time::{Duration, Instant};

use course::report::State;
use gradlings::error::Error;
use gradlings::help;

use crate::desk::{Desk, exercise, first_message};

const RELU: &str = "pub fn relu(z: f64) -> f64 { z.max(0.0) }";
const ENDLESS: &str = "pub fn relu(z: f64) -> f64 { loop { std::hint::black_box(z); } }";

#[test]
fn a_fresh_copy_is_not_started_and_a_solution_is_solved() {
    let desk = Desk::new();
    assert_eq!(desk.check("relu").state(), State::NotStarted);
    desk.write("relu", RELU);
    assert_eq!(desk.check("relu").state(), State::Solved);
}

#[test]
fn a_wrong_answer_is_told_on_a_small_input_and_named() {
    let desk = Desk::new();
    desk.write("relu", "pub fn relu(z: f64) -> f64 { z.abs() }");
    let report = desk.check("relu");
    assert_eq!(report.state(), State::Wrong);
    let mut mistakes = report.properties.iter().filter_map(|property| property.mistake.as_deref());
    assert!(mistakes.any(|mistake| mistake == "A21"));
    assert!(first_message(&report).lines().count() <= 15);
}

#[test]
fn a_file_that_does_not_compile_costs_only_its_own_exercise() {
    let desk = Desk::new();
    desk.write("relu", RELU);
    desk.write("tanh", "pub fn tanh(z: f64) -> f64 { z.tanh( }");
    desk.write("sigmoid", "pub fn sigmoid(z: f32) -> f32 { z }");
    desk.write("leaky_relu", "");
    assert_eq!(desk.check("relu").state(), State::Solved);
    let refused = desk.check("tanh");
    assert_eq!(refused.state(), State::DoesNotCompile);
    assert!(refused.compiler.unwrap().contains("exercises/activations/src/tanh.rs"));
    for name in ["sigmoid", "leaky_relu"] {
        let words = desk.check(name).compiler.unwrap();
        assert_eq!(words.matches("error[").count(), 1, "{words}");
    }
    fs::remove_file(desk.workplace.file(exercise("tanh"))).unwrap();
    assert_eq!(desk.check("tanh").state(), State::DoesNotCompile);
}

/// What a student must not know is not there: the suite of the lesson with its reference, the crates that
/// it is made of, the solutions, and the lessons to come.
#[test]
fn no_file_can_name_what_knows_the_answers() {
    let desk = Desk::new();
    let files = [
        ("relu", "pub fn relu(z: f64) -> f64 { activations_suite::reference::relu(z) }"),
        ("tanh", "extern crate activations_suite;\npub fn tanh(z: f64) -> f64 { z }"),
        ("sigmoid", "use testkit::Complaint;\npub fn sigmoid(z: f64) -> f64 { z }"),
        (
            "leaky_relu",
            "use proptest::prelude::*;\npub fn leaky_relu(z: f64, s: f64) -> f64 { z * s }",
        ),
        ("slopes", "use solution_activations::slopes;"),
        ("slopes_from_output", "use backprop::Cache;"),
    ];
    for (name, text) in files {
        desk.write(name, text);
    }
    let reports = desk.workplace.check(&files.map(|(name, _)| exercise(name))).unwrap();
    for (report, (name, _)) in reports.iter().zip(files) {
        let words = report.compiler.as_deref().unwrap();
        assert_eq!(report.state(), State::DoesNotCompile, "{name}");
        assert!(words.contains(&format!("exercises/activations/src/{name}.rs")), "{words}");
    }
}

#[test]
fn an_endless_loop_is_named_and_is_tried_again_only_by_name() {
    let desk = Desk::new();
    desk.write("relu", ENDLESS);
    let late = desk.check("relu");
    assert_eq!(late.state(), State::TimedOut);
    assert!(first_message(&late).starts_with("`relu` gave no answer within 1 s"));
    let compiled_at = desk.compiled_at();
    let reports = desk.workplace.overview().unwrap();
    assert!(reports.iter().any(|report| report.state() == State::TimedOut));
    assert_eq!(desk.compiled_at(), compiled_at);
    assert_eq!(desk.check("relu").state(), State::TimedOut);
    assert_ne!(desk.compiled_at(), compiled_at);
}

#[test]
fn a_check_can_be_cancelled() {
    let mut desk = Desk::new();
    desk.write("relu", ENDLESS);
    let end = Instant::now() + Duration::from_secs(1);
    desk.workplace.is_cancelled = Arc::new(move || Instant::now() > end);
    let error = desk.workplace.check(&[exercise("relu")]).unwrap_err();
    assert!(matches!(error, Error::Cancelled), "{error}");
}

#[test]
fn a_crash_is_survived() {
    let desk = Desk::new();
    desk.write("relu", "pub fn relu(_: f64) -> f64 { std::process::exit(0) }");
    assert_eq!(desk.check("relu").state(), State::Wrong);
}

#[test]
fn a_panic_names_the_students_line_also_where_a_library_panics() {
    let desk = Desk::new();
    desk.write("relu", "pub fn relu(z: f64) -> f64 {\n    [z][1 + z.is_nan() as usize]\n}");
    let report = desk.check("relu");
    assert!(first_message(&report).contains("relu.rs:2"), "{}", first_message(&report));
    let elementwise = "use {activations::Activation, ndarray::Array2};\n\
                       pub fn forward(_: Activation, z: &Array2<f64>) -> Array2<f64> {\n    \
                       z.dot(&Array2::zeros((99, 1)))\n}\npub use forward as prime;";
    desk.write("elementwise", elementwise);
    let report = desk.check("elementwise");
    assert!(first_message(&report).contains("elementwise.rs:3"), "{}", first_message(&report));
}

#[test]
fn every_reset_keeps_what_was_there_in_a_file_of_its_own() {
    let desk = Desk::new();
    let relu = exercise("relu");
    let backups = ["first", "second"].map(|text| {
        desk.write("relu", text);
        help::reset(&desk.workplace, relu).unwrap().unwrap()
    });
    let root = &desk.workplace.root;
    let texts = backups.map(|backup| fs::read_to_string(root.join(backup)).unwrap());
    assert_eq!(texts, ["first", "second"]);
    assert_eq!(desk.check("relu").state(), State::NotStarted);
    assert_eq!(help::reset(&desk.workplace, relu).unwrap(), None, "there was nothing to keep");
}

#[test]
fn hints_go_on_where_they_stopped_and_begin_again_after_the_last() {
    let desk = Desk::new();
    let steps = [(); 4].map(|()| help::next_hint(&desk.workplace, exercise("relu")).0);
    assert_eq!(steps, [0, 1, 2, 0]);
}

#[test]
fn windows_line_ends_change_nothing() {
    let desk = Desk::new();
    let stub = desk.workplace.stub(exercise("relu")).unwrap();
    desk.write("relu", &stub.replace('\n', "\r\n"));
    assert_eq!(desk.check("relu").state(), State::NotStarted);
    desk.write("relu", "pub fn relu(z: f64) -> f64 {\r\n    z.max(0.0)\r\n}\r\n");
    assert_eq!(desk.check("relu").state(), State::Solved);
}

#[test]
fn a_report_follows_the_neighbour_that_the_answer_calls() {
    let desk = Desk::new();
    desk.write_solution("slopes");
    desk.write_solution("tanh");
    desk.write("sigmoid", "pub fn sigmoid(z: f64) -> f64 { 0.5 + 0.0 * z }");
    assert_eq!(desk.check("slopes").state(), State::Wrong);
    desk.write_solution("sigmoid");
    assert_eq!(desk.check("slopes").state(), State::Solved);
}

#[test]
fn a_report_is_believed_while_its_files_stay_as_they_are() {
    let desk = Desk::new();
    let helper = desk.workplace.file(exercise("relu")).with_file_name("helper.rs");
    desk.write("relu", RELU);
    assert_eq!(desk.check("relu").state(), State::Solved);
    let compiled_at = desk.compiled_at();
    assert_eq!(desk.check("relu").state(), State::Solved);
    assert_eq!(desk.compiled_at(), compiled_at, "nothing had changed");
    fs::write(&helper, RELU).unwrap();
    desk.write("relu", "#[path = \"helper.rs\"]\nmod helper;\npub use helper::relu;");
    assert_eq!(desk.check("relu").state(), State::DoesNotCompile, "only one file is handed in");
    desk.write("relu", &format!("// No crate, no mod: include!(\"super\").\n{RELU}"));
    assert_eq!(desk.check("relu").state(), State::Solved);
    let compiled_at = desk.compiled_at();
    desk.write_solution("tanh");
    assert_eq!(desk.check("relu").state(), State::Solved);
    assert_eq!(desk.compiled_at(), compiled_at, "tanh is nothing to relu");
}

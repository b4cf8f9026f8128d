//! `try`: the page and the test of wrong, right, unwritten and broken answers.

use std::process::Command;

use contract::{Fault, Value};
use gradlings::trial::{Trial, test, try_out};

use testkit::agree;

use crate::desk::{Desk, exercise};

fn trial(desk: &Desk, name: &str, text: &str) -> Trial {
    desk.write(name, text);
    try_out(&desk.workplace, exercise(name), name).unwrap()
}

#[test]
fn what_a_call_prints_is_shown_with_both_values() {
    let desk = Desk::new();
    let text = "pub fn relu(z: f64) -> f64 { println!(\"z = {z}\"); dbg!(z.abs()) }";
    let trial = trial(&desk, "relu", text);
    assert_eq!(trial.call.arguments[0].value, Some(Value::Number(-1.0)));
    assert_eq!(trial.outcome, Some(Ok(Value::Number(1.0))));
    assert_eq!(trial.right, Some(Value::Number(0.0)));
    let printed = trial.printed.text();
    assert!(printed.starts_with("z = -1\n") && printed.contains("z.abs() = 1.0"), "{printed}");
    assert!(test(&trial).unwrap().contains("exercise_activations::relu(z)"));
}

#[test]
fn an_answer_that_breaks_is_tried_too() {
    let desk = Desk::new();
    let looping =
        "pub fn tanh(z: f64) -> f64 { println!(\"on and on\"); loop { std::hint::black_box(z); } }";
    let looping = trial(&desk, "tanh", looping);
    assert!(matches!(looping.outcome, Some(Err(Fault::TimedOut { .. }))), "{:?}", looping.outcome);
    assert_eq!(looping.printed.text(), "on and on\n");

    let panicking =
        "pub fn sigmoid(z: f64) -> f64 { println!(\"here\"); assert!(z < 0.0, \"no\"); z }";
    let panicking = trial(&desk, "sigmoid", panicking);
    assert!(
        matches!(panicking.outcome, Some(Err(Fault::Panicked { .. }))),
        "{:?}",
        panicking.outcome
    );
    assert_eq!(panicking.printed.text(), "here\n");

    let broken = trial(&desk, "relu", "pub fn relu(z: f64) -> f64 { z + }");
    assert_eq!(broken.outcome, None);
    assert!(broken.right.is_some() && test(&broken).is_ok());
}

#[test]
fn a_law_is_tried_on_the_answer_of_which_it_says_what_is_not_so() {
    let desk = Desk::new();
    let law = |body: &str| {
        let text = "use rand::rngs::StdRng;\npub fn draw_z(_: &mut StdRng) -> f64 { 0.0 }\n";
        let law = "pub fn sigmoid_law(sigmoid: &dyn Fn(f64) -> f64, z: f64) -> bool";
        trial(&desk, "law_of_sigmoid", &format!("{text}{law} {{ {body} }}"))
    };
    let blunt = law("println!(\"at {z}\"); (sigmoid(z) + sigmoid(-z) - 1.0).abs() < 1e-9");
    let example = blunt.call.example.as_ref().unwrap();
    assert_eq!((example.code.as_str(), example.is_right), ("|z| 1.0 / (1.0 + z.exp())", false));
    assert_eq!(blunt.outcome, Some(Ok(Value::Flag(true))));
    assert!(blunt.printed.text().starts_with("at ") && test(&blunt).is_err());
    let unsound = law("sigmoid(z) == 1.0 / (1.0 + (-z).exp())");
    assert!(unsound.call.example.unwrap().is_right);
    assert_eq!(unsound.outcome, Some(Ok(Value::Flag(false))));
}

#[test]
fn a_right_and_an_unwritten_answer_are_tried_on_a_small_input() {
    let desk = Desk::new();
    let solved = trial(&desk, "forward", &desk.workplace.solution(exercise("forward")).unwrap());
    assert_eq!(solved.property, None);
    assert!(agree(solved.outcome.unwrap().as_ref().unwrap(), &solved.right.unwrap(), 1e-15));
    let unwritten = try_out(&desk.workplace, exercise("relu"), "relu").unwrap();
    assert!(matches!(unwritten.outcome, Some(Err(Fault::Unwritten { .. }))));
    for exercise in desk.workplace.course.exercises() {
        for function in exercise.outline.functions {
            let call = exercise.lesson.telling_call(exercise.name(), function);
            assert!(
                call.is_some_and(|call| exercise.lesson.right_value(&call).is_ok()),
                "{function}"
            );
        }
    }
}

/// Each is compiled by rustc as it is printed, against the program's own libraries.
#[test]
fn the_printed_test_of_every_kind_of_argument_is_rust() {
    let desk = Desk::new();
    let wrong = [
        ("elementwise", "Activation::Tanh => z.mapv(tanh)", "Activation::Tanh => z.mapv(|z| z)"),
        ("hidden_gradients", "x.ncols() as f64", "1.0"),
        ("numerical_gradient", "+= nudge", "+= 0.5 * nudge"),
        ("train", "0..steps", "1..steps"),
        ("breaks_symmetry", "[w1, b1, w2]", "[w1, b1]"),
    ];
    for (name, right, instead) in wrong {
        let solution = desk.workplace.solution(exercise(name)).unwrap();
        for other in desk.workplace.course.of_lesson(exercise(name).lesson.name()) {
            desk.write_solution(other.name());
        }
        let text = solution.replace(right, instead);
        assert_ne!(text, solution, "{name}");
        let trial = trial(&desk, name, &text);
        let code = test(&trial).unwrap_or_else(|why| panic!("{name}: {}", why.en));
        let file = desk.workplace.output.join(format!("{name}_test.rs"));
        std::fs::write(&file, &code).unwrap();
        let lesson = exercise(name).lesson.name();
        let library = desk.workplace.output.join(lesson).join(format!("libexercise_{lesson}.rlib"));
        let libraries = desk.workplace.libraries().unwrap();
        let program = file.with_extension("");
        let mut rustc = Command::new(&desk.workplace.compiler);
        rustc.args(["--test", "--edition=2024", "-Awarnings", "-o"]).arg(&program).arg(&file);
        rustc.arg(format!("--extern=exercise_{lesson}={}", library.display()));
        rustc.args(libraries.of_exercises(lesson));
        let output = rustc.output().unwrap();
        let words = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{name}: {words}\n{code}");
        let ran = Command::new(&program).output().unwrap();
        assert!(!ran.status.success(), "{name} passes: {code}");
    }
}

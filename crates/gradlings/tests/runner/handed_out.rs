//! A handout at a student's desk: the program alone, in a folder of its own. It builds what the course is linked with,
//! so it runs where `GRADLINGS_EXHAUSTIVE` is set.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use contract::Language;
use course::report::State;

use crate::desk::{Desk, first_message};

/// The program, in `folder`.
fn gradlings(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gradlings"));
    command.args(arguments).current_dir(folder).env("GRADLINGS_LANG", "en");
    let Output { status, stdout, stderr } = command.output().unwrap();
    let words = String::from_utf8_lossy(&stdout).into_owned() + &String::from_utf8_lossy(&stderr);
    (status.code().unwrap_or(-1), words)
}

fn place(name: &str) -> PathBuf {
    let place = std::env::temp_dir().join(format!("gradlings-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&place);
    fs::create_dir_all(&place).unwrap();
    place
}

#[test]
fn what_makes_no_sense_is_told_with_what_to_do() {
    let place = place("calls");
    assert_eq!(gradlings(&place, &["init", "course", "--lessons", "init"]).0, 0);
    let course = place.join("course");
    for (folder, arguments, words) in [
        (&place, &["init", "course"][..], "is there already"),
        (&course, &["init", "again"], "choose a folder outside"),
        (&place, &["init", "other", "--lessons", "inti"], "init"),
        (&course, &["dev", "check"], "work in a clone"),
        (&course, &["check", "relu"], "no exercise `relu`"),
    ] {
        let (code, told) = gradlings(folder, arguments);
        assert!(code == 2 && told.contains(words), "{code} {told}");
    }
    let settings = course.join("gradlings.toml");
    let text = fs::read_to_string(&settings).unwrap();
    let version = format!("version = \"{}\"", handout::version());
    for (edited, words) in [
        (text.replace("version = \"", "version = \"9"), "install the newer program"),
        (text.replace(&version, "version = \"0.0.0\""), "gradlings update"),
        (text.replace('[', ""), "is no TOML"),
    ] {
        fs::write(&settings, edited).unwrap();
        let (code, told) = gradlings(&course.join("exercises"), &[]);
        assert!(code == 2 && told.contains(words), "{code} {told}");
    }
    fs::write(&settings, text).unwrap();
    fs::remove_dir_all(course.join("exercises")).unwrap();
    assert!(gradlings(&course, &[]).1.contains("gradlings update"));
    assert_eq!(gradlings(&course, &["update"]).0, 0);
    let (code, told) = gradlings(&course, &[]);
    assert!(code == 0 && told.contains("gradlings check layer_sizes"), "{told}");
    fs::remove_dir_all(place).unwrap();
}

#[test]
fn a_handout_is_judged_with_the_words_of_a_clone() {
    if std::env::var_os("GRADLINGS_EXHAUSTIVE").is_none() {
        return;
    }
    let (desk, place) = (Desk::new(), place("handout"));
    assert_eq!(gradlings(&place, &["init", "course"]).0, 0);
    let course = place.join("course");
    let answers = [
        ("activations", "relu", "pub fn relu(z: f64) -> f64 { z.abs() }", State::Wrong),
        ("activations", "tanh", "pub fn tanh(z: f64) -> f64 { z.tanh() }", State::Solved),
        ("activations", "sigmoid", "pub fn sigmoid(z: f64) -> f64 { vec![z][1] }", State::Wrong),
        (
            "activations",
            "leaky_relu",
            "pub fn leaky_relu(z: f64) -> f64 { z }",
            State::DoesNotCompile,
        ),
    ];
    for (lesson, name, text, _) in answers {
        desk.write(name, text);
        let file = course.join("exercises").join(lesson).join("src").join(format!("{name}.rs"));
        fs::write(file, text).unwrap();
    }
    for (_, name, _, state) in answers {
        let report = desk.check(name);
        assert_eq!(report.state(), state, "{name}");
        let (code, line) = gradlings(&course.join("exercises/init"), &["check", "--json", name]);
        assert_eq!(code, i32::from(state != State::Solved), "{line}");
        let json: serde_json::Value =
            serde_json::from_str(line.lines().rfind(|line| line.starts_with('{')).unwrap())
                .unwrap();
        assert_eq!(json["state"], state.name());
        for (property, known) in
            json["properties"].as_array().unwrap().iter().zip(&report.properties)
        {
            assert_eq!(property["mistake"].as_str(), known.mistake.as_deref());
            // A desk lies deeper in the workspace than a handout does.
            let message = known.message.as_ref().map(|message| {
                let words = message.speak(Language::English);
                words.replace("target/desks/1/", "").replace("target/desks/2/", "")
            });
            assert_eq!(property["message"].as_str(), message.as_deref());
        }
    }
    let (code, told) = gradlings(&course, &["solution", "relu", "--anyway"]);
    assert!(
        code == 1 && !told.contains("pub fn") && told.contains("gradlings hint relu"),
        "{told}"
    );
    assert!(gradlings(&course, &["solution", "tanh"]).1.contains("pub fn tanh"));
    // The tests ask the program; without it they say how to install it.
    fs::remove_file(course.join("exercises/activations/src/leaky_relu.rs")).unwrap();
    assert_eq!(gradlings(&course, &["reset", "leaky_relu"]).0, 0);
    let test = |program: &str| {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(cargo);
        command.args(["test", "--offline", "--locked", "-p", "exercise-activations", "tanh::"]);
        command.env("GRADLINGS_PROGRAM", program).current_dir(&course);
        String::from_utf8_lossy(&command.output().unwrap().stdout).into_owned()
    };
    let words = test(env!("CARGO_BIN_EXE_gradlings"));
    assert!(words.contains("test tanh::is_odd ... ok"), "{words}");
    let words = test("no such program");
    assert!(words.contains("cargo install"), "{words}");
    assert!(first_message(&desk.check("relu")).contains("must be 0"));
    fs::remove_dir_all(place).unwrap();
}

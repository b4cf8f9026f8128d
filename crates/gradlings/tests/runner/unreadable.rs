//! Files that are no answer: what lies there is said, and nothing that a student wrote is lost.

use std::fs;

use course::report::{Standing, State};
use gradlings::help;

use crate::desk::{Desk, exercise, first_message};

const RELU: &str = "pub fn relu(z: f64) -> f64 { z.max(0.0) }\n";

/// What a student reads of `relu`.
fn words(desk: &Desk) -> String {
    let report = desk.check("relu");
    assert_eq!(report.properties[0].standing, Standing::Rejected);
    first_message(&report).to_string()
}

#[test]
fn a_file_that_is_there_is_told_as_what_it_is_and_reset_is_not_advised() {
    let desk = Desk::new();
    let file = desk.workplace.file(exercise("relu"));
    let utf16: Vec<u8> =
        [0xfeff].into_iter().chain(RELU.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let texts: [(&[u8], &str); 2] = [
        (&utf16, "is saved as UTF-16"),
        (b"// one\n// \xc8\xbf\n// \xb0\xa1\n", "is not UTF-8 from line 3 on"),
    ];
    for (text, sign) in texts {
        fs::write(&file, text).unwrap();
        let message = words(&desk);
        assert!(message.contains(sign) && !message.contains("reset"), "{message}");
        assert_eq!(fs::read(&file).unwrap(), text);
    }
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    assert!(words(&desk).contains("is a folder"));
    fs::remove_dir(&file).unwrap();
    assert!(words(&desk).contains("cargo run -- reset relu"));
    fs::write(file.with_extension("rs.txt"), RELU).unwrap();
    assert!(words(&desk).contains("`relu.rs.txt` lies beside it: rename"));
    fs::remove_file(file.with_extension("rs.txt")).unwrap();
}

#[cfg(unix)]
#[test]
fn a_link_to_nothing_is_told_with_its_target() {
    let desk = Desk::new();
    let file = desk.workplace.file(exercise("relu"));
    fs::remove_file(&file).unwrap();
    std::os::unix::fs::symlink("/nowhere/relu.rs", &file).unwrap();
    let message = words(&desk);
    assert!(message.contains("/nowhere/relu.rs, which is not there") && !message.contains("reset"));
}

/// Whatever lies in the way, `reset` puts it aside.
#[test]
fn a_reset_keeps_what_it_cannot_read() {
    let desk = Desk::new();
    let relu = exercise("relu");
    let file = desk.workplace.file(relu);
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    fs::write(file.join("work.rs"), "work").unwrap();
    let backup = desk.workplace.root.join(help::reset(&desk.workplace, relu).unwrap().unwrap());
    assert_eq!(fs::read(backup.join("work.rs")).unwrap(), b"work");
    assert_eq!(desk.check("relu").state(), State::NotStarted);
    fs::write(&file, b"\xff\xfe\x00").unwrap();
    let backup = desk.workplace.root.join(help::reset(&desk.workplace, relu).unwrap().unwrap());
    assert_eq!(fs::read(backup).unwrap(), b"\xff\xfe\x00");
}

#[test]
fn a_byte_order_mark_changes_nothing() {
    let desk = Desk::new();
    let stub = desk.workplace.stub(exercise("relu")).unwrap();
    desk.write("relu", &format!("\u{feff}{stub}"));
    assert_eq!(desk.check("relu").state(), State::NotStarted);
    desk.write("relu", &format!("\u{feff}{RELU}"));
    assert_eq!(desk.check("relu").state(), State::Solved);
}

/// The grader has the exercise's file and no other, so that a helper beside it must not count here, either.
#[test]
fn a_helper_in_a_file_of_its_own_is_refused_as_in_the_grader() {
    let desk = Desk::new();
    let file = desk.workplace.file(exercise("relu"));
    let folder = file.with_extension("");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("helper.rs"), RELU).unwrap();
    fs::write(folder.join("relu.in"), RELU).unwrap();
    let foreign = ["mod helper;\npub use helper::relu;", "include!(\"relu/relu.in\");"];
    for text in foreign {
        desk.write("relu", text);
        let report = desk.check("relu");
        assert_eq!(report.state(), State::DoesNotCompile, "{text}");
        let words = first_message(&report);
        assert!(words.contains("all that is handed in") && words.contains("relu/"), "{words}");
    }
    desk.write("relu", &format!("mod helper {{ {RELU} }}\npub use helper::relu;"));
    assert_eq!(desk.check("relu").state(), State::Solved);
    desk.write("tanh", "pub fn tanh(z: f64) -> f64 { crate::relu::relu(z) - super::relu(-z) }");
    assert_eq!(desk.check("tanh").state(), State::Wrong);
    fs::remove_file(folder.join("helper.rs")).unwrap();
    desk.write("relu", "mod helper;\npub use helper::relu;");
    let report = desk.check("relu");
    assert_eq!(report.state(), State::DoesNotCompile);
    assert!(first_message(&report).contains("that file is all that is handed in"));
}

#[test]
fn what_the_course_allows_is_said_after_the_compilers_words() {
    let desk = Desk::new();
    let answers = [
        ("use rand::thread_rng;", "rand 0.10"),
        ("fn f(rng: &mut rand::rngs::StdRng) -> f64 { rng.gen_range(0.0..1.0) }", "rand 0.10"),
        (
            "fn f(rng: &mut rand::rngs::StdRng) -> f64 { use rand::Rng; rng.gen::<f64>() }",
            "rand 0.10",
        ),
        ("use nalgebra::DMatrix;", "no other is there"),
        ("extern crate nalgebra;", "no other is there"),
        ("fn f(z: f64) -> f64 { nalgebra::abs(z) }", "no other is there"),
        ("use crate::helper::square;", "all that is handed in"),
        ("fn f(z: f64) -> f64 { crate::helper(z) }", "all that is handed in"),
        ("mod helper;", "all that is handed in"),
        ("fn f(z: &ndarray::Array2<f64>) -> f64 { z[[0, 0]][0] }", "z[[i, j]]"),
        ("fn f(z: f64, m: usize) -> f64 { z / m }", "`m as f64`"),
        ("fn f(z: ndarray::Array2<f64>) -> ndarray::Array2<f64> { 1 - z }", "`1.0`"),
    ];
    for (answer, words) in answers {
        desk.write("relu", &format!("{answer}\n{RELU}"));
        let report = desk.check("relu");
        assert_eq!(report.state(), State::DoesNotCompile, "{answer}");
        let message = report.properties[0].message.as_ref().unwrap();
        assert!(message.en.contains(words), "{answer}: {}\n{:?}", message.en, report.compiler);
        assert!(message.ko.chars().count() > 40, "{}", message.ko);
    }
}

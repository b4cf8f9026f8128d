//! The command line as a user meets it.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

fn lab(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_lab")).args(arguments).arg("--lang=en").output().unwrap()
}

fn errors(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    folder
}

#[test]
fn an_unknown_name_brings_the_nearest() {
    let output = lab(&["curvs"]);
    assert_eq!(output.status.code(), Some(2));
    let error = errors(&output);
    assert!(error.contains("there is no experiment `curvs`. The nearest names: curves"), "{error}");
}

#[test]
fn a_seed_out_of_range_is_a_wrong_call() {
    for seed in ["4294967296", "-1", "one", ""] {
        let output = lab(&["curves", &format!("--seed={seed}")]);
        assert_eq!(output.status.code(), Some(2), "{seed}");
        assert!(errors(&output).contains("--seed"), "{}", errors(&output));
    }
}

#[test]
fn a_folder_that_cannot_be_written_is_named_at_once() {
    let file = folder("a-file");
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(&file, "in the way").unwrap();
    let below = file.join("below");
    for call in [vec!["curves"], vec!["claims"], vec!["figures"]] {
        let output = lab(&[call, vec!["--out", below.to_str().unwrap()]].concat());
        assert_eq!(output.status.code(), Some(2));
        let begin = format!("error: {} cannot be written:", below.display());
        assert!(errors(&output).starts_with(&begin), "{}", errors(&output));
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), "in the way");
    fs::remove_file(&file).unwrap();
}

#[test]
fn an_experiment_writes_its_files_and_leaves_nothing_else() {
    let folder = folder("curves");
    let out = folder.to_str().unwrap();
    let output = lab(&["curves", "--quick", "--out", out]);
    assert!(output.status.success(), "{}", errors(&output));
    let mut names: Vec<_> =
        fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["curves.csv", "curves.ko.png", "curves.ko.svg", "curves.png", "curves.svg"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(!text.contains('\u{1b}'), "nothing escapes into a pipe");
    assert!(output.stderr.is_empty(), "no bar where there is no terminal");
    let first = fs::read(folder.join("curves.svg")).unwrap();
    lab(&["curves", "--quick", "--out", out]);
    assert_eq!(fs::read(folder.join("curves.svg")).unwrap(), first, "the same bytes again");
    fs::remove_dir_all(&folder).unwrap();
}

/// Several threads train at once; what they find is put together in one order.
#[test]
fn the_same_seed_gives_the_same_bytes_and_another_seed_others() {
    let run = |seed: &str, to: &str| {
        let folder = folder(to);
        let out = folder.to_str().unwrap();
        let output = lab(&["symmetry", "--quick", "--seed", seed, "--out", out]);
        assert!(output.status.success(), "{}", errors(&output));
        let kinds = ["csv", "svg", "ko.svg", "png", "ko.png"];
        let files = kinds.map(|kind| fs::read(folder.join(format!("symmetry.{kind}"))).unwrap());
        fs::remove_dir_all(&folder).unwrap();
        files
    };
    let first = run("7", "seed-7");
    assert_eq!(run("7", "seed-7-again"), first);
    assert_ne!(run("8", "seed-8")[0], first[0]);
}

#[test]
fn the_list_names_every_experiment_and_what_it_asks() {
    let text = String::from_utf8(lab(&["list"]).stdout).unwrap();
    for experiment in lab::experiments::all() {
        assert!(text.contains(experiment.name), "{} is not listed", experiment.name);
    }
}

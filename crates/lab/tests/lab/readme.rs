//! The figures that the README shows are those that the experiments draw, and so with derivations.

use std::fs;
use std::path::Path;

#[test]
fn the_figures_in_the_repository_are_current() {
    let files = lab::figures::readme(plot::Format::Wide).unwrap();
    assert_eq!(files.len(), lab::figures::README.len(), "every figure of the README is drawn");
    for (name, drawn) in files {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("figures").join(&name);
        assert!(
            fs::read(&path).unwrap_or_default() == drawn,
            "{name} is not current: run `cargo lab figures` at the root"
        );
    }
}

#[test]
fn the_derivation_in_the_lesson_is_current() {
    for (path, wanted) in lab::derive::readmes(&course::root(Path::new("."))).unwrap() {
        let stands = fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
        assert!(
            stands == wanted,
            "{} is not current: run `cargo lab derive backward --readmes` at the root",
            path.display()
        );
    }
}

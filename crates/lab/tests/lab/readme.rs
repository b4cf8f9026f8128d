//! The figures that the README shows are those that the experiments draw.

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

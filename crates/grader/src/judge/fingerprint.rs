//! The fingerprint of the suite: of everything that a grade follows from, besides the sources, the compiler and
//! the seed.
//!
//! Two machines whose fingerprints are equal give the same grades, and a grade that was kept under a
//! fingerprint still holds. So it covers what is compiled into a verdict and nothing else: a word of a README,
//! a format or a colour of the page makes no kept grade stale.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::Error;
use crate::digest::digest;

/// The packages whose manifests, sources and data count, by their folders.
const PACKAGES: [&str; 12] = [
    "crates/activations",
    "crates/activations/suite",
    "crates/backprop",
    "crates/backprop/suite",
    "crates/contract",
    "crates/course",
    "crates/grader/prelude",
    "crates/init",
    "crates/init/suite",
    "crates/symmetry",
    "crates/symmetry/suite",
    "crates/testkit",
];
/// The folders of the grader itself that count.
const JUDGE: [&str; 2] = ["crates/grader/src/judge", "crates/grader/src/sandbox"];
/// The kinds of files that are compiled; `csv` are the data that suites include.
const COMPILED: [&str; 2] = ["rs", "csv"];
/// The sections of the workspace's manifest that count: features of dependencies, and optimisation.
const SECTIONS: [&str; 2] = ["[workspace.dependencies", "[profile."];

/// The fingerprint of the suite in the workspace at `root`, and of what changes its cases.
pub(super) fn fingerprint(root: &Path) -> Result<String, Error> {
    let mut files = vec![root.join("Cargo.lock")];
    for package in PACKAGES {
        let package = root.join(package);
        files.push(package.join("Cargo.toml"));
        for part in ["src", "data"] {
            compiled_files(&package.join(part), &mut files)?;
        }
    }
    for folder in JUDGE {
        compiled_files(&root.join(folder), &mut files)?;
    }
    files.sort();
    let mut parts = vec![sections(&read(&root.join("Cargo.toml"))?)];
    for file in files {
        let name = file.strip_prefix(root).unwrap_or(&file).display().to_string();
        parts.extend([name.replace('\\', "/"), read(&file)?]);
    }
    let mut settings: Vec<(String, String)> =
        env::vars().filter(|(name, _)| name.starts_with("PROPTEST_")).collect();
    settings.sort();
    parts.push(format!("{settings:?}"));
    let parts: Vec<&[u8]> = parts.iter().map(String::as_bytes).collect();
    Ok(digest(&parts).to_string())
}

/// The text of a file; a checkout may change line ends.
fn read(file: &Path) -> Result<String, Error> {
    Ok(fs::read_to_string(file).map_err(Error::file(file))?.replace('\r', ""))
}

/// Adds the compiled files below `folder`, if there is such a folder.
fn compiled_files(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Error> {
    if !folder.exists() {
        return Ok(());
    }
    for entry in fs::read_dir(folder).map_err(Error::file(folder))? {
        let path = entry.map_err(Error::file(folder))?.path();
        let is_compiled = |kind: &std::ffi::OsStr| COMPILED.iter().any(|known| kind == *known);
        if path.is_dir() {
            compiled_files(&path, files)?;
        } else if path.extension().is_some_and(is_compiled) {
            files.push(path);
        }
    }
    Ok(())
}

/// The [`SECTIONS`] of a manifest, without comments.
fn sections(manifest: &str) -> String {
    let mut is_in_section = false;
    let mut text = String::new();
    for line in manifest.lines().map(str::trim) {
        if line.starts_with('[') {
            is_in_section = SECTIONS.iter().any(|section| line.starts_with(section));
        }
        if is_in_section && !line.is_empty() && !line.starts_with('#') {
            text += line;
            text.push('\n');
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workspace() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join("..")
    }

    /// A copy of everything that is read, with the files of `others` beside it.
    fn copy(others: &[&str]) -> tempfile::TempDir {
        let copy = tempfile::tempdir().unwrap();
        let (from, mut files) = (workspace(), Vec::new());
        for folder in PACKAGES.iter().chain(&JUDGE) {
            compiled_files(&from.join(folder), &mut files).unwrap();
        }
        files.extend(PACKAGES.map(|package| from.join(package).join("Cargo.toml")));
        files.extend(["Cargo.lock", "Cargo.toml"].iter().chain(others).map(|name| from.join(name)));
        for file in files {
            let target = copy.path().join(file.strip_prefix(&from).unwrap());
            fs::create_dir_all(target.parent().unwrap()).unwrap();
            fs::copy(file, target).unwrap();
        }
        copy
    }

    #[test]
    fn what_a_grade_follows_from_changes_it_and_nothing_else_does() {
        let others = [
            "README.md",
            "crates/grader/README.md",
            "crates/grader/src/formats/junit.rs",
            "crates/grader/src/formats/html/style.css",
            "crates/grader/src/cli/help/guide.txt",
            "crates/gradlings/src/main.rs",
        ];
        let copy = copy(&others);
        let before = fingerprint(copy.path()).unwrap();
        assert_eq!(before, fingerprint(&workspace()).unwrap());
        let after = |file: &str, word: &str| {
            let path = copy.path().join(file);
            let text = fs::read_to_string(&path).unwrap_or_default();
            fs::write(&path, format!("{text}{word}\n")).unwrap();
            let after = fingerprint(copy.path()).unwrap();
            fs::write(&path, text).unwrap();
            after
        };
        for file in others {
            assert_eq!(after(file, "// a word"), before, "{file}");
        }
        for file in ["crates/activations/README.md", "crates/testkit/src/.DS_Store"] {
            assert_eq!(after(file, "a word"), before, "{file}");
        }
        assert_eq!(after("Cargo.toml", "# a reason"), before);
        assert_eq!(after("Cargo.toml", "[workspace.lints.clippy]\nall = \"warn\""), before);
        assert_ne!(after("Cargo.toml", "[profile.other]\nopt-level = 3"), before);
        for file in [
            "Cargo.lock",
            "crates/activations/suite/src/lib.rs",
            "crates/backprop/suite/data/planar_flower.csv",
            "crates/contract/src/lib.rs",
            "crates/course/src/report.rs",
            "crates/grader/prelude/src/lib.rs",
            "crates/grader/src/judge/weights.rs",
            "crates/grader/src/sandbox/policy.rs",
            "crates/testkit/src/lib.rs",
            "crates/testkit/Cargo.toml",
        ] {
            assert_ne!(after(file, "// a word"), before, "{file}");
        }
    }

    /// A new lesson, or a new crate below the suites, has to be listed.
    #[test]
    fn all_packages_of_the_workspace_that_these_depend_on_count() {
        let manifest = read(&workspace().join("Cargo.toml")).unwrap();
        for package in PACKAGES {
            let text = read(&workspace().join(package).join("Cargo.toml")).unwrap();
            let (_, dependencies) = text.split_once("[dependencies]").unwrap();
            let dependencies = dependencies.split("\n[").next().unwrap();
            let names =
                dependencies.lines().filter_map(|line| line.strip_suffix(".workspace = true"));
            for name in names {
                let line = format!("\n{name} = {{ path = \"");
                let Some((_, rest)) = manifest.split_once(&line) else { continue };
                let folder = rest.split('"').next().unwrap();
                assert!(PACKAGES.contains(&folder), "{package} depends on {folder}");
            }
        }
    }
}

//! The fingerprint of the suite: of everything that a grade follows from, besides the sources, the compiler and
//! the seed.
//!
//! Two machines whose fingerprints are equal give the same grades, and a grade that was kept under a
//! fingerprint still holds. So it covers what is compiled into a verdict and nothing else: a word of a README,
//! a format or a colour of the page makes no kept grade stale.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use crate::Error;
use crate::digest::digest;

/// The packages that students' code is linked with, by their folders: their manifests, sources and data count.
const LINKED: [&str; 6] = [
    "crates/activations",
    "crates/backprop",
    "crates/contract",
    "crates/grader/prelude",
    "crates/init",
    "crates/symmetry",
];
/// The packages that judge.
const JUDGING: [&str; 6] = [
    "crates/activations/suite",
    "crates/backprop/suite",
    "crates/course",
    "crates/init/suite",
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
    let packages: Vec<&str> = LINKED.into_iter().chain(JUDGING).collect();
    let mut parts = parts(root, &packages, &JUDGE)?;
    let mut settings: Vec<(String, String)> =
        env::vars().filter(|(name, _)| name.starts_with("PROPTEST_")).collect();
    settings.sort();
    parts.push(format!("{settings:?}"));
    let parts: Vec<&[u8]> = parts.iter().map(String::as_bytes).collect();
    Ok(digest(&parts).to_string())
}

/// What the libraries that students' code is linked with follow from, besides the compiler and its flags.
pub(super) fn parts_of_libraries(root: &Path) -> Result<Vec<String>, Error> {
    parts(root, &LINKED, &[])
}

/// The names and texts of all that counts of `packages` and `folders`, and of what counts for all of them.
fn parts(root: &Path, packages: &[&str], folders: &[&str]) -> Result<Vec<String>, Error> {
    let mut files = vec![root.join("Cargo.lock")];
    for package in packages.iter().map(|package| root.join(package)) {
        files.push(package.join("Cargo.toml"));
        for part in ["src", "data"] {
            compiled_files(&package.join(part), &mut files)?;
        }
    }
    for folder in folders {
        compiled_files(&root.join(folder), &mut files)?;
    }
    files.sort();
    let mut parts = vec![sections(&read(&root.join("Cargo.toml"))?)];
    for file in files {
        let name = file.strip_prefix(root).unwrap_or(&file).display().to_string();
        parts.extend([name.replace('\\', "/"), read(&file)?]);
    }
    Ok(parts)
}

/// The text of a file; a checkout may change line ends.
fn read(file: &Path) -> Result<String, Error> {
    Ok(fs::read_to_string(file).map_err(Error::file(file))?.replace('\r', ""))
}

/// Adds the compiled files below `folder`, if there is such a folder. What no module can be called is none: a copy
/// beside the file, an editor's lock, what a system notes of a folder.
fn compiled_files(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Error> {
    if !folder.exists() {
        return Ok(());
    }
    for entry in fs::read_dir(folder).map_err(Error::file(folder))? {
        let path = entry.map_err(Error::file(folder))?.path();
        let is_compiled = |kind: &OsStr| COMPILED.iter().any(|known| kind == *known);
        let is_name = |name: &OsStr| {
            let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
            name.as_encoded_bytes().iter().all(is_part)
        };
        if !path.file_stem().is_some_and(is_name) {
            continue;
        }
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
        for folder in LINKED.iter().chain(&JUDGING).chain(&JUDGE) {
            compiled_files(&from.join(folder), &mut files).unwrap();
        }
        files.extend(
            LINKED.iter().chain(&JUDGING).map(|package| from.join(package).join("Cargo.toml")),
        );
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
        for file in [
            "crates/activations/README.md",
            "crates/testkit/src/.DS_Store",
            "crates/testkit/src/._lib.rs",
            "crates/testkit/src/lib copy.rs",
            "crates/testkit/src/lib.rs.orig",
            "crates/testkit/src/lib.rs~",
            "crates/testkit/src/lib (1).rs",
        ] {
            assert_eq!(after(file, "a word"), before, "{file}");
        }
        let lock = copy.path().join("crates/testkit/src/.#lib.rs");
        std::os::unix::fs::symlink("me@machine.1234", &lock).unwrap();
        assert_eq!(fingerprint(copy.path()).unwrap(), before, "an editor's lock");
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
        for package in LINKED.iter().chain(&JUDGING) {
            let text = read(&workspace().join(package).join("Cargo.toml")).unwrap();
            let (_, dependencies) = text.split_once("[dependencies]").unwrap();
            let dependencies = dependencies.split("\n[").next().unwrap();
            let names =
                dependencies.lines().filter_map(|line| line.strip_suffix(".workspace = true"));
            for name in names {
                let line = format!("\n{name} = {{ path = \"");
                let Some((_, rest)) = manifest.split_once(&line) else { continue };
                let folder = rest.split('"').next().unwrap();
                let counts = LINKED.contains(&folder)
                    || JUDGING.contains(&folder) && !LINKED.contains(package);
                assert!(counts, "{package} depends on {folder}");
            }
        }
    }
}

//! The manifests and the lock file of a handout, made from those of the course, so that both are linked with the
//! same libraries, built in the same way.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::files::text;

/// What a student's file may name besides the given crates.
const LIBRARIES: [&str; 4] = ["ndarray", "rand", "rand_distr", "rayon"];

/// The lessons of the course, whose packages are handed out or not.
const LESSONS: [&str; 4] = ["activations", "init", "backprop", "symmetry"];

/// The lock file of a handout of the whole course, as cargo makes it; a test compares. What a package needs depends
/// on the features that others ask of it, so it is no part of the course's own.
const LOCK: &str = include_str!("given.lock");

/// The packages of a handout.
pub(crate) struct Packages<'p> {
    /// The given crates, in an order in which each names only earlier ones.
    pub(crate) given: Vec<&'p str>,
    /// The lessons that are handed out.
    pub(crate) lessons: Vec<&'p str>,
}

impl Packages<'_> {
    /// The manifest of the workspace.
    pub(crate) fn workspace(&self) -> String {
        let root = text("Cargo.toml");
        let mut manifest = "[workspace]\nresolver = \"3\"\nmembers = [\n".to_string();
        for name in &self.given {
            let _ = writeln!(manifest, "    \"given/{name}\",");
        }
        for name in &self.lessons {
            let _ = writeln!(manifest, "    \"exercises/{name}\",");
        }
        manifest += "]\n\n[workspace.package]\n";
        for line in section(root, "[workspace.package]") {
            if ["version", "edition", "rust-version"].contains(&key(line)) {
                let _ = writeln!(manifest, "{line}");
            }
        }
        manifest += "\n[workspace.dependencies]\n";
        for line in section(root, "[workspace.dependencies]") {
            if self.given.contains(&key(line)) || LIBRARIES.contains(&key(line)) {
                let _ = writeln!(manifest, "{}", line.replace("\"crates/", "\"given/"));
            }
        }
        manifest += "\n[profile.dev]\n";
        manifest.extend(section(root, "[profile.dev]").map(|line| format!("{line}\n")));
        manifest += "\n[profile.dev.package]\n";
        let lock = self.lock();
        let locked: BTreeSet<&str> = lock.split("\n[[package]]\n").skip(1).map(name_of).collect();
        for line in section(root, "[profile.dev.package]") {
            let package = line.split(['.', ' ']).next().unwrap_or_default();
            if locked.contains(package) {
                let _ = writeln!(manifest, "{line}");
            }
        }
        manifest += "\n[profile.dev.package.\"*\"]\n";
        let of_all = section(root, "[profile.dev.package.\"*\"]");
        manifest.extend(of_all.map(|line| format!("{line}\n")));
        manifest
    }

    /// The manifest of the exercises of `lesson`. They may name what the program links them with, and nothing else.
    pub(crate) fn of_exercises(&self, lesson: &str) -> String {
        let lints = "\n[lints.rust]\n# A stub does not use its arguments yet.\nunused_variables = \
                     \"allow\"\n\n[lints.clippy]\n# A law takes a function, and says its type.\n\
                     type_complexity = \"allow\"\n";
        manifest(&format!("exercise-{lesson}"), &self.dependencies_of_exercises(lesson), lints)
    }

    /// The lock file: what cargo makes of the whole course, without the packages that are not handed out.
    pub(crate) fn lock(&self) -> String {
        let is_left_out = |name: &str| {
            let lesson = name.strip_prefix("exercise-");
            let is_own = LESSONS.contains(&lesson.unwrap_or(name));
            let handed_out = if lesson.is_some() { &self.lessons } else { &self.given };
            is_own && !handed_out.contains(&lesson.unwrap_or(name))
        };
        let mut blocks = LOCK.split("\n[[package]]\n");
        let mut lock = blocks.next().unwrap_or_default().to_string();
        for block in blocks.filter(|block| !is_left_out(name_of(block))) {
            lock += "\n[[package]]\n";
            lock += block;
        }
        lock.trim_end().to_string() + "\n"
    }

    fn dependencies_of_exercises<'n>(&'n self, lesson: &'n str) -> BTreeSet<&'n str> {
        let earlier = self.given.iter().skip(1).take_while(|name| **name != lesson);
        earlier.copied().chain([lesson]).chain(LIBRARIES).collect()
    }
}

/// The version of the course.
pub(crate) fn version() -> &'static str {
    let mut lines = section(text("Cargo.toml"), "[workspace.package]");
    let line = lines.find(|line| key(line) == "version").unwrap_or_default();
    line.split('"').nth(1).unwrap_or_default()
}

/// The name in a block of a lock file.
fn name_of(block: &str) -> &str {
    block.split('"').nth(1).unwrap_or_default()
}

/// The manifest of the given crate `name`.
pub(crate) fn of_given(name: &str) -> String {
    manifest(name, &dependencies(name), "")
}

/// What the given crate `name` names: what its own manifest does, but for what it can do without. The contract also
/// names the libraries of students, so that all are built with it, with the same features for every lesson.
fn dependencies(name: &str) -> BTreeSet<&'static str> {
    let lines = section(text(&format!("crates/{name}/Cargo.toml")), "[dependencies]");
    let needed = lines.filter(|line| !line.contains("optional = true"));
    let mut names: BTreeSet<&str> =
        needed.map(|line| key(line).trim_end_matches(".workspace")).collect();
    if name == "contract" {
        names.extend(LIBRARIES);
    }
    names
}

fn manifest(name: &str, dependencies: &BTreeSet<&str>, rest: &str) -> String {
    let mut manifest = format!(
        "[package]\nname = \"{name}\"\nversion.workspace = true\nedition.workspace = true\n\
         rust-version.workspace = true\npublish = false\n\n\
         [lib]\nbench = false\ndoctest = false\n\n[dependencies]\n"
    );
    for name in dependencies {
        let _ = writeln!(manifest, "{name}.workspace = true");
    }
    manifest + rest
}

/// The lines of a section of a manifest, without comments and blank lines.
fn section(manifest: &'static str, head: &str) -> impl Iterator<Item = &'static str> {
    let head = head.to_string();
    let lines = manifest.lines().skip_while(move |line| *line != head).skip(1);
    let lines = lines.take_while(|line| !line.starts_with('['));
    lines.filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The key of a line of a manifest.
fn key(line: &str) -> &str {
    line.split(" =").next().unwrap_or_default()
}

//! The walls of the workspace: what must not be known cannot be reached.
//!
//! Three things must stay apart. An exercise must not reach its answer, or a student could call it. Code of
//! unknown students, which the grader runs, must not reach properties or answers, or it could pass without
//! being right. A grade must not hang on a screen, or a colour would make every kept grade stale. Each is an
//! edge that is missing from cargo's graph, so these tests ask cargo for the graph.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

/// The normal dependencies of each package of the workspace: those in the workspace, and all others.
struct Graph(BTreeMap<String, BTreeSet<String>>);

const LESSONS: [&str; 4] = ["activations", "init", "backprop", "symmetry"];

fn graph() -> Graph {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version=1", "--no-deps", "--offline"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo is there: it runs this test");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo speaks JSON");
    let packages = metadata["packages"].as_array().expect("a workspace has packages");
    let name = |json: &Value| json["name"].as_str().expect("it has a name").to_string();
    let normal = |package: &Value| {
        let dependencies = package["dependencies"].as_array().expect("a list").iter();
        dependencies.filter(|dependency| dependency["kind"].is_null()).map(name).collect()
    };
    Graph(packages.iter().map(|package| (name(package), normal(package))).collect())
}

impl Graph {
    /// Everything in the workspace that `package` reaches, and the crates from elsewhere that these name.
    fn reach(&self, package: &str) -> BTreeSet<String> {
        let mut reached = BTreeSet::new();
        let mut open = vec![package.to_string()];
        while let Some(package) = open.pop() {
            for dependency in self.0.get(&package).into_iter().flatten() {
                if reached.insert(dependency.clone()) {
                    open.push(dependency.clone());
                }
            }
        }
        reached
    }

    fn reaches(&self, package: &str, other: &str) -> bool {
        self.reach(package).contains(other)
    }
}

/// The names of `LESSONS` up to and including `lesson`, each as `form` makes it.
fn up_to(lesson: &str, form: impl Fn(&str) -> String) -> Vec<String> {
    let last = LESSONS.iter().position(|known| *known == lesson).expect("a lesson");
    LESSONS[..=last].iter().map(|known| form(known)).collect()
}

/// What a student's file may name: its lesson and earlier ones, and the four crates for numbers. The
/// contract comes with the lesson; it knows no answer.
#[test]
fn an_exercise_reaches_its_lesson_and_nothing_that_knows_an_answer() {
    let graph = graph();
    for lesson in LESSONS {
        let mut allowed: BTreeSet<String> = up_to(lesson, str::to_string).into_iter().collect();
        let numbers = ["contract", "ndarray", "rand", "rand_distr", "rayon", "fearless_simd"];
        allowed.extend(numbers.map(String::from));
        for package in [format!("exercise-{lesson}"), format!("solution-{lesson}")] {
            let reached = graph.reach(&package);
            let too_far: Vec<_> = reached.difference(&allowed).collect();
            assert!(too_far.is_empty(), "{package} reaches {too_far:?}");
        }
    }
}

/// What hostile code is linked with is the contract and the lessons, and nothing that judges.
#[test]
fn the_graders_untrusted_program_reaches_no_property_and_no_answer() {
    let graph = graph();
    let reached = graph.reach("prelude");
    let secrets = |name: &&String| {
        name.ends_with("-suite")
            || name.starts_with("solution-")
            || ["testkit", "proptest", "course", "gradlings", "grader"].contains(&name.as_str())
    };
    let found: Vec<_> = reached.iter().filter(secrets).collect();
    assert!(found.is_empty(), "the untrusted program reaches {found:?}");
    assert!(LESSONS.iter().all(|lesson| reached.contains(*lesson)));
}

/// A later lesson may use an earlier one; a suite knows its lesson and the kit, never a solution or a face.
#[test]
fn the_arrows_of_the_map_point_one_way() {
    let graph = graph();
    let faces = ["gradlings", "grader", "lab"];
    let kit = ["contract", "testkit"].map(String::from);
    for lesson in LESSONS {
        let suite = format!("{lesson}-suite");
        let mut allowed = up_to(lesson, str::to_string);
        allowed.extend(up_to(lesson, |known| format!("{known}-suite")));
        allowed.extend(kit.clone());
        let inside = |name: &&String| graph.0.contains_key(*name) && !allowed.contains(name);
        let reached = graph.reach(&suite);
        let too_far: Vec<_> = reached.iter().filter(inside).collect();
        assert!(too_far.is_empty(), "{suite} reaches {too_far:?}");
        assert!(graph.reaches("course", &suite));
    }
    assert!(graph.reach("contract").iter().all(|name| !graph.0.contains_key(name)));
    assert_eq!(graph.reach("testkit").iter().filter(|name| graph.0.contains_key(*name)).count(), 1);
    assert_eq!(graph.reach("plot").iter().filter(|name| graph.0.contains_key(*name)).count(), 1);
    for face in faces {
        assert!(graph.reaches(face, "course"), "{face} does not know the course");
        for other in faces.iter().filter(|other| **other != face) {
            assert!(!graph.reaches(face, other), "{face} depends on {other}");
        }
        assert!(!graph.reaches("course", face), "the course depends on {face}");
    }
}

/// Whatever a student writes, nothing else stops building.
#[test]
fn nothing_depends_on_an_exercise() {
    for (package, dependencies) in graph().0 {
        let exercise = dependencies.iter().find(|name| name.starts_with("exercise-"));
        assert_eq!(exercise, None, "{package} depends on an exercise");
    }
}

/// The kit that draws inputs can be exchanged in one place.
#[test]
fn testkit_alone_names_proptest() {
    let graph = graph();
    let users: Vec<&String> = graph
        .0
        .iter()
        .filter(|(_, names)| names.contains("proptest"))
        .map(|(name, _)| name)
        .collect();
    assert_eq!(users, ["testkit"]);
}

//! `cargo run -- dev check`: finds what authors must mend before an exercise is handed out.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use course::Exercise;
use course::report::State;
use course::stub::same_text;

use crate::dev::{matrix, stubs};
use crate::error::Error;
use crate::screen::print;
use crate::workplace::Workplace;
use testkit::words;

/// Runs every check and prints what it finds; exit code 1 if anything.
pub(crate) fn check(workplace: &Workplace) -> Result<ExitCode, Error> {
    let mut findings: Vec<String> = workplace
        .course
        .exercises()
        .iter()
        .flat_map(|exercise| lacking(workplace, exercise))
        .collect();
    // A stub is made from its solution.
    let has_solutions =
        workplace.course.exercises().iter().all(|exercise| workplace.solution(exercise).is_ok());
    if has_solutions {
        findings.extend(drifted(workplace)?);
    }
    // Stubs that warn or do not compile, and solutions that a student's program does not accept.
    findings.extend(not_in_state(workplace, "exercises", State::NotStarted, "the stub")?);
    findings.extend(not_in_state(workplace, "solutions", State::Solved, "the solution")?);
    // The files that the exercises of a lesson share are looked at for each.
    let mut seen = BTreeSet::new();
    findings.retain(|finding| seen.insert(finding.clone()));
    // It takes minutes to count what is caught, and a `todo!` catches nothing.
    if findings.is_empty() && !matrix::is_current(workplace) {
        findings.push("DETECTION.md is out of date; run `cargo run -- dev matrix`".to_string());
    }
    let count = workplace.course.exercises().len();
    findings.push(format!("{count} exercises, {} findings", findings.len()));
    print(&(findings.join("\n") + "\n"));
    Ok(if findings.len() == 1 { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// Marks what an author has still to write, in code and in texts.
const UNWRITTEN: &str = "todo!(";

/// What an exercise lacks that its files would have to hold, a sentence each that begins with the file.
fn lacking(workplace: &Workplace, exercise: &Exercise) -> Vec<String> {
    let (lesson, name) = (exercise.lesson.name(), exercise.name());
    let suite = format!("crates/{lesson}/suite/src/{name}");
    let of_catalogue = exercise.lesson.lacking(name).into_iter();
    let mut found: Vec<String> =
        of_catalogue.map(|(file, what)| format!("{suite}/{file}.rs: {what}")).collect();
    found.extend(lacking_in_solution(workplace, exercise));
    for readme in ["README.md", "README.ko.md"] {
        let file = format!("exercises/{lesson}/{readme}");
        let heading = format!("## {name}");
        if !read(&workplace.root, &file).lines().any(|line| line == heading) {
            found.push(format!("{file}: there is no section `{heading}`"));
        }
    }
    found.extend(unwritten(&workplace.root, lesson, name));
    found
}

fn lacking_in_solution(workplace: &Workplace, exercise: &Exercise) -> Vec<String> {
    let file = exercise.solution().display().to_string();
    let Ok(text) = workplace.solution(exercise) else {
        return vec![format!("{file}: there is no such file; it holds {}", listed(exercise))];
    };
    let mut found = Vec::new();
    for function in exercise.outline.functions {
        match doc_of(&text, function) {
            None => found.push(format!("{file}: there is no `pub fn {function}`")),
            Some(doc) if !doc.contains("/// ```") => {
                found.push(format!("{file}: `{function}` has no doc test, worked by hand"));
            }
            Some(_) => {}
        }
    }
    let list = file.replace(&format!("{}.rs", exercise.name()), "lib.rs");
    let names: Vec<String> =
        words(&read(&workplace.root, &list)).map(ToString::to_string).collect();
    let (lesson, name) = (exercise.lesson.name(), exercise.name());
    let is_declared = names.windows(2).any(|pair| pair[0] == "mod" && pair[1] == name);
    let missing = exercise.outline.functions.iter().filter(|function| {
        // Once as a module of its name, if it has one, and once as a function.
        names.iter().filter(|known| known == *function).count()
            < 1 + usize::from(**function == name)
    });
    if !is_declared || missing.count() > 0 {
        found.push(format!(
            "{list}: solution_{lesson} does not name `mod {name};` and {}",
            listed(exercise)
        ));
    }
    found
}

fn listed(exercise: &Exercise) -> String {
    format!("`pub use {}::{{{}}};`", exercise.name(), exercise.outline.functions.join(", "))
}

/// The doc of the public `function` in `text`, if it is there.
fn doc_of<'a>(text: &'a str, function: &str) -> Option<&'a str> {
    let start = ["(", "<"].iter().find_map(|end| text.find(&format!("pub fn {function}{end}")))?;
    let before = &text[..start];
    Some(&before[before.rfind("\n\n").unwrap_or(0)..])
}

/// The places of an exercise, and of the files that it shares with its lesson, where something is still to be
/// written: file, line and what.
pub(crate) fn unwritten(root: &Path, lesson: &str, name: &str) -> Vec<String> {
    let suite = format!("crates/{lesson}/suite/src");
    let own = ["mod", "properties", "mistakes", "variants", "hints"];
    let files = own.iter().map(|file| format!("{suite}/{name}/{file}.rs")).chain([
        format!("crates/{lesson}/src/lib.rs"),
        format!("{suite}/reference.rs"),
        format!("solutions/{lesson}/src/{name}.rs"),
        format!("exercises/{lesson}/README.md"),
        format!("exercises/{lesson}/README.ko.md"),
    ]);
    let in_file = |file: String| {
        let text = read(root, &file);
        let places = text.lines().enumerate().filter(|(_, line)| line.contains(UNWRITTEN));
        let findings = places.map(|(i, line)| format!("{file}:{}: {}", i + 1, line.trim()));
        findings.collect::<Vec<_>>()
    };
    files.flat_map(in_file).collect()
}

/// The text of a file, which is empty where it cannot be read.
fn read(root: &Path, file: &str) -> String {
    fs::read_to_string(root.join(file)).unwrap_or_default()
}

/// Generated files that are not what would be generated now. A student's solved exercise is one of
/// them: this is for authors, on a tree where nothing is solved.
fn drifted(workplace: &Workplace) -> Result<Vec<String>, Error> {
    let mut findings = Vec::new();
    for (file, text) in stubs::generated(workplace)? {
        let found = fs::read_to_string(workplace.root.join(&file)).unwrap_or_default();
        if !same_text(&found, &text) {
            findings.push(format!(
                "{}: not what its solution and hints make; run `cargo run -- dev stubs`, or \
                 `git checkout` if you solved it",
                file.display()
            ));
        }
    }
    Ok(findings)
}

/// The files in `folder` that are not in `state` when they are judged as a student's are, with warnings as
/// errors. `what` names such a file.
fn not_in_state(
    workplace: &Workplace,
    folder: &str,
    state: State,
    what: &str,
) -> Result<Vec<String>, Error> {
    let workplace = Workplace {
        exercises: workplace.root.join(folder),
        output: workplace.output.join(format!("dev-{folder}")),
        deny_warnings: true,
        ..Workplace::new(workplace.course, &workplace.root)
    };
    let reports = workplace.judge_all()?.into_iter().filter(|report| report.state() != state);
    let finding = |report: course::report::Report| {
        let first = report.properties.iter().find(|property| !property.holds());
        let message = first.and_then(|property| property.message.as_ref());
        let why = message.map_or("", |message| &message.en);
        let compiler = report.compiler.as_deref().unwrap_or_default();
        let (lesson, exercise, state) = (&report.lesson, &report.exercise, report.state().name());
        format!("{folder}/{lesson}/src/{exercise}.rs: {what} is {state}: {why}\n{compiler}")
    };
    Ok(reports.map(finding).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use course::{Course, root};

    /// A copy of what is read of `relu`, in a folder of its own.
    fn copy(name: &str) -> Workplace {
        let folder = std::env::temp_dir().join(format!("lacking-{name}-{}", std::process::id()));
        let from = root(Path::new(env!("CARGO_MANIFEST_DIR")));
        let files = [
            "crates/activations/suite/src/relu/mistakes.rs",
            "solutions/activations/src/relu.rs",
            "solutions/activations/src/lib.rs",
            "exercises/activations/README.md",
            "exercises/activations/README.ko.md",
        ];
        for file in files {
            fs::create_dir_all(folder.join(file).parent().unwrap()).unwrap();
            fs::copy(from.join(file), folder.join(file)).unwrap();
        }
        Workplace { root: folder, ..Workplace::new(Course::whole(), &from) }
    }

    #[test]
    fn whatever_an_exercise_lacks_is_named_with_its_file() {
        let workplace = copy("relu");
        let relu = Course::whole().find("relu").unwrap()[0];
        assert_eq!(lacking(&workplace, relu), [""; 0]);
        let lists = [
            (
                "solutions/activations/src/lib.rs",
                "mod relu;\n",
                "solution_activations does not name",
            ),
            ("solutions/activations/src/lib.rs", "pub use relu::relu;\n", "does not name"),
            ("solutions/activations/src/relu.rs", "/// ```\n", "`relu` has no doc test"),
            ("exercises/activations/README.md", "## relu\n", "there is no section `## relu`"),
            ("exercises/activations/README.ko.md", "## relu\n", "there is no section `## relu`"),
            ("solutions/activations/src/relu.rs", "pub fn relu(", "there is no `pub fn relu`"),
        ];
        for (file, part, finding) in lists {
            let path = workplace.root.join(file);
            let text = fs::read_to_string(&path).unwrap();
            fs::write(&path, text.replace(part, "")).unwrap();
            let found = lacking(&workplace, relu);
            assert!(
                found.iter().any(|found| found.starts_with(file) && found.contains(finding)),
                "{found:?}"
            );
            fs::write(&path, text).unwrap();
        }
        let mistakes = workplace.root.join("crates/activations/suite/src/relu/mistakes.rs");
        fs::write(mistakes, "\n    todo!(\"wrong code\")").unwrap();
        let finding = "crates/activations/suite/src/relu/mistakes.rs:2: todo!(\"wrong code\")";
        assert_eq!(lacking(&workplace, relu), [finding]);
        fs::remove_file(workplace.root.join("solutions/activations/src/relu.rs")).unwrap();
        assert!(lacking(&workplace, relu)[0].starts_with("solutions/activations/src/relu.rs: "));
        fs::remove_dir_all(workplace.root).unwrap();
    }
}

//! `cargo run -- dev check`: finds what authors must mend before an exercise is handed out.

use std::fs;
use std::process::ExitCode;

use course::report::State;
use course::stub::same_text;

use crate::dev::{matrix, stubs};
use crate::error::Error;
use crate::screen::print;
use crate::workplace::Workplace;

/// Runs every check and prints what it finds; exit code 1 if anything.
pub(crate) fn check(workplace: &Workplace) -> Result<ExitCode, Error> {
    let mut findings = drifted(workplace)?;
    if !matrix::is_current(workplace) {
        findings.push("DETECTION.md is out of date; run `cargo run -- dev matrix`".to_string());
    }
    // Stubs that warn or do not compile, and solutions that a student's program does not accept.
    findings.extend(not_in_state(workplace, "exercises", State::NotStarted, "the stub")?);
    findings.extend(not_in_state(workplace, "solutions", State::Solved, "the solution")?);
    let count = workplace.course.exercises().len();
    findings.push(format!("{count} exercises, {} findings", findings.len()));
    print(&(findings.join("\n") + "\n"));
    Ok(if findings.len() == 1 { ExitCode::SUCCESS } else { ExitCode::from(1) })
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
        format!("{}: {what} is {}: {why}\n{compiler}", report.exercise, report.state().name())
    };
    Ok(reports.map(finding).collect())
}

//! `cargo run -- dev check`: what authors promise.

use std::fs;
use std::io;
use std::process::ExitCode;

use crate::check::Bench;
use crate::dev::{matrix, stubs};
use course::exercises;
use course::report::{Report, State};

/// Runs every check and prints what it finds; exit code 1 if anything.
pub(crate) fn check(bench: &Bench) -> io::Result<ExitCode> {
    let mut findings = drifted(bench)?;
    if !matrix::is_current(&bench.root) {
        findings.push("DETECTION.md is out of date; run `cargo run -- dev matrix`".to_string());
    }
    findings.extend(loud_stubs(bench)?);
    findings.extend(failing_solutions(bench)?);
    for finding in &findings {
        println!("{finding}");
    }
    let count = exercises().len();
    println!("{count} exercises, {} findings", findings.len());
    Ok(if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// Generated files that are not what would be generated now. A student's solved exercise is one of
/// them: this is for authors, on a tree where nothing is solved.
fn drifted(bench: &Bench) -> io::Result<Vec<String>> {
    let mut findings = Vec::new();
    for (file, text) in stubs::generated(bench)? {
        let there = fs::read_to_string(bench.root.join(&file)).unwrap_or_default();
        if !there.lines().eq(text.lines()) {
            findings.push(format!(
                "{}: not what its solution and hints make; run `cargo run -- dev stubs`, or \
                 `git checkout` if you solved it",
                file.display()
            ));
        }
    }
    Ok(findings)
}

/// Stubs that warn, do not compile, or are anything but not started on every property.
fn loud_stubs(bench: &Bench) -> io::Result<Vec<String>> {
    let all = exercises();
    let bench = Bench {
        output: bench.output.join("dev-stubs"),
        deny_warnings: true,
        ..Bench::new(&bench.root)
    };
    let reports = bench.judge(&all)?;
    Ok(wanted(&reports, State::NotStarted, "the stub"))
}

/// Solutions that are not solved, asked from another process as a student's code is.
fn failing_solutions(bench: &Bench) -> io::Result<Vec<String>> {
    let all = exercises();
    let bench = Bench {
        exercises: bench.root.join("solutions"),
        output: bench.output.join("dev-solutions"),
        deny_warnings: true,
        ..Bench::new(&bench.root)
    };
    let reports = bench.judge(&all)?;
    Ok(wanted(&reports, State::Solved, "the solution"))
}

fn wanted(reports: &[Report], state: State, what: &str) -> Vec<String> {
    let bad = reports.iter().filter(|report| report.state != state);
    bad.map(|report| {
        let first = report.properties.iter().find(|property| !property.holds);
        let why = first.and_then(|property| property.message.as_ref()).map_or("", |it| &it.en);
        let compiler = report.compiler.as_deref().unwrap_or_default();
        format!("{}: {what} is {:?}: {why}\n{compiler}", report.exercise, report.state)
    })
    .collect()
}

//! `cargo grade SUBMISSIONS --out DIR`.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use clap::ArgMatches;
use course::Course;

use super::arguments::Outputs;
use super::{Failure, print, root};
use crate::formats::{Format, in_one_line, write_all};
use crate::intake::{Entry, Listing, list};
use crate::judge::{self, Judge, Setup};
use crate::results::{Header, Results, atomically};
use crate::run::{self, Class, Partition, Plan};
use crate::sandbox::Tier;

/// Grades the submissions that `options` name.
pub(super) fn grade(course: &'static Course, options: &ArgMatches) -> Result<(), Failure> {
    let outputs = Outputs::new(course, options)?;
    let partition = partition(options)?;
    let submissions = options.get_one::<PathBuf>("submissions").cloned().unwrap_or_default();
    let listing = list(&submissions).map_err(Failure::Call)?;
    let listing = part_of(listing, partition);
    keep_apart(&submissions, &outputs.out)?;
    prepare(&outputs.out)?;

    let root = root();
    let judge = open(options, &outputs, &root)?;
    let header = Header {
        suite: judge.suite(),
        toolchain: judge.toolchain(),
        seed: seed(options),
        tier: judge.tier().name().to_string(),
        partition: partition.map(|it| it.to_string()),
        language: name_of(outputs.language).to_string(),
    };
    let cache = root.join("target").join("grader").join("results");
    let plan = Plan {
        course,
        language: outputs.language,
        judge: &*judge,
        header: &header,
        out: &outputs.out,
        cache: (!options.get_flag("no-cache")).then_some(cache),
        jobs: jobs(options),
        resume: options.get_flag("resume"),
    };
    let class = run::grade(&plan, &listing.entries).map_err(|why| go_on(&why))?;
    finish(class, &header, &outputs, &listing.strays)
}

fn partition(options: &ArgMatches) -> Result<Option<Partition>, Failure> {
    let variable = |name: &str| std::env::var(name).ok();
    let named = options.get_one::<String>("partition");
    named.map(|text| Partition::named(text, variable)).transpose().map_err(Failure::Call)
}

fn part_of(mut listing: Listing, partition: Option<Partition>) -> Listing {
    if let Some(partition) = partition {
        let entries: Vec<Entry> = listing.entries;
        let is_in = |(index, it): &(usize, Entry)| partition.holds(*index, &it.name);
        listing.entries = entries.into_iter().enumerate().filter(is_in).map(|(_, it)| it).collect();
    }
    listing
}

fn open(options: &ArgMatches, outputs: &Outputs, root: &Path) -> Result<Box<dyn Judge>, Failure> {
    let program = std::env::current_exe().map_err(|it| Failure::Ungraded(it.to_string()))?;
    let setup = Setup::new(outputs.course, root.to_path_buf(), program, seed(options));
    let judge = judge::open(&setup).map_err(|infra| Failure::Ungraded(infra.to_string()))?;
    let wanted = options.get_one::<Tier>("min-tier").copied().unwrap_or(Tier::Namespaces);
    if judge.tier() < wanted {
        return Err(Failure::Ungraded(format!(
            "this machine holds sandbox tier `{}`, less than `{wanted}`. `cargo grade doctor` says \
             why and what to do; `--min-tier {}` grades all the same, if you trust your students",
            judge.tier(),
            judge.tier()
        )));
    }
    Ok(judge)
}

fn seed(options: &ArgMatches) -> u64 {
    options.get_one::<u64>("seed").copied().unwrap_or_default()
}

fn jobs(options: &ArgMatches) -> usize {
    let processors = || thread::available_parallelism().map_or(1, usize::from);
    options.get_one::<u16>("jobs").map_or_else(processors, |jobs| usize::from(*jobs))
}

fn name_of(language: contract::Language) -> &'static str {
    match language {
        contract::Language::English => "en",
        contract::Language::Korean => "ko",
    }
}

/// Makes the folder for the results, and finds out now rather than at the end whether it can be
/// written.
pub(super) fn prepare(out: &Path) -> Result<(), Failure> {
    let attempt = || {
        fs::create_dir_all(out)?;
        tempfile::Builder::new().prefix(".draft-").tempfile_in(out).map(drop)
    };
    let failure =
        |error| Failure::Call(format!("--out {} cannot be written: {error}", out.display()));
    attempt().map_err(failure)
}

/// Results among the submissions would be a student at the next run.
fn keep_apart(submissions: &Path, out: &Path) -> Result<(), Failure> {
    let Ok(out_path) = std::path::absolute(out) else { return Ok(()) };
    // The folder for the results need not be there yet.
    let there = out_path.ancestors().find_map(|folder| folder.canonicalize().ok());
    let submissions = submissions.canonicalize().unwrap_or_default();
    if there.is_some_and(|it| it.starts_with(submissions)) {
        return Err(Failure::Call(format!(
            "--out {} is inside the folder of submissions; choose a place beside it",
            out.display()
        )));
    }
    Ok(())
}

fn go_on(why: &str) -> Failure {
    Failure::Ungraded(format!(
        "{why}. What was graded until then is kept; once this is mended, the same command with \
         --resume goes on"
    ))
}

/// Writes results and times, says what came of it, and what the instructor should look at.
fn finish(
    class: Class,
    header: &Header,
    outputs: &Outputs,
    strays: &[String],
) -> Result<(), Failure> {
    let submissions = class.graded.iter().map(|it| it.result.clone()).collect();
    let results = Results { header: header.clone(), submissions };
    write(&results, outputs)?;
    write_times(&class, &outputs.out).map_err(|error| go_on(&error.to_string()))?;
    let mut problems: Vec<String> = Vec::new();
    for graded in &class.graded {
        if let Some(why) = &graded.problem {
            problems.push(format!("{}: {why}", in_one_line(&graded.result.submission)));
        }
    }
    for stray in strays {
        let stray = in_one_line(stray);
        problems.push(format!("{stray}: it is neither a folder nor a .zip, and was not graded"));
    }
    if class.resumed > 0 {
        print(&format!("{} were graded before the interruption.\n", class.resumed));
    }
    class.end().map_err(Failure::Ungraded)?;
    print(&told(&results, outputs));
    if problems.is_empty() {
        return Ok(());
    }
    let count = problems.len();
    Err(Failure::Ungraded(format!("{count} could not be graded:\n  {}", problems.join("\n  "))))
}

/// Writes `results` in all formats.
pub(super) fn write(results: &Results, outputs: &Outputs) -> Result<(), Failure> {
    let Outputs { course, out, formats, hidden, language } = outputs;
    write_all(course, results, out, formats, hidden, *language)
        .map_err(|error| go_on(&format!("{} cannot be written: {error}", out.display())))
}

/// The times, apart from the results, which are the same whenever they are made.
fn write_times(class: &Class, out: &Path) -> std::io::Result<()> {
    atomically(&out.join("times.jsonl"), |output| {
        for graded in &class.graded {
            let name = &graded.result.submission;
            let time = serde_json::json!({"submission": name, "seconds": graded.seconds});
            writeln!(output, "{time}")?;
        }
        Ok(())
    })
}

/// What came of it, in a few lines.
pub(super) fn told(results: &Results, outputs: &Outputs) -> String {
    let count = results.submissions.len();
    let mean =
        results.submissions.iter().map(crate::results::SubmissionResult::percent).sum::<f64>()
            / count.max(1) as f64;
    let out = outputs.out.display();
    let mut text = format!("{count} submissions, {mean:.1} % on average. Results: {out}\n");
    if outputs.formats.contains(&Format::Html) {
        text += &format!("Read {} in a browser.\n", outputs.out.join("index.html").display());
    }
    text
}

//! The commands of `cargo lab`. The exit code is 0 on success, 1 when there is nothing to work on, and
//! 2 for a wrong call: an unknown experiment, or a folder that cannot be written to.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use clap::ArgMatches;
use contract::{Language, say};
use plot::{Console, Format, print};

use crate::arguments::command;
use crate::bar::Bar;
use crate::bench_report;
use crate::derive::{derivation, readmes};
use crate::error::Error;
use crate::experiment::{Experiment, Observations, Settings};
use crate::experiments;
use crate::figures;
use crate::judge::judge;
use crate::ledger;
use crate::output_folder::{NamedFile, OutputFolder};
use crate::page;

/// Runs the command line `arguments`.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let matches = match command().try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    let language = matches
        .get_one::<String>("lang")
        .and_then(|name| Language::named(name))
        .unwrap_or_else(Language::of_reader);
    match carry_out(&matches, &Console::new(language)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {}", error.text().speak(language));
            ExitCode::from(error.exit_code())
        }
    }
}

fn carry_out(matches: &ArgMatches, console: &Console) -> Result<(), Error> {
    match matches.subcommand() {
        Some(("list", _)) => list(console),
        Some(("derive", options)) => {
            let name = options.get_one::<String>("equations").map_or("", String::as_str);
            print(&derivation(name, console.language)?);
            if options.get_flag("readmes") {
                for (path, text) in readmes(&course::root(Path::new(".")))? {
                    std::fs::write(&path, text).map_err(Error::unwritable(&path))?;
                }
            }
        }
        Some(("claims", options)) => claims(console, options)?,
        Some(("bench-report", options)) => report(console, options)?,
        Some(("figures", options)) => {
            let folder = folder(options)?;
            let files = figures::readme(format_of(options))?;
            folder.put(&files)?;
            print(&written(console, &folder, &files));
        }
        _ => experiment(console, matches)?,
    }
    Ok(())
}

fn folder(options: &ArgMatches) -> Result<OutputFolder, Error> {
    let path = options.get_one::<PathBuf>("out").cloned().unwrap_or_default();
    OutputFolder::open(&path)
}

fn settings_of(options: &ArgMatches) -> Settings {
    let seed = options.get_one::<u64>("seed").copied().unwrap_or(figures::SEED);
    Settings { seed, quick: options.get_flag("quick") }
}

fn format_of(options: &ArgMatches) -> Format {
    if options.get_flag("portrait") { Format::Portrait } else { Format::Wide }
}

fn list(console: &Console) {
    let all = experiments::all();
    let widest = all.iter().map(|experiment| experiment.name.len()).max().unwrap_or(0);
    for Experiment { name, about, .. } in all {
        let indent = " ".repeat(widest + 2);
        let options = textwrap::Options::new(console.columns).subsequent_indent(&indent);
        let line = format!("{name:widest$}  {}", about.speak(console.language));
        print(&format!("{}\n", textwrap::fill(&line, options)));
    }
}

fn experiment(console: &Console, matches: &ArgMatches) -> Result<(), Error> {
    let wanted = matches.get_one::<String>("name").map_or("", String::as_str);
    let experiment = experiments::find(wanted)?;
    let name = experiment.name;
    let folder = folder(matches)?;
    let observations = experiment.observe(&settings_of(matches), &Bar::new(name))?;
    let files = figures::files(name, &observations, format_of(matches));
    folder.put(&files)?;
    print(&console.bold(&console.fit(observations.finding.speak(console.language))));
    print(&plot::text(&observations.figure, console));
    print(&format!("\n{}", written(console, &folder, &files)));
    Ok(())
}

/// Names the files that were written.
fn written(console: &Console, folder: &OutputFolder, files: &[NamedFile]) -> String {
    let path = folder.path().display();
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let names = names.join(", ");
    console.fit(say!("In {path}: {names}.", "{path}에 저장: {names}.").speak(console.language))
}

fn claims(console: &Console, options: &ArgMatches) -> Result<(), Error> {
    let folder = folder(options)?;
    let settings = settings_of(options);
    let seeds = options.get_one::<u64>("seeds").copied().unwrap_or(1);
    let others: Vec<_> = (settings.seed + 1..settings.seed + seeds)
        .map(|seed| {
            let judged = judge(ledger::claims(), &observations(&Settings { seed, ..settings })?);
            Ok((seed, judged.iter().map(page::ruling_of).collect()))
        })
        .collect::<Result<_, Error>>()?;
    let observations = observations(&settings)?;
    let judged = judge(ledger::claims(), &observations);
    let edition = page::Edition {
        settings,
        format: format_of(options),
        others: &others,
        sources: way_to_the_workspace(folder.path()),
    };
    let site = page::site(&judged, &observations, &edition);
    folder.put(&site.files)?;
    print(&console.fit(site.summary.speak(console.language)));
    let page = folder.path().join("index.html");
    print(&format!("{}\n", page.display()));
    Ok(())
}

/// The way from `folder`, if it lies in the workspace, up to its root.
fn way_to_the_workspace(folder: &Path) -> Option<String> {
    let folder = folder.canonicalize().ok()?;
    let root = course::root(&folder).canonicalize().ok()?;
    let below = folder.strip_prefix(root).ok()?;
    Some("../".repeat(below.components().count()))
}

/// Runs every experiment. How long each took goes to standard error: without a terminal there is no
/// bar, and this is the only sign of progress.
fn observations(settings: &Settings) -> Result<Vec<(&'static str, Observations)>, Error> {
    let experiments = experiments::all();
    let mut observations = Vec::new();
    for (i, experiment) in experiments.iter().enumerate() {
        let title = format!("{}/{} {}", i + 1, experiments.len(), experiment.name);
        let begin = Instant::now();
        let result = experiment.observe(settings, &Bar::new(title.clone()))?;
        eprintln!("{title}: {:.1} s", begin.elapsed().as_secs_f64());
        observations.push((experiment.name, result));
    }
    Ok(observations)
}

fn report(console: &Console, options: &ArgMatches) -> Result<(), Error> {
    let results = options.get_one::<PathBuf>("results").cloned();
    let results = results.unwrap_or_else(bench_report::default_results);
    let (files, headline) = bench_report::report(&results, console.language)?;
    let folder = folder(options)?;
    folder.put(&files)?;
    print(&console.fit(headline.speak(console.language)));
    print(&format!("{}\n", folder.path().join("index.html").display()));
    Ok(())
}

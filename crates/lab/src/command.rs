//! The commands of `cargo lab`: exit code 0 when it is done, 1 when an experiment could not be run,
//! 2 for a wrong call (no such experiment, a folder that cannot be written to).

use std::ffi::OsString;
use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use clap::ArgMatches;
use contract::{Language, Text, say};

use crate::arguments::command;
use crate::bench_report;
use crate::experiment::{Experiment, Outcome, Progress, Settings, Trouble};
use crate::experiments;
use crate::figures;
use crate::folder::{Folder, Unwritable};
use crate::judge::judge;
use crate::ledger;
use crate::page;
use crate::progress::Bar;
use plot::{Screen, print};

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
    match carry_out(&matches, &Screen::new(language)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            let (sentence, code) = failure.sentence();
            eprintln!("error: {}", sentence.speak(language));
            ExitCode::from(code)
        }
    }
}

enum Failure {
    Unknown(String),
    Unwritable(Unwritable),
    Unmeasured(Text),
    Trouble(&'static str, Trouble),
}

impl Failure {
    fn sentence(self) -> (Text, u8) {
        match self {
            Self::Unknown(name) => {
                let nearest = nearest(&name).join(", ");
                let sentence = say!(
                    "there is no experiment `{name}`. The nearest names: {nearest}. \
                     All: `cargo lab list`.",
                    "`{name}` 실험이 없습니다. 비슷한 이름: {nearest}. 전체 목록: `cargo lab list`."
                );
                (sentence, 2)
            }
            Self::Unwritable(Unwritable { path, error }) => {
                let path = path.display();
                let sentence = say!(
                    "{path} cannot be written: {error}. Name another folder with `--out DIR`.",
                    "{path}에 쓸 수 없습니다: {error}. `--out DIR`로 다른 폴더를 지정하세요."
                );
                (sentence, 2)
            }
            Self::Unmeasured(sentence) => (sentence, 1),
            Self::Trouble(name, trouble) => {
                let Text { en, ko } = trouble.0;
                (say!("{name}: {en}", "{name}: {ko}"), 1)
            }
        }
    }
}

impl From<Unwritable> for Failure {
    fn from(unwritable: Unwritable) -> Self {
        Self::Unwritable(unwritable)
    }
}

fn carry_out(matches: &ArgMatches, screen: &Screen) -> Result<(), Failure> {
    match matches.subcommand() {
        Some(("list", _)) => list(screen),
        Some(("claims", options)) => claims(screen, options)?,
        Some(("bench-report", options)) => report(screen, options)?,
        Some(("figures", options)) => {
            let folder = folder(options)?;
            let files =
                figures::readme().map_err(|trouble| Failure::Trouble("figures", trouble))?;
            folder.put(&files)?;
            print(&written(screen, &folder, &files));
        }
        _ => experiment(screen, matches)?,
    }
    Ok(())
}

fn folder(options: &ArgMatches) -> Result<Folder, Unwritable> {
    let path = options.get_one::<PathBuf>("out").cloned().unwrap_or_default();
    Folder::open(&path)
}

fn settings_of(options: &ArgMatches) -> Settings {
    let seed = options.get_one::<u64>("seed").copied().unwrap_or(figures::SEED);
    Settings { seed, quick: options.get_flag("quick") }
}

fn list(screen: &Screen) {
    let all = experiments::all();
    let widest = all.iter().map(|experiment| experiment.name.len()).max().unwrap_or(0);
    for Experiment { name, about, .. } in all {
        let indent = " ".repeat(widest + 2);
        let options = textwrap::Options::new(screen.columns).subsequent_indent(&indent);
        let text = about.clone();
        let line = format!("{name:widest$}  {}", text.speak(screen.language));
        print(&format!("{}\n", textwrap::fill(&line, options)));
    }
}

fn experiment(screen: &Screen, matches: &ArgMatches) -> Result<(), Failure> {
    let wanted = matches.get_one::<String>("name").map_or("", String::as_str);
    let found = experiments::all().into_iter().find(|experiment| experiment.name == wanted);
    let experiment = found.ok_or_else(|| Failure::Unknown(wanted.to_string()))?;
    let name = experiment.name;
    let folder = folder(matches)?;
    let outcome = outcome(&experiment, &settings_of(matches), &Bar::new(name))?;
    let files = figures::files(name, &outcome);
    folder.put(&files)?;
    print(&screen.bold(&screen.fit(outcome.finding.speak(screen.language))));
    print(&plot::terminal(&outcome.figure, screen));
    print(&format!("\n{}", written(screen, &folder, &files)));
    Ok(())
}

/// What came of `experiment`. A table of data that was damaged is told by a panic deep below; its
/// words are what the user needs, its backtrace is not.
fn outcome(
    experiment: &Experiment,
    settings: &Settings,
    progress: &dyn Progress,
) -> Result<Outcome, Failure> {
    let before = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let result = panic::catch_unwind(AssertUnwindSafe(|| (experiment.run)(settings, progress)));
    panic::set_hook(before);
    let result = result.unwrap_or_else(|payload| {
        let words = payload.downcast_ref::<String>().map(String::as_str);
        let words = words.or_else(|| payload.downcast_ref::<&str>().copied());
        let words = words.unwrap_or("it stopped without a word").to_string();
        Err(Trouble(Text::new(words.clone(), words)))
    });
    result.map_err(|trouble| Failure::Trouble(experiment.name, trouble))
}

/// The files that were written, a line each.
fn written(screen: &Screen, folder: &Folder, files: &[(String, Vec<u8>)]) -> String {
    let path = folder.path().display();
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let names = names.join(", ");
    screen.fit(say!("In {path}: {names}.", "{path}에 저장: {names}.").speak(screen.language))
}

fn claims(screen: &Screen, options: &ArgMatches) -> Result<(), Failure> {
    let folder = folder(options)?;
    let settings = settings_of(options);
    let outcomes = outcomes(&settings)?;
    let judged = judge(ledger::claims(), &outcomes);
    let site = page::site(&judged, &outcomes, &settings);
    folder.put(&site.files)?;
    print(&screen.fit(site.summary.speak(screen.language)));
    let page = folder.path().join("index.html");
    print(&format!("{}\n", page.display()));
    Ok(())
}

/// What came of every experiment. Each says on standard error how long it took: where there is no
/// terminal, that is the only sign of life.
fn outcomes(settings: &Settings) -> Result<Vec<(&'static str, Outcome)>, Failure> {
    let experiments = experiments::all();
    let mut outcomes = Vec::new();
    for (i, experiment) in experiments.iter().enumerate() {
        let title = format!("{}/{} {}", i + 1, experiments.len(), experiment.name);
        let begin = Instant::now();
        let outcome = outcome(experiment, settings, &Bar::new(title.clone()))?;
        eprintln!("{title}: {:.1} s", begin.elapsed().as_secs_f64());
        outcomes.push((experiment.name, outcome));
    }
    Ok(outcomes)
}

fn report(screen: &Screen, options: &ArgMatches) -> Result<(), Failure> {
    let results = options.get_one::<PathBuf>("results").cloned();
    let results = results.unwrap_or_else(bench_report::default_results);
    let (files, headline) =
        bench_report::report(&results, screen.language).map_err(Failure::Unmeasured)?;
    let folder = folder(options)?;
    folder.put(&files)?;
    print(&screen.fit(headline.speak(screen.language)));
    print(&format!("{}\n", folder.path().join("index.html").display()));
    Ok(())
}

/// The three names nearest to `name`.
fn nearest(name: &str) -> Vec<&'static str> {
    let mut names: Vec<&str> = experiments::all().iter().map(|known| known.name).collect();
    let closeness = |known: &str| strsim::jaro_winkler(known, name);
    names.sort_by(|a, b| closeness(b).total_cmp(&closeness(a)));
    names.truncate(3);
    names
}

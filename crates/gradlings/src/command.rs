//! The commands of the runner, and their exit codes: 0 when all that is named holds, 1 when
//! something does not, 2 for a wrong call.

use std::env;
use std::ffi::OsString;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use clap::ArgMatches;
use contract::{Text, say};

use crate::arguments;
use crate::check::Bench;
use crate::dev;
use crate::finish;
use crate::help;
use crate::read;
use crate::screen::{Screen, print};
use crate::spoken;
use crate::status;
use crate::watch;
use course::report::State;
use course::{self, Exercise, Unknown};

/// Runs the command line `arguments`.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let language = arguments::language(&arguments);
    let matches = match arguments::command(language).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => {
            let words = arguments::refusal(&error, language);
            if error.use_stderr() {
                eprint!("{words}");
            } else {
                print(&words);
            }
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    let screen = Screen::new(language);
    let root = course::root(&env::current_dir().unwrap_or_default());
    carry_out(&matches, &screen, &root).unwrap_or_else(|failure| {
        let Text { en, ko } = failure.words();
        eprintln!("{}", say!("error: {en}", "오류: {ko}").speak(language));
        ExitCode::from(2)
    })
}

enum Failure {
    Unknown(Unknown),
    Io(io::Error),
}

impl Failure {
    fn words(&self) -> Text {
        match self {
            Self::Unknown(unknown) => unknown_words(unknown),
            Self::Io(error) => spoken::words(error),
        }
    }
}

pub(crate) fn unknown_words(Unknown { name, nearest }: &Unknown) -> Text {
    let nearest = nearest.join(", ");
    say!(
        "there is no exercise `{name}`. The nearest names: {nearest}. All: `cargo run`.",
        "`{name}` 연습 문제가 없습니다. 비슷한 이름: {nearest}. 전체 목록: `cargo run`."
    )
}

impl From<Unknown> for Failure {
    fn from(unknown: Unknown) -> Self {
        Self::Unknown(unknown)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

fn carry_out(matches: &ArgMatches, screen: &Screen, root: &Path) -> Result<ExitCode, Failure> {
    let bench = Bench::new(root);
    match matches.subcommand() {
        Some(("check", options)) => check(&bench, screen, options),
        Some(("watch", _)) => {
            watch::run(root, screen)?;
            Ok(ExitCode::SUCCESS)
        }
        Some(("read", options)) => read(&bench, screen, options),
        Some(("finish", _)) => finish(&bench, screen),
        Some(("hint", options)) => hint(&bench, screen, options),
        Some(("reset", options)) => reset(&bench, screen, options),
        Some(("solution", options)) => solution(&bench, screen, options),
        Some(("dev", options)) => Ok(dev::run(&bench, options)?),
        _ => {
            let reports = bench.overview()?;
            screen.print(&status::overview(screen, &course::exercises(), &reports));
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn check(bench: &Bench, screen: &Screen, options: &ArgMatches) -> Result<ExitCode, Failure> {
    let mut wanted: Vec<Exercise> = Vec::new();
    for name in options.get_many::<String>("name").into_iter().flatten() {
        for exercise in course::find(name)? {
            if !wanted.iter().any(|known| known.name() == exercise.name()) {
                wanted.push(exercise);
            }
        }
    }
    if wanted.is_empty() {
        wanted = course::exercises();
    }
    let reports = bench.check(&wanted)?;
    for report in &reports {
        if options.get_flag("json") {
            print(&format!("{}\n", report.json(screen.language)));
        } else {
            screen.print(&status::checked(screen, report));
        }
    }
    if !options.get_flag("json") && reports.iter().all(|report| report.state == State::Solved) {
        let all = bench.overview()?;
        print("\n");
        screen.print(&status::next(screen, &all));
    }
    let all_hold = reports.iter().all(|report| report.state == State::Solved);
    Ok(if all_hold { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// The exercises that the one name means; a lesson means all of its exercises.
fn named(options: &ArgMatches) -> Result<Vec<Exercise>, Failure> {
    let name = options.get_one::<String>("name").map_or("", String::as_str);
    Ok(course::find(name)?)
}

/// Without a name, the lesson of the next exercise.
fn read(bench: &Bench, screen: &Screen, options: &ArgMatches) -> Result<ExitCode, Failure> {
    let lines = match options.get_one::<String>("name") {
        None => {
            let reports = bench.overview()?;
            let open = reports.iter().find(|report| report.state != State::Solved);
            let lesson = open.or(reports.last()).map_or("", |report| &report.lesson);
            read::introduction(&bench.root, screen, lesson)?
        }
        Some(name) => match &course::find(name)?[..] {
            [exercise] => read::section(&bench.root, screen, exercise)?,
            lesson => read::introduction(&bench.root, screen, lesson[0].lesson.name())?,
        },
    };
    screen.print(&lines);
    Ok(ExitCode::SUCCESS)
}

/// Needs all exercises to be solved; else it says which are left.
fn finish(bench: &Bench, screen: &Screen) -> Result<ExitCode, Failure> {
    let reports = bench.overview()?;
    let left: Vec<&str> = reports
        .iter()
        .filter(|report| report.state != State::Solved)
        .map(|report| report.exercise.as_str())
        .collect();
    if left.is_empty() {
        screen.print(&finish::page(screen, &finish::finish(bench)?));
        return Ok(ExitCode::SUCCESS);
    }
    let words = finish::refusal_words(&left);
    screen.print(&screen.fit(words.speak(screen.language), 0));
    Ok(ExitCode::from(1))
}

fn hint(bench: &Bench, screen: &Screen, options: &ArgMatches) -> Result<ExitCode, Failure> {
    for exercise in named(options)? {
        let (step, hints) = help::next_hint(bench, &exercise)?;
        screen.print(&status::hint(screen, exercise.name(), step, &hints));
    }
    Ok(ExitCode::SUCCESS)
}

fn reset(bench: &Bench, screen: &Screen, options: &ArgMatches) -> Result<ExitCode, Failure> {
    for exercise in named(options)? {
        let kept = help::reset(bench, &exercise)?;
        screen.print(&screen.fit(help::reset_words(&exercise, kept).speak(screen.language), 0));
    }
    Ok(ExitCode::SUCCESS)
}

fn solution(bench: &Bench, screen: &Screen, options: &ArgMatches) -> Result<ExitCode, Failure> {
    let exercises = named(options)?;
    let reports = bench.check(&exercises)?;
    let mut code = ExitCode::SUCCESS;
    for (exercise, report) in exercises.iter().zip(&reports) {
        if report.state == State::Solved || options.get_flag("anyway") {
            print(&help::solution(bench, exercise)?);
            continue;
        }
        let words = help::refusal_words(exercise);
        screen.print(&screen.fit(words.speak(screen.language), 0));
        code = ExitCode::from(1);
    }
    Ok(code)
}

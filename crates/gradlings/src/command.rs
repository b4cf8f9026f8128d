//! The commands of the runner, and their exit codes: 0 when all that is named holds, 1 when
//! something does not, 2 for a wrong call.

use std::env;
use std::ffi::OsString;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use clap::{Arg, ArgAction, ArgMatches, Command};
use testkit::{Language, say};

use crate::check::Bench;
use crate::course::{self, Exercise, Unknown};
use crate::dev;
use crate::help;
use crate::report::State;
use crate::screen::{Screen, print};
use crate::status;
use crate::watch;

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
    let screen = Screen::new(language);
    let root = course::root(&env::current_dir().unwrap_or_default());
    match carry_out(&matches, &screen, &root) {
        Ok(code) => code,
        Err(Failure::Unknown(unknown)) => {
            let Unknown { name, nearest } = unknown;
            let nearest = nearest.join(", ");
            let sentence = say!(
                "there is no exercise `{name}`. The nearest names: {nearest}. All: `cargo run`.",
                "`{name}` 연습 문제가 없습니다. 비슷한 이름: {nearest}. 전체 목록: `cargo run`."
            );
            eprintln!("error: {}", sentence.speak(language));
            ExitCode::from(2)
        }
        Err(Failure::Io(error)) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

enum Failure {
    Unknown(Unknown),
    Io(io::Error),
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

fn command() -> Command {
    let names = Arg::new("name").value_name("NAME").num_args(0..).help(
        "An exercise (relu), a lesson (activations), or a function (relu_prime); nothing means all",
    );
    let json = Arg::new("json").long("json").action(ArgAction::SetTrue);
    let lang = Arg::new("lang")
        .long("lang")
        .value_name("LANG")
        .value_parser(["en", "ko"])
        .global(true)
        .help("The language of the texts; else GRADLINGS_LANG, else the system's");
    Command::new("gradlings")
        .bin_name("cargo run --")
        .about("Learn how a neural network learns, one property at a time")
        .arg(lang)
        .subcommand(
            Command::new("check")
                .about("Check exercises: 0 if all hold, 1 if something does not")
                .arg(names)
                .arg(json.help("One JSON object a line, an exercise each")),
        )
        .subcommand(
            Command::new("watch").about("On every save: check again, and show what is left"),
        )
        .subcommand(Command::new("hint").about("The next of three hints").arg(one_name()))
        .subcommand(
            Command::new("reset")
                .about("The stub again; what was there is kept beside it")
                .arg(one_name()),
        )
        .subcommand(
            Command::new("solution")
                .about("The solution, once the exercise holds")
                .arg(one_name())
                .arg(
                    Arg::new("anyway")
                        .long("anyway")
                        .action(ArgAction::SetTrue)
                        .help("Also before it holds"),
                ),
        )
        .subcommand(dev::command())
}

fn one_name() -> Arg {
    Arg::new("name").value_name("NAME").required(true).help("An exercise, such as relu")
}

fn carry_out(matches: &ArgMatches, screen: &Screen, root: &Path) -> Result<ExitCode, Failure> {
    let bench = Bench::new(root);
    match matches.subcommand() {
        Some(("check", options)) => check(&bench, screen, options),
        Some(("watch", _)) => {
            watch::run(root, screen)?;
            Ok(ExitCode::SUCCESS)
        }
        Some(("hint", options)) => hint(&bench, screen, options),
        Some(("reset", options)) => reset(&bench, screen, options),
        Some(("solution", options)) => solution(&bench, screen, options),
        Some(("dev", options)) => Ok(dev::run(&bench, options)?),
        _ => {
            let exercises = course::exercises();
            let reports = bench.check(&exercises)?;
            screen.print(&status::overview(screen, &exercises, &reports));
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
        let all = bench.check(&course::exercises())?;
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

fn hint(bench: &Bench, screen: &Screen, options: &ArgMatches) -> Result<ExitCode, Failure> {
    for exercise in named(options)? {
        let (step, hints) = help::next_hint(bench, &exercise)?;
        let (name, step) = (exercise.name(), step + 1);
        print(&format!("{name} ({step}/3)\n\n"));
        for hint in hints {
            let text = format!("{}: {}", hint.function, hint.speak(screen.language));
            screen.print(&screen.fit(&text, 2));
        }
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
        let name = exercise.name();
        let sentence = say!(
            "{name} does not hold yet. `cargo run -- hint {name}` helps; \
             `cargo run -- solution {name} --anyway` shows the solution all the same.",
            "{name} 문제가 아직 해결되지 않았습니다. `cargo run -- hint {name}`이 도와줍니다. \
             그래도 보려면 `cargo run -- solution {name} --anyway`를 실행하세요."
        );
        screen.print(&screen.fit(sentence.speak(screen.language), 0));
        code = ExitCode::from(1);
    }
    Ok(code)
}

//! The commands, and their exit codes: 0 when every named exercise is solved, 1 when one is not, 2 for a
//! wrong call.

use std::env;
use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::ArgMatches;
use contract::{Text, say};

use crate::arguments;
use crate::call::{self, in_words};
use crate::dev;
use crate::error::Error;
use crate::finish;
use crate::guard;
use crate::help;
use crate::init::{self, Place};
use crate::json;
use crate::play;
use crate::read;
use crate::screen::{Screen, print};
use crate::status;
use crate::tap;
use crate::trial;
use crate::watch;
use crate::workplace::Workplace;
use course::Exercise;
use course::report::State;

/// Runs the command line `arguments`.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    if let Some(code) = guard::become_asked(&arguments) {
        return code;
    }
    let place = init::place(&env::current_dir().unwrap_or_default());
    call::is_installed(place.is_installed());
    let language = arguments::language(&arguments, place.language());
    let matches = match arguments::command(language).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => {
            let words = arguments::refusal(&error, language);
            let words = in_words(&words);
            if error.use_stderr() {
                eprint!("{words}");
            } else {
                print(&words);
            }
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    let screen = Screen::new(language);
    carry_out(&matches, &screen, place).unwrap_or_else(|error| {
        let Text { en, ko } = error.text();
        let words = say!("error: {en}", "오류: {ko}");
        eprintln!("{}", in_words(words.speak(language)));
        ExitCode::from(2)
    })
}

fn carry_out(matches: &ArgMatches, screen: &Screen, place: Place) -> Result<ExitCode, Error> {
    match matches.subcommand() {
        Some(("init", options)) => return init::init(screen, options),
        Some(("update", _)) => return init::update(screen, place),
        _ => {}
    }
    let mut workplace = place.workplace()?;
    let language = screen.language;
    if io::stderr().is_terminal() {
        // The line is written over by the next one, and by what is found.
        workplace.tell = Arc::new(move |exercise, slowness| {
            eprint!("\r\u{1b}[K{exercise}: {}\r", slowness.progress().speak(language));
        });
    }
    match matches.subcommand() {
        Some(("check", options)) => check(&workplace, screen, options),
        Some(("watch", _)) => {
            watch::run(workplace, screen)?;
            Ok(ExitCode::SUCCESS)
        }
        Some(("play", options)) => play(&workplace, screen, options),
        Some(("try", options)) => try_out(&workplace, screen, options),
        Some(("read", options)) => read(&workplace, screen, options),
        Some(("finish", _)) => finish(&workplace, screen),
        Some(("hint", options)) => hint(&workplace, screen, options),
        Some(("reset", options)) => reset(&workplace, screen, options),
        Some(("solution", options)) => solution(&workplace, screen, options),
        Some(("dev", _)) if workplace.is_handed_out => Err(handout::Error::NeedsClone.into()),
        Some(("dev", options)) => dev::run(&workplace, options),
        _ => {
            let reports = workplace.overview()?;
            screen.show(&status::overview(screen, workplace.course.exercises(), &reports));
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn check(workplace: &Workplace, screen: &Screen, options: &ArgMatches) -> Result<ExitCode, Error> {
    let mut wanted: Vec<&'static Exercise> = Vec::new();
    for name in options.get_many::<String>("name").into_iter().flatten() {
        for exercise in workplace.course.find(name)? {
            if !wanted.iter().any(|known| known.name() == exercise.name()) {
                wanted.push(exercise);
            }
        }
    }
    if wanted.is_empty() {
        wanted = workplace.course.exercises().iter().collect();
    }
    let reports = workplace.check(&wanted)?;
    for report in &reports {
        if options.get_flag("json") {
            print(&json::line(report, screen.language));
        } else if options.get_flag("tap") {
            print(&tap::lines(report, screen.language));
        } else {
            screen.show(&status::checked(screen, report));
        }
    }
    let is_for_programs = options.get_flag("json") || options.get_flag("tap");
    if !is_for_programs && reports.iter().all(|report| report.state() == State::Solved) {
        let all = workplace.overview()?;
        if let Some(report) = reports.last() {
            let of_course = all.iter().filter(|other| other.lesson == report.lesson).map(Some);
            screen.show(&status::recap(screen, &report.lesson, of_course));
        }
        print("\n");
        screen.show(&status::next(screen, &all));
    }
    let all_hold = reports.iter().all(|report| report.state() == State::Solved);
    Ok(if all_hold { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// Serves the page until it is ended.
fn play(workplace: &Workplace, screen: &Screen, options: &ArgMatches) -> Result<ExitCode, Error> {
    let name = options.get_one::<String>("name");
    let exercise = match name {
        Some(name) => workplace.course.find(name)?.first().copied(),
        None => None,
    };
    let asked = play::Options {
        exercise,
        port: options.get_one::<u16>("port").copied().unwrap_or_default(),
        record: options.get_one::<PathBuf>("record").cloned(),
        language: screen.language,
    };
    play::run(workplace, &asked, screen, !options.get_flag("no-open"))?;
    Ok(ExitCode::SUCCESS)
}

/// The exercises that the name in `options` means: a lesson means all of its exercises.
fn named(workplace: &Workplace, options: &ArgMatches) -> Result<Vec<&'static Exercise>, Error> {
    let name = options.get_one::<String>("name").map_or("", String::as_str);
    Ok(workplace.course.find(name)?)
}

/// Shows what a function does on one input; of several exercises the first that does not hold, or the first.
fn try_out(
    workplace: &Workplace,
    screen: &Screen,
    options: &ArgMatches,
) -> Result<ExitCode, Error> {
    let name = options.get_one::<String>("name").map_or("", String::as_str);
    let exercises = named(workplace, options)?;
    let open = |exercise: &&&'static Exercise| {
        let report = workplace.report(exercise).ok().flatten();
        report.is_some_and(|report| report.state() != State::Solved)
    };
    let exercise = match exercises[..] {
        [exercise] => exercise,
        _ => exercises.iter().find(open).unwrap_or(&exercises[0]),
    };
    let trial = trial::try_out(workplace, exercise, name)?;
    if options.get_flag("test") {
        match trial::test(&trial) {
            Ok(test) => _ = print(&test),
            Err(why) => {
                screen.show(&screen.fit(why.speak(screen.language), 0));
            }
        }
        return Ok(ExitCode::SUCCESS);
    }
    screen.show(&trial::page(screen, &trial));
    // A test of one call cannot pass on what a law is asked about.
    if trial.call.example.is_some() {
        return Ok(ExitCode::SUCCESS);
    }
    print("\n");
    let name = exercise.name();
    let words = say!(
        "`cargo run -- try {name} --test` prints this call as a test.",
        "`cargo run -- try {name} --test`: 이 호출을 테스트로 출력합니다."
    );
    screen.show(&screen.fit(words.speak(screen.language), 2));
    Ok(ExitCode::SUCCESS)
}

/// Shows the text on an exercise or a lesson; without a name, on the lesson of the next exercise.
fn read(workplace: &Workplace, screen: &Screen, options: &ArgMatches) -> Result<ExitCode, Error> {
    let lines = match options.get_one::<String>("name") {
        None => {
            let reports = workplace.overview()?;
            let open = reports.iter().find(|report| report.state() != State::Solved);
            let lesson = open.or(reports.last()).map_or("", |report| &report.lesson);
            read::introduction(workplace, screen, lesson)?
        }
        Some(name) if name == "cheatsheet" => read::cheatsheet(screen),
        Some(name) => match &workplace.course.find(name)?[..] {
            [exercise] => read::section(workplace, screen, exercise)?,
            lesson => read::introduction(workplace, screen, lesson[0].lesson.name())?,
        },
    };
    screen.show(&lines);
    Ok(ExitCode::SUCCESS)
}

/// Shows the last page if every exercise is solved, else which are left.
fn finish(workplace: &Workplace, screen: &Screen) -> Result<ExitCode, Error> {
    let reports = workplace.overview()?;
    let left: Vec<&str> = reports
        .iter()
        .filter(|report| report.state() != State::Solved)
        .map(|report| report.exercise.as_str())
        .collect();
    if left.is_empty() {
        let lines = match finish::finish(workplace) {
            Err(error @ Error::NotHandedOut) => screen.fit(error.text().speak(screen.language), 0),
            finish => finish::page(screen, &finish?),
        };
        screen.show(&lines);
        return Ok(ExitCode::SUCCESS);
    }
    let words = finish::refusal_words(&left);
    screen.show(&screen.fit(words.speak(screen.language), 0));
    Ok(ExitCode::from(1))
}

fn hint(workplace: &Workplace, screen: &Screen, options: &ArgMatches) -> Result<ExitCode, Error> {
    for exercise in named(workplace, options)? {
        let (step, hints) = help::next_hint(workplace, exercise);
        screen.show(&status::hint(screen, exercise.name(), step, &hints));
    }
    Ok(ExitCode::SUCCESS)
}

fn reset(workplace: &Workplace, screen: &Screen, options: &ArgMatches) -> Result<ExitCode, Error> {
    for exercise in named(workplace, options)? {
        let backup = help::reset(workplace, exercise)?;
        screen.show(&screen.fit(help::reset_words(exercise, backup).speak(screen.language), 0));
    }
    Ok(ExitCode::SUCCESS)
}

fn solution(
    workplace: &Workplace,
    screen: &Screen,
    options: &ArgMatches,
) -> Result<ExitCode, Error> {
    let exercises = named(workplace, options)?;
    let reports = workplace.check(&exercises)?;
    let mut code = ExitCode::SUCCESS;
    for (exercise, report) in exercises.iter().zip(&reports) {
        if report.state() == State::Solved || options.get_flag("anyway") && !workplace.is_handed_out
        {
            print(&workplace.solution(exercise)?);
            continue;
        }
        let words = help::refusal_words(exercise, workplace.is_handed_out);
        screen.show(&screen.fit(words.speak(screen.language), 0));
        code = ExitCode::from(1);
    }
    Ok(code)
}

//! The commands, their options and their help.

use std::path::PathBuf;

use clap::{Arg, ArgAction, Command, value_parser};

/// The command line of `cargo lab`.
pub(crate) fn command() -> Command {
    let lang = Arg::new("lang")
        .long("lang")
        .value_name("LANG")
        .value_parser(["en", "ko"])
        .global(true)
        .help("The language of the texts [default: GRADLINGS_LANG, else the system's]");
    let portrait = Arg::new("portrait")
        .long("portrait")
        .action(ArgAction::SetTrue)
        .global(true)
        .help("Draws figures for a column of a printed page, not for a slide (16:9)");
    let name = Arg::new("name").value_name("NAME").help("An experiment from `cargo lab list`");
    Command::new("lab")
        .bin_name("cargo lab")
        .about("Runs the lecture notes: experiments, their figures, and a verdict on every claim")
        .args_conflicts_with_subcommands(true)
        .arg_required_else_help(true)
        .arg(lang)
        .arg(portrait)
        .arg(name)
        .args(settings("target/lab"))
        .subcommand(Command::new("list").about("Lists the experiments and their questions"))
        .subcommand(
            Command::new("claims")
                .about("Runs all experiments and writes a verdict on every claim of the notes to DIR/index.html")
                .args(settings("target/lab/claims"))
                .arg(seeds()),
        )
        .subcommand(
            Command::new("derive")
                .about("Derives the equations of backpropagation line by line, with numbers, each line checked")
                .arg(
                    Arg::new("equations")
                        .value_name("NAME")
                        .required(true)
                        .help("`backward`, or `logistic` for logistic regression"),
                )
                .arg(
                    Arg::new("readmes")
                        .long("readmes")
                        .action(ArgAction::SetTrue)
                        .help("Also writes the texts of lesson 3 that show it"),
                ),
        )
        .subcommand(
            Command::new("bench-report")
                .about("Writes a page about the last `cargo bench -p benches` to DIR/index.html")
                .arg(out("target/lab/bench-report"))
                .arg(results()),
        )
        .subcommand(
            Command::new("figures")
                .about("Draws the figures of the README again, from quick runs")
                .arg(out("crates/lab/figures")),
        )
}

fn seeds() -> Arg {
    Arg::new("seeds")
        .long("seeds")
        .value_name("COUNT")
        .value_parser(value_parser!(u64).range(1..=100))
        .help("Also judges by the next seeds, COUNT in all, and lists the claims whose verdict changes")
}

fn out(folder: &'static str) -> Arg {
    Arg::new("out")
        .long("out")
        .value_name("DIR")
        .default_value(folder)
        .value_parser(value_parser!(PathBuf))
        .help("The folder that the files are written to")
}

fn results() -> Arg {
    Arg::new("results")
        .long("results")
        .value_name("DIR")
        .value_parser(value_parser!(PathBuf))
        .help("The folder of criterion's results [default: that of the last `cargo bench`]")
}

fn settings(folder: &'static str) -> [Arg; 3] {
    let seed = Arg::new("seed")
        .long("seed")
        .value_name("SEED")
        .default_value("1")
        .value_parser(value_parser!(u64).range(0..=u64::from(u32::MAX)))
        .help("The seed of all random numbers");
    let quick = Arg::new("quick")
        .long("quick")
        .action(ArgAction::SetTrue)
        .help("Fewer seeds and steps: a rougher picture, but soon");
    [out(folder), seed, quick]
}

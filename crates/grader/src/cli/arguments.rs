//! The arguments of the command line.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use contract::Language;
use course::Course;

use crate::Error;
use crate::assignment::Assignment;
use crate::formats::{Format, Hidden, Writing};
use crate::sandbox::Tier;

/// The commands of the grader.
pub(super) fn command() -> Command {
    Command::new("grader")
        .bin_name("cargo grade")
        .about("Grades a folder of submissions; students' code runs in a sandbox")
        .long_about(include_str!("help/about.txt").trim_end())
        .after_help("`cargo grade --help` is a guide for instructors, step by step.")
        .after_long_help(include_str!("help/guide.txt").trim_end())
        .subcommand_negates_reqs(true)
        .args_conflicts_with_subcommands(true)
        .arg(
            Arg::new("submissions")
                .value_name("SUBMISSIONS")
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help("The folder that holds what your platform downloaded, or a folder or archive per student"),
        )
        .args(outputs())
        .args(how_to_grade())
        .subcommand(
            Command::new("merge")
                .about("Joins the results of several machines to those of one machine")
                .arg(
                    Arg::new("parts")
                        .value_name("DIR")
                        .required(true)
                        .num_args(1..)
                        .value_parser(value_parser!(PathBuf))
                        .help("The --out folders of all parts"),
                )
                .args(outputs()),
        )
        .subcommand(
            Command::new("assignment")
                .about("Prints a file for --assignment, with comments, to be edited")
                .arg(
                    Arg::new("lessons")
                        .long("lessons")
                        .value_name("LESSON,..")
                        .value_delimiter(',')
                        .help("The lessons that count; all of them by default"),
                ),
        )
        .subcommands([autograder(), compare(), copies(), fill(), handout(), mistakes()])
        .subcommand(
            Command::new("doctor")
                .about("Tries to escape from the sandbox and says how much it holds here"),
        )
}

fn autograder() -> Command {
    Command::new("autograder")
                .about("Packs an autograder that Gradescope runs for each submission")
                .long_about(
                    "Packs an autograder that Gradescope runs for each submission. Its containers forbid \
                     namespaces, so students' code is held in tier `limits` only: time, memory, processes and \
                     system calls are limited, but files that everybody may read can be read",
                )
                .arg(
                    Arg::new("out")
                        .long("out")
                        .value_name("FILE.zip")
                        .required(true)
                        .value_parser(value_parser!(PathBuf))
                        .help("The zip to be uploaded"),
                )
                .arg(
                    Arg::new("assignment")
                        .long("assignment")
                        .value_name("FILE.toml")
                        .value_parser(value_parser!(PathBuf))
                        .help("What counts; without a roster"),
                )
}

fn copies() -> Command {
    Command::new("copies")
        .about("Lists submissions that are much alike, for you to judge")
        .arg(
            Arg::new("submissions")
                .value_name("SUBMISSIONS")
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help("The folder of submissions"),
        )
        .arg(
            Arg::new("beside")
                .long("beside")
                .value_name("DIR")
                .action(ArgAction::Append)
                .value_parser(value_parser!(PathBuf))
                .help("Submissions of an earlier year, to be compared with, too"),
        )
}

fn compare() -> Command {
    Command::new("compare").about("Says whose grade changed between two gradings, and why").args(
        [("old", "OLD"), ("new", "NEW")].map(|(name, value)| {
            Arg::new(name)
                .value_name(value)
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help("The --out folder of a grading")
        }),
    )
}

fn mistakes() -> Command {
    Command::new("mistakes")
        .about("Prints entries for the catalogue: mistakes of the class that it does not know")
        .arg(
            Arg::new("results")
                .value_name("RESULTS")
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help("The --out folder of the grading"),
        )
}

fn handout() -> Command {
    Command::new("handout")
        .about("Writes the course for a class, without its answers, as a folder and a zip")
        .arg(
            Arg::new("out")
                .value_name("OUT")
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help("The folder, which must not be there yet; OUT.zip is written beside it"),
        )
        .arg(
            Arg::new("assignment")
                .long("assignment")
                .value_name("FILE.toml")
                .value_parser(value_parser!(PathBuf))
                .help("Only what counts, with its title and due date; the whole course by default"),
        )
        .arg(
            Arg::new("lang")
                .long("lang")
                .value_name("LANG")
                .default_value("en")
                .value_parser(["en", "ko"])
                .help("The language of the README and of what the program says"),
        )
        .arg(
            Arg::new("install")
                .long("install")
                .value_name("COMMAND")
                .help("The command that installs the program: `cargo install --git URL gradlings`"),
        )
        .arg(
            Arg::new("github")
                .long("github")
                .action(ArgAction::SetTrue)
                .help("Add a workflow of GitHub that runs the checks, as a template of Classroom 50 may hold it"),
        )
}

fn fill() -> Command {
    let path =
        |name: &'static str| Arg::new(name).required(true).value_parser(value_parser!(PathBuf));
    Command::new("fill")
        .about("Fills the grades into your own export of a gradebook")
        .long_about(
            "Fills the grades into your own export of a gradebook: that of Canvas (Grades > Export), or the \
             grading worksheet of a Moodle assignment, in English or Korean. Only the cells of grades change, and \
             empty cells of feedback. Students are found by their ids, from the names that the platform gave to \
             the submissions or from the roster, and never by name",
        )
        .arg(path("export").value_name("EXPORT.csv").help("The export, which stays as it is"))
        .arg(
            path("results")
                .long("results")
                .value_name("DIR")
                .help("The --out folder of the grading"),
        )
        .arg(path("out").long("out").value_name("FILLED.csv").help("The file to be imported"))
        .arg(
            Arg::new("column")
                .long("column")
                .value_name("NAME")
                .help("The assignment in a gradebook with several: its title or its id"),
        )
        .arg(
            Arg::new("scale")
                .long("scale")
                .action(ArgAction::SetTrue)
                .help("Convert the points to the maximum that the gradebook has"),
        )
}

fn outputs() -> [Arg; 5] {
    [
        Arg::new("out")
            .long("out")
            .value_name("DIR")
            .required(true)
            .value_parser(value_parser!(PathBuf))
            .help("The folder for the results"),
        Arg::new("format")
            .long("format")
            .value_name("FORMAT,..")
            .value_delimiter(',')
            .action(ArgAction::Append)
            .default_value("jsonl,csv,html")
            .value_parser(|name: &str| name.parse::<Format>())
            .help(format!("Any of {}", Format::ALL.map(Format::name).join(", "))),
        Arg::new("bom")
            .long("bom")
            .action(ArgAction::SetTrue)
            .help("Begin grades.csv with a byte-order mark, for spreadsheets that need it"),
        Arg::new("hidden")
            .long("hidden")
            .value_name("PATTERN|FILE")
            .action(ArgAction::Append)
            .help("Properties of which students see only the names: `is_odd`, `tanh/*`")
            .long_help(
                "Properties of which only the names are shown, in every format but results.jsonl, \
                 which is your own record: `is_odd`, `tanh/*`, `init/*/*`, or a file with a \
                 pattern a line",
            ),
        Arg::new("lang")
            .long("lang")
            .value_name("LANG")
            .default_value("en")
            .value_parser(["en", "ko"])
            .help("The language of messages and of the page"),
    ]
}

fn how_to_grade() -> [Arg; 7] {
    [
        Arg::new("assignment")
            .long("assignment")
            .value_name("FILE.toml")
            .value_parser(value_parser!(PathBuf))
            .help("What counts, the points, the due date; `cargo grade assignment` writes such a file"),
        Arg::new("jobs")
            .long("jobs")
            .value_name("N")
            .value_parser(value_parser!(u16).range(1..))
            .help("How many submissions at once; all processors by default"),
        Arg::new("seed")
            .long("seed")
            .value_name("S")
            .value_parser(value_parser!(u64))
            .help("The seed of the drawn inputs, to repeat a grading; a secret one by default")
            .long_help(
                "The seed of the drawn inputs, to repeat a grading to the last byte. Without it, one is \
                 drawn for each --out folder and kept there, in the first line of results.jsonl: the \
                 inputs of a known seed could be looked up beforehand, and with them a table of answers \
                 gets all points. Students' own tests have a seed of their own, which is public. Parts \
                 of one class need the same seed (`--seed $(od -An -N6 -tu8 /dev/urandom)`, drawn once)",
            ),
        Arg::new("partition")
            .long("partition")
            .value_name("PART")
            .help("Only a part: hash:K/N, slice:K/N, or auto")
            .long_help(
                "Grade only part K of N, for N machines side by side; `cargo grade merge` joins \
                 them. hash:K/N goes by the name, slice:K/N takes every N-th, auto asks the environment: \
                 an array of Slurm or Grid Engine, an Indexed Job of Kubernetes, GNU parallel (both \
                 with GRADLINGS_PARTS, the number of parts), AWS Batch, GitLab, CircleCI, Buildkite, \
                 Semaphore, Bitbucket; elsewhere set CI_NODE_INDEX, from 1, and CI_NODE_TOTAL. \
                 crates/grader/engines has a script for each",
            ),
        Arg::new("resume")
            .long("resume")
            .action(ArgAction::SetTrue)
            .help("Go on with an interrupted run in the same --out folder"),
        Arg::new("no-cache")
            .long("no-cache")
            .action(ArgAction::SetTrue)
            .help("Grade everything again, also what did not change since it was last graded"),
        Arg::new("min-tier")
            .long("min-tier")
            .value_name("TIER")
            .default_value(Tier::Namespaces.name())
            .value_parser(|name: &str| name.parse::<Tier>())
            .help("The weakest sandbox in which students' code may run")
            .long_help(format!(
                "The weakest sandbox in which students' code may run, one of {}. `cargo grade \
                 doctor` says which one this machine has",
                Tier::ALL.map(Tier::name).join(", ")
            )),
    ]
}

/// Where and how results are written.
pub(super) struct Outputs {
    pub(super) course: &'static Course,
    pub(super) assignment: Assignment,
    pub(super) out: PathBuf,
    pub(super) writing: Writing,
}

impl Outputs {
    /// # Errors
    /// If a pattern of `--hidden` matches no property.
    pub(super) fn new(course: &'static Course, options: &ArgMatches) -> Result<Self, Error> {
        let path = options.try_get_one::<PathBuf>("assignment").ok().flatten();
        let assignment = path.map(|path| Assignment::read(course, path)).transpose()?;
        let assignment = assignment.unwrap_or_default();
        let hidden = options.get_many::<String>("hidden").into_iter().flatten();
        let hidden = hidden.chain(&assignment.hidden).map(String::as_str);
        let hidden = Hidden::new(course, hidden)?;
        let language = options.get_one::<String>("lang").map_or("en", String::as_str);
        let writing = Writing {
            formats: options.get_many::<Format>("format").into_iter().flatten().copied().collect(),
            hidden,
            language: Language::named(language).unwrap_or(Language::English),
            has_mark: options.get_flag("bom"),
        };
        Ok(Self {
            course,
            out: options.get_one::<PathBuf>("out").cloned().unwrap_or_default(),
            assignment,
            writing,
        })
    }
}

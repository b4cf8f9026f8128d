//! `cargo grade SUBMISSIONS --out DIR`.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::thread;

use clap::ArgMatches;
use contract::{Language, Text};
use course::Course;

use super::arguments::Outputs;
use super::{own_program, print, root};
use crate::Error;
use crate::folder::Folder;
use crate::formats::{Format, in_one_line, reserve, write_all};
use crate::intake::{Listing, list};
use crate::judge::{self, Judge, Setup};
use crate::results::{Header, Results, Stray, SubmissionResult, seed_of, write_atomically};
use crate::run::{self, Class, Graded, Partition, Plan};
use crate::sandbox::Tier;

/// Grades the submissions that `options` name.
pub(super) fn grade(course: &'static Course, options: &ArgMatches) -> Result<(), Error> {
    let outputs = Outputs::new(course, options)?;
    let partition = partition(options)?;
    let submissions = options.get_one::<PathBuf>("submissions").cloned().unwrap_or_default();
    let assignment = outputs.assignment.clone();
    let listing = list(&submissions)?;
    let listing = part_of(listing, partition);
    keep_apart(&submissions, &outputs.out)?;
    let _reserved = outputs.prepare()?;

    let root = root()?;
    let seed = seed(options, &outputs.out, partition)?;
    let judge = open(options, &outputs, (&root, seed))?;
    let header = Header {
        suite: judge.suite(),
        toolchain: judge.toolchain(),
        seed,
        tier: judge.tier().name().to_string(),
        partition: partition.map(|part| part.to_string()),
        language: name_of(outputs.writing.language).to_string(),
        assignment: assignment.assigned(),
    };
    let cache = judge::target_folder(&root)?.join("results");
    let plan = Plan {
        course,
        language: outputs.writing.language,
        assignment: &assignment,
        judge: &*judge,
        header: &header,
        out: &outputs.out,
        cache: (!options.get_flag("no-cache")).then_some(cache),
        jobs: jobs(options),
        resume: options.get_flag("resume"),
    };
    let class = run::grade(&plan, &listing.entries).map_err(interrupted)?;
    finish(class, &header, &outputs, &listing)
}

fn partition(options: &ArgMatches) -> Result<Option<Partition>, Error> {
    let variable = |name: &str| std::env::var(name).ok();
    let named = options.get_one::<String>("partition");
    named.map(|text| Partition::named(text, variable)).transpose()
}

fn part_of(listing: Listing, partition: Option<Partition>) -> Listing {
    let Some(partition) = partition else { return listing };
    let entries = listing.entries.into_iter().enumerate();
    let in_part = entries.filter(|(index, entry)| partition.holds(*index, &entry.name));
    Listing { entries: in_part.map(|(_, entry)| entry).collect(), ..listing }
}

fn open(
    options: &ArgMatches,
    outputs: &Outputs,
    (root, seed): (&Path, u64),
) -> Result<Box<dyn Judge>, Error> {
    let mut setup = Setup::new(outputs.course, root.to_path_buf(), own_program()?, seed);
    setup.hidden = outputs.writing.hidden.properties(outputs.course);
    let judge = judge::open(&setup)?;
    let wanted = options.get_one::<Tier>("min-tier").copied().unwrap_or(Tier::Namespaces);
    let held = judge.tier();
    if held < wanted { Err(Error::WeakSandbox { held, wanted }) } else { Ok(judge) }
}

/// The seed that is given; else the one that `out` has kept of an earlier run, finished or not; else a new one
/// that nobody knows. Parts of a class cannot each draw their own.
fn seed(options: &ArgMatches, out: &Path, part: Option<Partition>) -> Result<u64, Error> {
    if let Some(seed) = options.get_one::<u64>("seed") {
        return Ok(*seed);
    }
    match (run::seed_of(out).or_else(|| seed_of(out)), part) {
        (Some(seed), _) => Ok(seed),
        (None, Some(part)) => Err(Error::PartWithoutSeed(part)),
        (None, None) => draw_seed(),
    }
}

/// A number that nobody knows, from the system. It is short enough for every reader of JSON.
fn draw_seed() -> Result<u64, Error> {
    const BITS: u32 = 53;
    let source = Path::new("/dev/urandom");
    let mut bytes = [0; 8];
    let draw = fs::File::open(source).and_then(|mut file| file.read_exact(&mut bytes));
    draw.map_err(Error::file(source))?;
    Ok(u64::from_le_bytes(bytes) >> (u64::BITS - BITS))
}

fn jobs(options: &ArgMatches) -> usize {
    let processors = || thread::available_parallelism().map_or(1, usize::from);
    options.get_one::<u16>("jobs").map_or_else(processors, |jobs| usize::from(*jobs))
}

fn name_of(language: Language) -> &'static str {
    match language {
        Language::English => "en",
        Language::Korean => "ko",
    }
}

/// Results among the submissions would be a student at the next run.
fn keep_apart(submissions: &Path, out: &Path) -> Result<(), Error> {
    let Ok(out_path) = std::path::absolute(out) else { return Ok(()) };
    // The folder for the results need not be there yet.
    let there = out_path.ancestors().find_map(|folder| folder.canonicalize().ok());
    let submissions = submissions.canonicalize().unwrap_or_default();
    if there.is_some_and(|there| there.starts_with(submissions)) {
        return Err(Error::OutAmongSubmissions(out.to_path_buf()));
    }
    Ok(())
}

fn interrupted(error: Error) -> Error {
    // Another run has nothing to go on with.
    if matches!(error, Error::OtherRun(_)) { error } else { Error::Interrupted(Box::new(error)) }
}

/// Writes results and times, prints a summary, and reports what the instructor should look at.
fn finish(
    class: Class,
    header: &Header,
    outputs: &Outputs,
    listing: &Listing,
) -> Result<(), Error> {
    let submissions = class.graded.iter().map(|graded| graded.result.clone()).collect();
    let submissions = outputs.assignment.settle(submissions, outputs.writing.language);
    let results = Results {
        header: header.clone(),
        submissions,
        strays: strays(listing, outputs.writing.language),
    };
    outputs.write(Cow::Borrowed(&results))?;
    write_times(&class, &outputs.out).map_err(interrupted)?;
    let mut problems: Vec<String> = Vec::new();
    let mut remarks = String::new();
    let by_name: BTreeMap<&str, &Graded> =
        class.graded.iter().map(|graded| (graded.result.submission.as_str(), graded)).collect();
    for submission in &results.submissions {
        let name = in_one_line(&submission.submission);
        let graded = by_name.get(submission.submission.as_str());
        let problem = graded.and_then(|graded| graded.problem.as_deref());
        if let Some(why) = problem.or_else(|| submission.why_ungraded()) {
            problems.push(format!("{name}: {why}"));
        } else if let Some(remark) = &submission.remark {
            remarks += &format!("{name}: {remark}\n");
        }
    }
    for Stray { name, why } in &results.strays {
        problems.push(format!("{}: {why}", in_one_line(name)));
    }
    if class.resumed > 0 {
        print(&format!("{} were graded before the interruption.\n", class.resumed));
    }
    class.end()?;
    print(&outputs.summary(&results));
    print(&remarks);
    if problems.is_empty() { Ok(()) } else { Err(Error::Ungraded(problems)) }
}

/// What lies among the submissions and belongs to nobody, in every part of a class.
fn strays(listing: &Listing, language: Language) -> Vec<Stray> {
    let stray = |why: Text| {
        move |name: &String| Stray { name: name.clone(), why: why.speak(language).to_string() }
    };
    let strays = listing.strays.iter().map(stray(Text::fixed(
        "it belongs to nobody and was not graded: it is neither a folder nor an archive of a student",
        "누구의 것도 아니어서 채점하지 않았습니다. 학생의 폴더도 압축 파일도 아닙니다",
    )));
    let hidden = listing.hidden.iter().map(stray(Text::fixed(
        "its name begins with a dot, and it was not graded; rename it",
        "이름이 점으로 시작하여 채점하지 않았습니다. 이름을 바꾸세요",
    )));
    strays.chain(hidden).collect()
}

/// The times, apart from the results, which are the same whenever they are made.
fn write_times(class: &Class, out: &Path) -> Result<(), Error> {
    write_atomically(&out.join("times.jsonl"), |output| {
        for graded in &class.graded {
            let name = &graded.result.submission;
            let time = serde_json::json!({"submission": name, "seconds": graded.seconds});
            writeln!(output, "{time}")?;
        }
        Ok(())
    })
}

impl Outputs {
    /// Makes the folder for the results, to find out now rather than at the end whether it can be written, and
    /// keeps other runs out of it until the handle is dropped.
    ///
    /// # Errors
    /// Those of [`reserve`].
    pub(super) fn prepare(&self) -> Result<Folder, Error> {
        reserve(&self.out, &self.writing.formats)
    }

    /// Writes `results` in all formats.
    ///
    /// # Errors
    /// Those of the file system.
    pub(super) fn write(&self, results: Cow<'_, Results>) -> Result<(), Error> {
        write_all(self.course, results, &self.out, &self.writing).map_err(interrupted)
    }

    /// The number of submissions, their mean score, and where to read on.
    pub(super) fn summary(&self, results: &Results) -> String {
        let count = results.submissions.len();
        let percents = results.submissions.iter().filter_map(SubmissionResult::percent);
        let graded = percents.clone().count();
        let mean = match percents.sum::<f64>() / graded as f64 {
            _ if graded == 0 => "none of them graded".to_string(),
            mean => format!("{mean:.1} % on average"),
        };
        let out = self.out.display();
        let mut text = format!("{count} submissions, {mean}. Results: {out}\n");
        if self.writing.formats.contains(&Format::Html) {
            let page = self.out.join("index.html");
            text += &format!("Read {} in a browser.\n", page.display());
        }
        text
    }
}

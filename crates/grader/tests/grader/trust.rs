//! The side that is trusted may die, is held to its time, and draws from a seed that nobody knows.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use std::rc::Rc;
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

use contract::{Callee, Fault, Passed, Value};
use course::report::{PropertyReport, Report, Standing};
use course::{Course, Exercise};
use grader::judge::{self, LessonSources, Setup, Source};
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use crate::{root, whole_machine};

fn setup() -> Setup {
    Setup::new(Course::whole(), root(), PathBuf::from(env!("CARGO_BIN_EXE_grader")), 7)
}

fn lesson() -> &'static [Exercise] {
    Course::whole().of_lesson("activations")
}

/// Three solutions of the first lesson, but for the exercise `name`.
fn but(name: &str, text: &str) -> LessonSources {
    LessonSources::new(lesson(), |exercise| {
        let solution = || fs::read_to_string(root().join(exercise.solution())).unwrap();
        match exercise.name() {
            of_exercise if of_exercise == name => Source::Text(text.to_string()),
            "sigmoid" | "tanh" | "relu" => Source::Text(solution()),
            _ => Source::Missing,
        }
    })
}

fn standing(reports: &[Report], name: &str) -> Standing {
    reports.iter().find(|report| report.exercise == name).unwrap().standing()
}

/// Whether the exercise was handed in and does not pass.
fn is_broken(report: &Report) -> bool {
    !matches!(report.standing(), Standing::Pass | Standing::NotStarted)
}

/// The children of the process `parent`.
fn children(parent: i32) -> Vec<i32> {
    let path = format!("/proc/{parent}/task");
    let threads = fs::read_dir(path).into_iter().flatten().flatten();
    let children =
        threads.filter_map(|entry| fs::read_to_string(entry.path().join("children")).ok());
    let words = children.collect::<Vec<_>>().join(" ");
    words.split_whitespace().filter_map(|number| number.parse().ok()).collect()
}

/// The template of the judge that was opened last.
fn template() -> Option<i32> {
    let is_template = |process: &i32| {
        let command = fs::read_to_string(format!("/proc/{process}/cmdline"));
        command.is_ok_and(|command| command.contains("in-a-template"))
    };
    children(std::process::id().cast_signed()).into_iter().filter(is_template).max()
}

/// The examiner that is at work, once it has started a student's program.
fn examiner() -> i32 {
    let deadline = Instant::now() + Duration::from_secs(60);
    while Instant::now() < deadline {
        let keepers = template().map(children).unwrap_or_default();
        for examiner in keepers.into_iter().flat_map(children) {
            let runs_answers = |cell: i32| {
                let command = fs::read_to_string(format!("/proc/{cell}/cmdline"));
                command.is_ok_and(|command| command.contains("\"arguments\":[]"))
            };
            if children(examiner).into_iter().any(runs_answers) {
                return examiner;
            }
        }
        sleep(Duration::from_millis(5));
    }
    panic!("there is no examiner")
}

/// The compilers that are at work on a lesson for this process's judge, in their cells.
fn compilers() -> Vec<i32> {
    let mut processes = template().into_iter().collect::<Vec<_>>();
    let mut compilers = Vec::new();
    while let Some(process) = processes.pop() {
        let name = fs::read_to_string(format!("/proc/{process}/comm")).unwrap_or_default();
        if name.trim() == "rustc" {
            compilers.push(process);
        }
        processes.extend(children(process));
    }
    compilers
}

/// A compiler that somebody ends, or the kernel for want of memory, says nothing of what it compiled.
#[test]
fn a_compiler_that_is_killed_is_called_again_and_at_last_the_machines_fault() {
    let _machine = whole_machine();
    let judge = judge::open(&setup()).unwrap();
    let sources = but("tanh", "pub fn tanh(z: f64) -> f64 { z.tanh() }");
    // Starts the template.
    assert_eq!(standing(&judge.judge(&sources).unwrap(), "tanh"), Standing::Pass);
    let judged_while_killing = |most: usize| {
        thread::scope(|scope| {
            let judged = scope.spawn(|| judge.judge(&sources));
            let mut killed = BTreeSet::new();
            while !judged.is_finished() {
                for compiler in compilers().into_iter().take(most - killed.len()) {
                    if kill(Pid::from_raw(compiler), Signal::SIGKILL).is_ok() {
                        killed.insert(compiler);
                    }
                }
                sleep(Duration::from_millis(1));
            }
            (judged.join().unwrap(), killed.len())
        })
    };
    let (judged, killed) = judged_while_killing(1);
    assert_eq!((standing(&judged.unwrap(), "tanh"), killed), (Standing::Pass, 1));
    let (judged, killed) = judged_while_killing(1000);
    let words = judged.err().unwrap().to_string();
    assert!(words.contains("ended from outside") && killed >= 3, "{killed}: {words}");
}

/// Sleeps in its first call, so that there is time to do something to whoever asks.
const SLEEPS: &str = "pub fn tanh(z: f64) -> f64 {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| std::thread::sleep(std::time::Duration::from_secs(2)));
    z.tanh()
}
";

#[test]
fn an_examiner_that_dies_costs_its_exercise_alone() {
    let _machine = whole_machine();
    let judge = judge::open(&setup()).unwrap();
    let sources = but("tanh", SLEEPS);
    let graded_while = |disturb: &dyn Fn()| {
        thread::scope(|scope| {
            let graded = scope.spawn(|| judge.judge(&sources).unwrap());
            sleep(Duration::from_millis(500));
            disturb();
            graded.join().unwrap()
        })
    };
    let signal = |process: i32, signal: Signal| kill(Pid::from_raw(process), signal).unwrap();
    // A broken process is the doing of what came back; the others are judged by another.
    let asleep = || {
        examiner();
        sleep(Duration::from_millis(800));
        examiner()
    };
    for (how, verdict) in [
        (Signal::SIGFPE, Standing::Protocol),
        (Signal::SIGABRT, Standing::Protocol),
        (Signal::SIGXCPU, Standing::Timeout),
        (Signal::SIGKILL, Standing::Pass),
    ] {
        let reports = graded_while(&|| signal(asleep(), how));
        let broken: Vec<_> = reports.iter().filter(|report| is_broken(report)).collect();
        match (broken.as_slice(), verdict) {
            ([], Standing::Pass) => {}
            ([report], _) => assert_eq!(report.standing(), verdict, "{how}: {}", report.exercise),
            _ => panic!("{how}: {} are broken", broken.len()),
        }
    }
    let reports = graded_while(&|| signal(template().unwrap(), Signal::SIGKILL));
    assert!(!reports.iter().any(is_broken), "a new template");
}

#[test]
fn a_submission_that_uses_up_its_time_is_told_so() {
    let _machine = whole_machine();
    let mut setup = setup();
    setup.lesson_time = Duration::from_secs(6);
    let judge = judge::open(&setup).unwrap();
    // A first lesson is rehearsed, which is no student's time.
    judge.judge(&but("tanh", "pub fn tanh(z: f64) -> f64 { z.tanh() }")).unwrap();
    let slow = "pub fn sigmoid(z: f64) -> f64 {
        std::thread::sleep(std::time::Duration::from_millis(50));
        1.0 / (1.0 + (-z).exp())
    }";
    let start = Instant::now();
    let reports = judge.judge(&but("sigmoid", slow)).unwrap();
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
    let last = reports.iter().find(|report| report.exercise == "relu").unwrap();
    assert_eq!(
        (standing(&reports, "sigmoid"), last.standing()),
        (Standing::Timeout, Standing::Timeout)
    );
    let words = &last.properties[0].message.as_ref().unwrap().en;
    assert!(words.contains("used up its time") && words.contains("6 s by the clock"), "{words}");
}

/// The limit holds within an exercise, too, whatever its program does with its time: most of it is not waited for.
#[test]
fn processor_time_is_held_to_its_limit_within_an_exercise() {
    let _machine = whole_machine();
    let judge = judge::open(&Setup { lesson_cpu: Duration::from_secs(5), ..setup() }).unwrap();
    let spins = |name: &str| {
        format!(
            "pub fn {name}(z: f64) -> f64 {{
                let spin = || {{
                    let start = std::time::Instant::now();
                    while start.elapsed().as_millis() < 900 {{}}
                }};
                std::thread::scope(|scope| for _ in 0..4 {{ scope.spawn(spin); }});
                z
            }}"
        )
    };
    let texts = ["sigmoid", "tanh", "relu"];
    let sources = LessonSources::new(lesson(), |exercise| match exercise.name() {
        name if texts.contains(&name) => Source::Text(spins(name)),
        _ => Source::Missing,
    });
    let start = Instant::now();
    let reports = judge.judge(&sources).unwrap();
    assert!(start.elapsed() < Duration::from_secs(40), "{:?}", start.elapsed());
    for name in ["tanh", "relu"] {
        assert_eq!(standing(&reports, name), Standing::Timeout, "{name}");
    }
    let relu = reports.iter().find(|report| report.exercise == "relu").unwrap();
    let words = &relu.properties[0].message.as_ref().unwrap().en;
    assert!(words.contains("5 s of processor time"), "{words}");
}

/// A program that remembers what it was asked tells it in what it returns, which a message shows. It never learns what
/// a hidden property asked, whichever comes first.
#[test]
fn no_message_shows_what_a_hidden_property_asked() {
    let _machine = whole_machine();
    let remembers = "pub fn sigmoid(z: f64) -> f64 {
        use std::sync::Mutex;
        static ASKED: Mutex<f64> = Mutex::new(0.0);
        let mut asked = ASKED.lock().unwrap();
        let answer = 1.0 / (1.0 + (-z).exp()) + *asked;
        *asked += z.abs();
        answer
    }";
    let sources = LessonSources::new(lesson(), |exercise| match exercise.name() {
        "sigmoid" => Source::Text(remembers.to_string()),
        _ => Source::Missing,
    });
    let sigmoid = Course::whole().find("sigmoid").unwrap()[0];
    let names: Vec<&str> = sigmoid.outline.properties.iter().map(|(_, name)| *name).collect();
    let judged = |hidden: &[&str], asks_ahead: bool| {
        let hidden = hidden.iter().map(|name| ("sigmoid".to_string(), (*name).to_string()));
        let setup = Setup { hidden: hidden.collect(), asks_ahead, ..setup() };
        let reports = judge::open(&setup).unwrap().judge(&sources).unwrap();
        let report = reports.into_iter().find(|report| report.exercise == "sigmoid").unwrap();
        report.properties
    };
    let (first, last) = names.split_at(names.len() - 1);
    for asks_ahead in [true, false] {
        let last_of = |properties: &[PropertyReport]| properties.last().unwrap().clone();
        let together = judged(&[], asks_ahead);
        let alone = judged(first, asks_ahead);
        assert_ne!(last_of(&alone), last_of(&together), "what was asked before shows");
        assert_eq!(alone, judged(last, asks_ahead), "as if the others were not there");
    }
}

/// What a student can find out at home: the questions of the public seed, and their answers.
struct Harvest(RefCell<BTreeMap<u64, f64>>);

impl Callee for Harvest {
    fn call(&self, function: &str, arguments: Vec<Passed<'_>>) -> Result<Value, Fault> {
        let value = (activations_suite::LESSON.reference)().call(function, arguments.clone())?;
        if let ("sigmoid", [Passed::Value(Value::Number(z))], Value::Number(a)) =
            (function, arguments.as_slice(), &value)
        {
            self.0.borrow_mut().insert(z.to_bits(), *a);
        }
        Ok(value)
    }
}

#[test]
fn a_table_of_answers_to_the_public_seed_passes_there_and_nowhere_else() {
    let _machine = whole_machine();
    let sigmoid = Course::whole().find("sigmoid").unwrap()[0];
    let harvest = Rc::new(Harvest(RefCell::default()));
    sigmoid.lesson.judge("sigmoid", Rc::clone(&harvest) as Rc<dyn Callee>);
    let pairs = harvest.0.borrow();
    let rows: Vec<String> = pairs.iter().map(|(z, a)| format!("({z}, {}),", a.to_bits())).collect();
    let table = format!(
        "const TABLE: [(u64, u64); {}] = [{}];
        pub fn sigmoid(z: f64) -> f64 {{
            let found = TABLE.iter().find(|(known, _)| *known == z.to_bits());
            found.map_or(0.5, |(_, a)| f64::from_bits(*a))
        }}",
        rows.len(),
        rows.join("\n")
    );
    let sources = LessonSources::new(lesson(), |exercise| match exercise.name() {
        "sigmoid" => Source::Text(table.clone()),
        _ => Source::Missing,
    });
    let graded = |seed| judge::open(&Setup { seed, ..setup() }).unwrap().judge(&sources).unwrap();
    assert_eq!(standing(&graded(testkit::SEED), "sigmoid"), Standing::Pass);
    assert_eq!(standing(&graded(7), "sigmoid"), Standing::Fail);
}

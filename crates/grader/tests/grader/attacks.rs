//! The attack corpus is the acceptance test: every file in `attacks/` is a hostile answer to one
//! exercise, handed in beside a right answer to its neighbour. Its header says how it may end:
//!
//! - `exercise:` what it is handed in for;
//! - `expect:` the verdict, or several where the machine decides (`fail or crash`);
//! - `score:` the most points it may earn, 0 unless given (a wrong answer may keep some laws);
//! - `neighbour:` the verdict on the neighbour, `pass` unless given: both are of the same student.
//!
//! None may gain a point beyond that, harm another submission, or stop the run.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock};
use std::thread;
use std::time::Duration;

use contract::Language;
use course::report::Standing;
use course::{Course, Exercise};
use grader::Error;
use grader::judge::{self, Judge, LessonSources, Setup, Source};
use grader::results::ExerciseResult;
use grader::sandbox::Tier;

use crate::{root, whole_machine};

/// An attack and what its header says.
struct Attack {
    name: String,
    text: String,
    fields: BTreeMap<String, String>,
}

impl Attack {
    fn read(file: &Path) -> Self {
        let text = fs::read_to_string(file).unwrap();
        let header = text.lines().map_while(|line| line.strip_prefix("//!"));
        let pair = |line: &str| {
            let (name, value) = line.trim().split_once(": ")?;
            Some((name.to_string(), value.to_string()))
        };
        let fields = header.filter_map(pair).collect();
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        Self { name, text, fields }
    }

    fn field(&self, name: &str) -> Option<&str> {
        self.fields.get(name).map(String::as_str)
    }

    fn exercise(&self) -> &'static Exercise {
        exercise(self.field("exercise").unwrap())
    }

    /// Another exercise of the lesson, whose solution stands alone.
    fn neighbour(&self) -> &'static Exercise {
        let exercise = self.exercise();
        let stands_alone = |other: &&Exercise| {
            other.name() != exercise.name() && !solution_of(other).contains("crate::")
        };
        lesson_of(exercise).iter().find(stands_alone).unwrap()
    }

    fn sources(&self) -> LessonSources {
        let neighbour = self.neighbour();
        hand_in(&[(self.exercise(), &self.text), (neighbour, &solution_of(neighbour))])
    }

    /// What is wrong with the results, if anything is.
    fn objection(&self, results: &[ExerciseResult]) -> Option<String> {
        let result = of(results, self.exercise());
        let neighbour = of(results, self.neighbour());
        let most: u32 = self.field("score").unwrap_or("0").parse().unwrap();
        let is_as_expected = allows(self.field("expect").unwrap(), result.verdict)
            && allows(self.field("neighbour").unwrap_or("pass"), neighbour.verdict)
            && result.score <= most;
        let message = result.properties.iter().find_map(|property| property.message.as_ref());
        (!is_as_expected).then(|| {
            format!(
                "{}: {:?} with {} points, its neighbour {:?}: {message:?}",
                self.name, result.verdict, result.score, neighbour.verdict
            )
        })
    }
}

fn allows(expected: &str, standing: Standing) -> bool {
    expected == "any" || expected.split(" or ").any(|name| name == standing.name())
}

fn of<'a>(results: &'a [ExerciseResult], exercise: &Exercise) -> &'a ExerciseResult {
    results.iter().find(|result| result.exercise == exercise.name()).unwrap()
}

fn exercise(name: &str) -> &'static Exercise {
    Course::whole().find(name).unwrap()[0]
}

fn lesson_of(exercise: &Exercise) -> &'static [Exercise] {
    Course::whole().of_lesson(exercise.lesson.name())
}

/// The lesson of some exercises with a text for each of them, and with nothing for the others.
fn hand_in(texts: &[(&Exercise, &str)]) -> LessonSources {
    LessonSources::new(lesson_of(texts[0].0), |exercise| {
        match texts.iter().find(|(known, _)| known.number == exercise.number) {
            Some((_, text)) => Source::Text((*text).to_string()),
            None => Source::Missing,
        }
    })
}

/// The results of a lesson, as graded in English.
fn results_of(judge: &dyn Judge, lesson: &LessonSources) -> Result<Vec<ExerciseResult>, Error> {
    let reports = judge.judge(lesson)?;
    Ok(reports.iter().map(|report| ExerciseResult::new(report, Language::English)).collect())
}

fn solution_of(exercise: &Exercise) -> String {
    fs::read_to_string(root().join(exercise.solution())).unwrap()
}

/// All attacks; a tenth of them, by the number of letters of their names, unless everything is to be tested.
fn attacks() -> Vec<Attack> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("attacks");
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|kind| kind == "rs"));
    files.sort();
    let only = std::env::var("ATTACK").unwrap_or_default();
    files
        .iter()
        .map(|file| Attack::read(file))
        .filter(|attack| attack.name.contains(&only))
        .filter(|attack| !only.is_empty() || is_exhaustive() || attack.name.len() % 10 == 0)
        .collect()
}

fn attack(name: &str) -> Attack {
    let file = format!("attacks/{name}.rs");
    Attack::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join(file))
}

/// Whether everything is tested, which takes an hour, and not a sample.
fn is_exhaustive() -> bool {
    std::env::var_os("GRADLINGS_EXHAUSTIVE").is_some()
}

/// With the usual limits, for submissions that answer in time; one for all tests, because it rehearses.
fn patient_judge() -> &'static dyn Judge {
    static JUDGE: OnceLock<Box<dyn Judge>> = OnceLock::new();
    &**JUDGE.get_or_init(|| judge::open(&setup()).unwrap())
}

/// With limits that keep the corpus short.
fn impatient_judge() -> Box<dyn Judge> {
    let mut setup = setup();
    setup.compile_time = Duration::from_secs(3);
    setup.call_time = Duration::from_secs(1);
    setup.exercise_time = Duration::from_secs(4);
    judge::open(&setup).unwrap()
}

fn setup() -> Setup {
    Setup::new(Course::whole(), root(), PathBuf::from(env!("CARGO_BIN_EXE_grader")), testkit::SEED)
}

#[test]
fn no_attack_gains_a_point_harms_another_or_stops_the_run() {
    let _machine = whole_machine();
    let judge = impatient_judge();
    assert!(judge.tier() >= Tier::Namespaces, "only {} holds here", judge.tier());
    let attacks = attacks();
    assert!(attacks.len() >= 10 || std::env::var("ATTACK").is_ok());
    let next = AtomicUsize::new(0);
    let objections = Mutex::new(Vec::new());
    let work = || {
        while let Some(attack) = attacks.get(next.fetch_add(1, Ordering::SeqCst)) {
            let found = match results_of(&*judge, &attack.sources()) {
                Ok(results) => attack.objection(&results),
                Err(trouble) => Some(format!("{}: {trouble}", attack.name)),
            };
            objections.lock().unwrap().extend(found);
        }
    };
    thread::scope(|scope| {
        [scope.spawn(work), scope.spawn(work)].map(|thread| thread.join().unwrap())
    });
    let objections = objections.into_inner().unwrap();
    assert!(objections.is_empty(), "{}", objections.join("\n"));
}

#[test]
fn grading_again_says_the_same_to_the_last_byte() {
    let judge = patient_judge();
    let names = [
        "constant",
        "exit_zero",
        "library_of_the_system",
        "linker_that_finds_nothing",
        "other_signature",
        "panic",
        "panic_with_an_address",
    ];
    for attack in names.map(attack) {
        let once = results_of(judge, &attack.sources()).unwrap();
        let again = results_of(judge, &attack.sources()).unwrap();
        let text = serde_json::to_string(&once).unwrap();
        assert_eq!(text, serde_json::to_string(&again).unwrap());
        for folder in [root().display().to_string(), "/.rustup".into(), "/.cargo".into()] {
            assert!(!text.contains(&folder), "{} names a folder of this machine", attack.name);
        }
    }
}

#[test]
fn a_file_that_does_not_compile_costs_only_its_own_exercise() {
    let judge = patient_judge();
    let (good, bad, stub) = (exercise("relu"), exercise("tanh"), exercise("sigmoid"));
    let lesson = hand_in(&[
        (good, &solution_of(good)),
        (bad, "pub fn tanh(z: f64) -> f64 { z + }"),
        (stub, "pub fn sigmoid(_: f64) -> f64 { todo!() }"),
    ]);
    let results = results_of(judge, &lesson).unwrap();
    let good = of(&results, good);
    assert_eq!((good.verdict, good.score), (Standing::Pass, good.max_score));
    let bad = of(&results, bad);
    assert_eq!((bad.verdict, bad.score), (Standing::CompileError, 0));
    let words = bad.properties[0].message.as_ref().unwrap();
    assert!(words.contains("exercises/activations/src/tanh.rs:1:34"), "{words}");
}

/// The empty half of a single row is a view without rows. In ndarray an assertion of its own panics
/// on such a view, and a right answer would have lost its points.
#[test]
fn a_right_answer_that_maps_a_view_without_rows_passes() {
    let exercise = exercise("parallel");
    let text = "use activations::{Activation, NEGATIVE_SLOPE};
        use ndarray::{Array2, Axis, concatenate};
        pub fn forward_parallel(activation: Activation, z: &Array2<f64>) -> Array2<f64> {
            let value = |z: f64| match activation {
                Activation::Sigmoid => 1.0 / (1.0 + (-z).exp()),
                Activation::Tanh => z.tanh(),
                Activation::Relu => if z > 0.0 { z } else { 0.0 },
                Activation::LeakyRelu => if z > 0.0 { z } else { NEGATIVE_SLOPE * z },
                Activation::Identity => z,
            };
            let (top, bottom) = z.view().split_at(Axis(0), z.nrows() / 2);
            let (top, bottom) = rayon::join(|| top.mapv(value), || bottom.mapv(value));
            concatenate![Axis(0), top, bottom]
        }";
    let results = results_of(patient_judge(), &hand_in(&[(exercise, text)])).unwrap();
    let result = of(&results, exercise);
    assert_eq!((result.verdict, result.score), (Standing::Pass, result.max_score), "{result:?}");
}

/// The reason that is known, and no other.
#[test]
fn why_a_program_gave_no_answer_is_told() {
    let judge = judge::open(&Setup { call_time: Duration::from_secs(2), ..setup() }).unwrap();
    let words_of = |body: &str, verdict: Standing| {
        let text = format!("pub fn sigmoid(z: f64) -> f64 {{ {body} }}");
        let results = results_of(&*judge, &hand_in(&[(exercise("sigmoid"), &text)])).unwrap();
        let result = of(&results, exercise("sigmoid"));
        assert_eq!((result.verdict, result.score), (verdict, 0), "{result:?}");
        result.properties[0].message.clone().unwrap()
    };
    let memory = "let mut all = Vec::new(); loop { all.push(vec![z; 1 << 20]); }";
    let stack = "fn deep(z: f64) -> f64 { deep(z + 1.0) + std::hint::black_box(z) } deep(z)";
    let locked = "let _ = z; let lock = std::sync::Mutex::new(0); let _first = lock.lock();
        drop(lock.lock()); 0.0";
    let input = "let mut line = String::new(); let _ = std::io::stdin().read_line(&mut line); z";
    let busy = "let mut sum = z; loop { sum = std::hint::black_box(sum + 1.0); }";
    for (body, verdict, words) in [
        (memory, Standing::Crash, "wanted more than 1024 MiB of memory"),
        (stack, Standing::Crash, "The stack overflowed"),
        ("let _ = z; std::process::exit(7)", Standing::Crash, "exit code 7"),
        (locked, Standing::Timeout, "it waits"),
        (input, Standing::Timeout, "it waits"),
        (busy, Standing::Timeout, "a loop that never ends"),
    ] {
        let said = words_of(body, verdict);
        assert!(said.contains(words), "{said}");
    }
}

/// As many threads as the exercises' texts and the help promise, each with the stack that threads have, all at once.
#[test]
fn a_right_answer_with_64_threads_passes() {
    let exercise = exercise("parallel");
    let text = "use std::sync::Barrier;
        use std::thread::scope;
        use activations::{Activation, NEGATIVE_SLOPE};
        use ndarray::Array2;
        const THREADS: usize = 64;
        pub fn forward_parallel(activation: Activation, z: &Array2<f64>) -> Array2<f64> {
            let value = |z: f64| match activation {
                Activation::Sigmoid => 1.0 / (1.0 + (-z).exp()),
                Activation::Tanh => z.tanh(),
                Activation::Relu => if z > 0.0 { z } else { 0.0 },
                Activation::LeakyRelu => if z > 0.0 { z } else { NEGATIVE_SLOPE * z },
                Activation::Identity => z,
            };
            let numbers: Vec<f64> = z.iter().copied().collect();
            let size = numbers.len().div_ceil(THREADS).max(1);
            let together = Barrier::new(THREADS);
            let parts: Vec<Vec<f64>> = scope(|scope| {
                let together = &together;
                let numbers = &numbers;
                let threads: Vec<_> = (0..THREADS).map(|index| scope.spawn(move || {
                    together.wait();
                    let part = numbers.chunks(size).nth(index).unwrap_or_default();
                    part.iter().copied().map(value).collect()
                })).collect();
                threads.into_iter().map(|thread| thread.join().unwrap()).collect()
            });
            Array2::from_shape_vec(z.dim(), parts.concat()).unwrap()
        }";
    let results = results_of(patient_judge(), &hand_in(&[(exercise, text)])).unwrap();
    let result = of(&results, exercise);
    assert_eq!((result.verdict, result.score), (Standing::Pass, result.max_score), "{result:?}");
}

/// Three submissions whose verdict followed once from who was graded before, and others that keep a state, are
/// slow, or are right in another way: in three orders, by two threads, and with every short cut off.
///
/// With the environment variable `EVERY_MISTAKE` also all attacks that end in one way (twenty minutes). Of these only verdicts and points are
/// compared: when a program that breaks the protocol is noticed depends on when its bytes arrive.
#[test]
fn no_verdict_depends_on_short_cuts_order_or_company() {
    let _machine = whole_machine();
    let sigmoid = exercise("sigmoid");
    let mut class = vec![
        hand_in(&[(sigmoid, &solution_of(sigmoid))]),
        hand_in(&[(sigmoid, "pub fn sigmoid(z: f64) -> f64 { z.exp() / (1.0 + z.exp()) }")]),
        hand_in(&[(sigmoid, "pub fn sigmoid(z: f64) -> f64 { 1.0 / (1.0 + z.exp()) }")]),
        // Right for the first batches, asleep in one, and wrong from then on.
        hand_in(&[(sigmoid, &attack("late_in_the_last_batch").text.replace("1200", "2500"))]),
    ];
    let own = class.len();
    let names = ["nan", "right_then_wrong", "nothing_for_equal_units_in_a_step", "exit_zero"];
    let most = if is_exhaustive() { names.len() } else { 1 };
    let mut chosen: Vec<Attack> = names[..most].iter().copied().map(attack).collect();
    let takes_all = std::env::var_os("EVERY_MISTAKE").is_some();
    if takes_all {
        let ends_in_one_way = |attack: &Attack| !attack.field("expect").unwrap().contains(" or ");
        chosen = attacks().into_iter().filter(ends_in_one_way).collect();
    }
    class.extend(chosen.iter().map(Attack::sources));
    let in_short = |index: usize, results: &[ExerciseResult]| {
        let points = |result: &ExerciseResult| (result.verdict.name(), result.score);
        if index < own || !takes_all {
            serde_json::to_string(results).unwrap()
        } else {
            format!("{:?}", results.iter().map(points).collect::<Vec<_>>())
        }
    };
    let graded = |judge: &dyn Judge, order: &[usize]| {
        let next = AtomicUsize::new(0);
        let found = Mutex::new(BTreeMap::new());
        let work = || {
            while let Some(index) = order.get(next.fetch_add(1, Ordering::SeqCst)) {
                let results = results_of(judge, &class[*index]).unwrap();
                found.lock().unwrap().insert(*index, in_short(*index, &results));
            }
        };
        thread::scope(|scope| {
            [scope.spawn(work), scope.spawn(work)].map(|thread| thread.join().unwrap())
        });
        found.into_inner().unwrap()
    };
    let forwards: Vec<usize> = (0..class.len()).collect();
    let backwards: Vec<usize> = forwards.iter().rev().copied().collect();
    let mut mixed = forwards.clone();
    mixed.sort_by_key(|index| index * 37 % 61);
    let plain_judge = judge::open(&Setup { asks_ahead: false, ..setup() }).unwrap();
    let plain = graded(&*plain_judge, &forwards);
    assert_eq!(plain.len(), class.len());
    let judge = patient_judge();
    for order in [forwards, backwards, mixed] {
        for (index, text) in graded(judge, &order) {
            assert_eq!(text, plain[&index], "submission {index}");
        }
    }
    let late = &plain[&3];
    assert!(!late.contains("\"verdict\":\"pass\",\"score\""), "{late}");
}

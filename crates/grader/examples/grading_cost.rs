//! What grading costs, against the two naive ways, on this machine and the same submissions:
//!
//! ```sh
//! cargo run -p grader --example grading_cost             # the grader, and a shared target folder
//! cargo run -p grader --example grading_cost -- naive    # also a fresh copy for each (minutes)
//! ```
//!
//! A submission is the solution of all lessons, made different by a comment. Times are processor
//! time, of this process and of all that it started, so that a busy machine matters little.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use course::report::{Report, Standing};
use course::wiring::SourceFile;
use course::{Course, Exercise};
use grader::judge::{self, LessonSources, Setup, Source};

/// How many submissions are graded.
const SUBMISSIONS: usize = 5;
const LESSONS: usize = 4;

/// Seconds of processor time: this process's own, and that of what it started.
#[cfg(target_os = "linux")]
fn processor_time() -> (f64, f64) {
    use nix::sys::resource::{UsageWho, getrusage};
    use nix::sys::time::TimeVal;

    let seconds = |time: TimeVal| time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6;
    let of = |who| {
        getrusage(who)
            .map_or(0.0, |usage| seconds(usage.user_time()) + seconds(usage.system_time()))
    };
    (of(UsageWho::RUSAGE_SELF), of(UsageWho::RUSAGE_CHILDREN))
}

#[cfg(not(target_os = "linux"))]
fn processor_time() -> (f64, f64) {
    (0.0, 0.0)
}

fn main() {
    grader::enter_if_asked();
    if std::env::args().any(|argument| argument == "calls") {
        return calls();
    }
    let root = course::root(Path::new(".")).canonicalize().expect("the workspace is there");
    let program = std::env::current_exe().expect("a program has a path");
    let setup = Setup::new(Course::whole(), root.clone(), program, testkit::SEED);
    let graded = grade(&setup);
    #[cfg(target_os = "linux")]
    println!("of it compiling and linking: {:.0} ms a lesson", 1e3 * compiling(&setup));
    if std::env::args().any(|argument| argument == "quick") {
        return;
    }
    let shared = shared_target(&root);
    println!(
        "shared target folder: {:.2} s a submission, and wrong: {:.0} times",
        shared,
        shared / graded
    );
    if std::env::args().any(|argument| argument == "naive") {
        let naive = fresh_copy(&root);
        println!("a fresh copy: {naive:.1} s a submission: {:.0} times", naive / graded);
    }
}

/// What right answers are asked: calls and bytes of each exercise.
fn calls() {
    let (mut all_calls, mut all_bytes) = (0, 0);
    for exercise in Course::whole().exercises() {
        let rehearse = |(_, property): &(_, &str)| {
            let rehearsal = exercise.lesson.rehearse(exercise.name(), property);
            rehearsal.map_or((0, 0), |rehearsal| (rehearsal.len(), rehearsal.bytes()))
        };
        let each: Vec<(usize, usize)> = exercise.outline.properties.iter().map(rehearse).collect();
        let (calls, bytes) = each.iter().fold((0, 0), |sum, next| (sum.0 + next.0, sum.1 + next.1));
        let alone = each.iter().filter(|(calls, _)| *calls == 0).count();
        println!("{:24} {calls:6} calls {bytes:9} bytes, {alone} properties not", exercise.name());
        (all_calls, all_bytes) = (all_calls + calls, all_bytes + bytes);
    }
    println!("{:24} {all_calls:6} calls {all_bytes:9} bytes", "together");
}

/// Grades with the grader; seconds of processor time a submission.
///
/// What judges has processes of its own, whose time is known once they are gone. So a run over one submission,
/// which also rehearses, is taken away from a run over some more.
fn grade(setup: &Setup) -> f64 {
    let run = |submissions: usize| {
        let judge = judge::open(setup).expect("the grader works here");
        if submissions == 1 {
            println!("tier {}, {}", judge.tier(), judge.toolchain());
        }
        let (start, before) = (Instant::now(), processor_time());
        for number in 0..submissions {
            for lesson in submission(&setup.root, number) {
                let reports = judge.judge(&lesson).expect("the grader works here");
                let is_right = |report: &Report| report.standing() == Standing::Pass;
                assert!(reports.iter().all(is_right), "the solution is right");
            }
        }
        let wall = start.elapsed().as_secs_f64();
        drop(judge);
        let after = processor_time();
        (after.0 - before.0, after.1 - before.1, wall)
    };
    // Once to warm the caches of the system.
    run(1);
    let (first, all) = (run(1), run(1 + SUBMISSIONS));
    let each = |all: f64, first: f64| (all - first) / SUBMISSIONS as f64;
    let (own, others) = (each(all.0, first.0), each(all.1, first.1));
    println!(
        "{SUBMISSIONS} submissions of {LESSONS} lessons: {:.0} ms of processor time a lesson ({:.0} ms in the \
         grader, {:.0} ms in what it started), {:.0} ms by the clock, {:.2} submissions a second and core; \
         {:.2} s before the first is done, {} MB in the grader, {} MB in the largest other process",
        1e3 * (own + others) / LESSONS as f64,
        1e3 * own / LESSONS as f64,
        1e3 * others / LESSONS as f64,
        1e3 * each(all.2, first.2) / LESSONS as f64,
        1.0 / (own + others),
        first.0 + first.1 - own - others,
        most_memory().0 / 1024,
        most_memory().1 / 1024,
    );
    own + others
}

/// The most memory that was resident at once, in KiB: of this process, and of the largest that it started.
#[cfg(target_os = "linux")]
fn most_memory() -> (i64, i64) {
    use nix::sys::resource::{UsageWho, getrusage};

    let of = |who| getrusage(who).map_or(0, |usage| usage.max_rss());
    (of(UsageWho::RUSAGE_SELF), of(UsageWho::RUSAGE_CHILDREN))
}

#[cfg(not(target_os = "linux"))]
fn most_memory() -> (i64, i64) {
    (0, 0)
}

/// Compiles and links the solution in cells; seconds of processor time a lesson.
#[cfg(target_os = "linux")]
fn compiling(setup: &Setup) -> f64 {
    use grader::judge::{compile::ConfinedCompiler, toolchain::Toolchain};
    use grader::sandbox::{CellLauncher, Walls};

    let target = judge::target_folder(&setup.root).expect("cargo knows");
    let place = tempfile::tempdir_in(&target).expect("the target folder can be written");
    let toolchain = Toolchain::build(&setup.root, &target, place.path()).expect("they build");
    let launcher = CellLauncher { program: setup.program.clone() };
    let (walls, time) = (Walls::Namespaces, setup.compile_time);
    let before = processor_time().1;
    for number in 1..=SUBMISSIONS {
        for lesson in submission(&setup.root, number) {
            let folder = tempfile::tempdir_in(&target).expect("the target folder can be written");
            let mut files = Vec::new();
            for (exercise, source) in lesson.iter() {
                let Source::Text(text) = source else { continue };
                let path = exercise.file();
                let file = folder.path().join(&path);
                fs::create_dir_all(file.parent().expect("it has one")).expect("it is ours");
                fs::write(file, text).expect("it is ours");
                files.push(SourceFile { exercise, path });
            }
            let compiler = ConfinedCompiler {
                toolchain: &toolchain,
                launcher: &launcher,
                walls,
                time,
                until: Instant::now() + 3 * time,
                folder: folder.path(),
                self_checking: BTreeSet::new(),
            };
            let outcome = compiler.compile(&files).expect("the grader works here");
            assert!(outcome.refused.is_empty(), "the solution compiles");
        }
    }
    (processor_time().1 - before) / (SUBMISSIONS * LESSONS) as f64
}

fn submission(root: &Path, number: usize) -> Vec<LessonSources> {
    let source = |exercise: &Exercise| {
        let solution = fs::read_to_string(root.join(exercise.solution()));
        Source::Text(format!("{}// {number}\n", solution.expect("the solution is there")))
    };
    let lessons = Course::whole().by_lesson();
    lessons.map(|exercises| LessonSources::new(exercises, source)).collect()
}

/// `cargo test` of the exercises, in the same target folder for all.
fn shared_target(root: &Path) -> f64 {
    let place = root.join("target").join("grading-cost");
    copy_course(root, &place);
    hand_in(root, &place, 0);
    cargo_test(&place);
    let before = processor_time().1;
    for number in 1..=SUBMISSIONS {
        hand_in(root, &place, number);
        cargo_test(&place);
    }
    let each = (processor_time().1 - before) / SUBMISSIONS as f64;
    let _ = fs::remove_dir_all(&place);
    each
}

/// `cargo test` of the exercises in a copy of the course that nothing was built in.
fn fresh_copy(root: &Path) -> f64 {
    let place = root.join("target").join("grading-cost-fresh");
    copy_course(root, &place);
    hand_in(root, &place, 1);
    let before = processor_time().1;
    cargo_test(&place);
    let seconds = processor_time().1 - before;
    let _ = fs::remove_dir_all(&place);
    seconds
}

fn cargo_test(place: &Path) {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["test", "--quiet"]);
    for lesson in Course::whole().lessons() {
        cargo.args(["-p", &format!("exercise-{}", lesson.name())]);
    }
    cargo.current_dir(place).env("CARGO_TARGET_DIR", place.join("target"));
    let status = cargo.stdout(Stdio::null()).stderr(Stdio::null()).status();
    assert!(status.is_ok_and(|status| status.success()), "the solution passes its tests");
}

fn hand_in(root: &Path, place: &Path, number: usize) {
    for lesson in submission(root, number) {
        for (exercise, source) in lesson.iter() {
            if let Source::Text(text) = source {
                fs::write(place.join(exercise.file()), text).expect("the copy can be written");
            }
        }
    }
}

/// Copies the workspace without what was built.
fn copy_course(root: &Path, place: &Path) {
    let _ = fs::remove_dir_all(place);
    let mut folders = vec![PathBuf::new()];
    while let Some(folder) = folders.pop() {
        fs::create_dir_all(place.join(&folder)).expect("the target folder can be written");
        for entry in fs::read_dir(root.join(&folder)).expect("the workspace can be read") {
            let name = folder.join(entry.expect("the workspace can be read").file_name());
            if name.ends_with("target") || name.ends_with(".git") {
                continue;
            }
            if root.join(&name).is_dir() {
                folders.push(name);
            } else {
                fs::copy(root.join(&name), place.join(&name)).expect("the copy can be written");
            }
        }
    }
}

//! What the machine does is never the student's fault: it is said as what it is, not remembered, and tried
//! again. And what is known of a failure is said, not guessed.
#![cfg(target_os = "linux")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use contract::{LINE_VARIABLE, Listener};
use course::report::State;
use gradlings::error::Error;

use crate::desk::{Desk, exercise, first_message};

const RELU: &str = "pub fn relu(z: f64) -> f64 { z.max(0.0) }";

impl Desk {
    /// Puts a script before the compiler, which does `what` whenever an exercise is compiled.
    fn trouble_the_compiler(&mut self, what: &str) {
        let script = self.workplace.output.join("compiler");
        fs::create_dir_all(&self.workplace.output).unwrap();
        let rustc = course::libraries::compiler();
        let text = format!(
            "#!/bin/sh\ncase \"$*\" in *crate-name=exercise_*) {what};; esac\nexec {} \"$@\"\n",
            rustc.display()
        );
        fs::write(&script, text).unwrap();
        fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).unwrap();
        self.workplace.compiler = script;
    }

    fn error(&self, name: &str) -> Error {
        self.workplace.check(&[exercise(name)]).unwrap_err()
    }
}

#[test]
fn a_compiler_that_does_not_come_to_its_end_is_the_machines_fault_and_tried_again() {
    let mut desk = Desk::new();
    let rustc = desk.workplace.compiler.clone();
    let troubles = [
        ("kill -9 $$", "SIGKILL"),
        ("kill -11 $$", "SIGSEGV"),
        ("ulimit -f 0", ""),
        ("echo 'No space left on device' >&2; exit 1", "Make room on that disk"),
        ("exit 1", "exit status: 1"),
        ("exec /nowhere/rustc", "/nowhere/rustc"),
    ];
    for (i, (trouble, words)) in troubles.into_iter().enumerate() {
        desk.write("relu", &format!("// {i}\n{RELU}"));
        desk.trouble_the_compiler(trouble);
        let error = desk.error("relu");
        assert!(error.to_string().contains(words), "{trouble}: {error}");
        assert!(error.to_string().contains("not because of your code"), "{trouble}: {error}");
        desk.workplace.compiler.clone_from(&rustc);
        assert_eq!(desk.check("relu").state(), State::Solved, "{trouble}");
    }
    desk.write("relu", &format!("// gone\n{RELU}"));
    desk.workplace.compiler = PathBuf::from("/nowhere/rustc");
    assert!(desk.error("relu").to_string().contains("rustup"));
}

/// A compiler that fails once, and an incremental state that cannot be read, cost a moment.
#[test]
fn what_fails_once_is_tried_again_at_once() {
    let mut desk = Desk::new();
    desk.write("relu", &format!("// once\n{RELU}"));
    desk.trouble_the_compiler("if mkdir \"$0.once\" 2>/dev/null; then kill -9 $$; fi");
    let once = desk.workplace.output.join("compiler.once");
    let _ = fs::remove_dir(&once);
    assert_eq!(desk.check("relu").state(), State::Solved);
    assert!(once.is_dir());
}

/// What the linker alone refuses is in none of the files, and the student's all the same.
#[test]
fn a_function_that_is_nowhere_is_refused_by_the_linker() {
    let desk = Desk::new();
    let nowhere = "unsafe extern \"C\" { fn nowhere(z: f64) -> f64; }\n\
                   pub fn relu(z: f64) -> f64 { unsafe { nowhere(z) } }";
    desk.write("relu", nowhere);
    let report = desk.check("relu");
    assert_eq!(report.state(), State::DoesNotCompile);
    assert!(report.compiler.unwrap().contains("nowhere"));
}

#[test]
fn an_answer_that_grows_without_end_is_ended_and_told_so() {
    let desk = Desk::new();
    desk.write(
        "relu",
        "pub fn relu(z: f64) -> f64 { let mut all = Vec::new(); loop { all.push(vec![z; 1 << 20]); } }",
    );
    let report = desk.check("relu");
    assert!(first_message(&report).starts_with("`relu` wanted more than 1024 MiB of memory"));
}

#[test]
fn what_is_known_of_a_failure_is_said() {
    let desk = Desk::new();
    let answers = [
        ("fn f(z: f64) -> f64 { 1.0 + f(std::hint::black_box(z)) } f(z)", "The stack overflowed"),
        ("std::process::exit(if z < 0.0 { 7 } else { 7 })", "exit status: 7"),
        ("std::process::abort()", "SIGABRT"),
        (
            "let mut line = String::new(); std::io::stdin().read_line(&mut line).unwrap(); z",
            "computed nothing: it waits",
        ),
        ("loop { std::thread::park(); std::hint::black_box(z); }", "computed nothing: it waits"),
        ("loop { std::hint::black_box(z); }", "a loop that never ends"),
    ];
    for (answer, words) in answers {
        desk.write(
            "relu",
            &format!(
                "#[allow(unconditional_recursion)]\npub fn relu(z: f64) -> f64 {{ {answer} }}"
            ),
        );
        let report = desk.check("relu");
        assert!(first_message(&report).contains(words), "{answer}: {}", first_message(&report));
    }
}

/// As many as a machine with many processors has, and many more than one needs.
#[test]
fn sixty_four_threads_are_none_too_many() {
    let mut desk = Desk::new();
    desk.workplace.limits.time = Duration::from_secs(60);
    let threads = "pub fn relu(z: f64) -> f64 {
        let start = |_| std::thread::spawn(move || vec![z.max(0.0); 1000][999]);
        let threads: Vec<_> = (0..64).map(start).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).fold(f64::NEG_INFINITY, f64::max)
    }";
    desk.write("relu", threads);
    assert_eq!(desk.check("relu").state(), State::Solved);
}

/// As in `cargo test`, which compiles with the checks of cargo's `dev` profile.
#[test]
fn an_overflow_panics_and_a_debug_assertion_counts() {
    let desk = Desk::new();
    desk.write("relu", "pub fn relu(z: f64) -> f64 { std::hint::black_box(std::hint::black_box(255_u8) + 1); z.max(0.0) }");
    assert!(first_message(&desk.check("relu")).contains("attempt to add with overflow"));
    desk.write(
        "relu",
        "pub fn relu(z: f64) -> f64 { debug_assert!(z < 0.0, \"below\"); z.max(0.0) }",
    );
    assert!(first_message(&desk.check("relu")).contains("below"));
}

/// A runner that is killed ends nothing any more: what it has started has to end by itself.
#[test]
fn what_a_killed_runner_has_started_ends_with_it() {
    let runner = env!("CARGO_BIN_EXE_gradlings");
    let script = format!("{runner} --become all $$ sleep 600 & echo $!; wait");
    let mut shell =
        Command::new("sh").args(["-c", &script]).stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    let mut output = std::io::BufReader::new(shell.stdout.take().unwrap());
    std::io::BufRead::read_line(&mut output, &mut line).unwrap();
    let status = PathBuf::from(format!("/proc/{}/comm", line.trim()));
    within(|| fs::read_to_string(&status).is_ok_and(|name| name.trim() == "sleep"));
    shell.kill().unwrap();
    shell.wait().unwrap();
    within(|| fs::read_to_string(&status).is_err());
}

/// The student's program, in an endless loop, when standard input ends: on every system that is how it notices.
#[test]
fn a_program_ends_when_nobody_holds_its_standard_input() {
    let desk = Desk::new();
    desk.write("relu", RELU);
    desk.check("relu");
    let listener = Listener::open().unwrap();
    let program = desk.workplace.output.join("activations").join("answers");
    let mut child = Command::new(program)
        .env(LINE_VARIABLE, listener.name())
        .stdin(Stdio::piped())
        .spawn()
        .unwrap();
    let _line = listener.accept(|| true, Instant::now() + Duration::from_secs(60)).unwrap();
    assert_eq!(child.try_wait().unwrap(), None);
    drop(child.stdin.take());
    within(|| child.try_wait().unwrap().is_some());
}

fn within(mut holds: impl FnMut() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(30);
    while !holds() {
        assert!(Instant::now() < deadline, "it did not happen within 30 s");
        std::thread::sleep(Duration::from_millis(5));
    }
}

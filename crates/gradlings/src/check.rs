//! Checks exercises: compiles the student's files, asks their functions, judges the answers.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::{Arc, OnceLock};
use std::thread;

use testkit::remote::{Limits, Remote};
use testkit::{AnyLesson, Callee, Judged, Text, say};

use crate::compile::{Compiled, Compiler};
use crate::course::{Exercise, exercises};
use crate::libraries::Libraries;
use crate::process::{Process, Unwanted};
use crate::report::{PropertyReport, Report, State, state_of};
use crate::spoken;
use crate::stub::stub_of;
use crate::verdicts::Verdicts;

/// The working place of a check.
pub struct Bench {
    /// The root of the workspace.
    pub root: PathBuf,
    /// Where exercises are read from, `exercises` or a folder like it.
    pub exercises: PathBuf,
    /// Where programs and verdicts are kept.
    pub output: PathBuf,
    /// How patient it is.
    pub limits: Limits,
    /// Whether a warning of the compiler counts as an error.
    pub deny_warnings: bool,
    /// Whether to break off what is being checked.
    pub unwanted: Unwanted,
    /// What students' code is linked with, once it is known.
    pub libraries: OnceLock<Libraries>,
}

impl Bench {
    /// The bench of a student in the workspace at `root`.
    pub fn new(root: &Path) -> Self {
        Self {
            root: root.to_path_buf(),
            exercises: root.join("exercises"),
            output: root.join("target").join("gradlings"),
            limits: Limits::default(),
            deny_warnings: false,
            unwanted: Arc::new(|| false),
            libraries: OnceLock::new(),
        }
    }

    /// The file of an exercise.
    pub fn file(&self, exercise: &Exercise) -> PathBuf {
        let lesson = self.exercises.join(exercise.lesson.name());
        lesson.join("src").join(format!("{}.rs", exercise.name()))
    }

    /// The stub of an exercise.
    pub fn stub(&self, exercise: &Exercise) -> io::Result<String> {
        let solution = fs::read_to_string(self.root.join(exercise.solution()))?;
        Ok(stub_of(exercise, &solution))
    }

    /// Checks `wanted`, in order. What has not changed since it was last checked is not checked
    /// again, and a file that is still the stub is not even compiled.
    ///
    /// # Errors
    /// Files that cannot be read or written, a course that does not build, and `Interrupted` if
    /// the check was broken off.
    pub fn check(&self, wanted: &[Exercise]) -> io::Result<Vec<Report>> {
        let mut verdicts = Verdicts::open(&self.output);
        let mut reports: BTreeMap<&str, Report> = BTreeMap::new();
        let mut open: Vec<Exercise> = Vec::new();
        for exercise in wanted {
            match self.known(exercise, &verdicts) {
                Some(report) => _ = reports.insert(exercise.name(), report),
                None => open.push(exercise.clone()),
            }
        }
        if !open.is_empty() {
            let judged = self.judge(&open)?;
            if (self.unwanted)() {
                return Err(io::ErrorKind::Interrupted.into());
            }
            for report in judged {
                if let Some(exercise) = open.iter().find(|it| it.name() == report.exercise) {
                    // A slow machine may have been to blame: the next check tries again.
                    if report.state != State::TimedOut {
                        verdicts.keep(&self.fingerprint(exercise), &report);
                    }
                    reports.insert(exercise.name(), report);
                }
            }
            verdicts.save()?;
        }
        Ok(wanted.iter().filter_map(|exercise| reports.remove(exercise.name())).collect())
    }

    /// What is known of an exercise without compiling it.
    fn known(&self, exercise: &Exercise, verdicts: &Verdicts) -> Option<Report> {
        let file = self.file(exercise);
        let Ok(text) = fs::read_to_string(&file) else {
            return Some(missing(exercise));
        };
        let is_stub = self.stub(exercise).is_ok_and(|stub| same_text(&stub, &text));
        if is_stub {
            return Some(untouched(exercise));
        }
        verdicts.find(&self.fingerprint(exercise))
    }

    /// Everything that the verdict on an exercise follows from: its text, and those of its
    /// neighbours where it names them.
    fn fingerprint(&self, exercise: &Exercise) -> String {
        let read =
            |exercise: &Exercise| fs::read_to_string(self.file(exercise)).unwrap_or_default();
        let mut text = format!("{}\n{}", exercise.name(), read(exercise));
        if text.contains("crate::") || text.contains("super::") {
            for neighbour in exercises() {
                if neighbour.lesson.name() == exercise.lesson.name() {
                    text += &read(&neighbour);
                }
            }
        }
        text
    }

    /// The libraries that students' code is linked with.
    pub fn libraries(&self) -> io::Result<&Libraries> {
        if let Some(known) = self.libraries.get() {
            return Ok(known);
        }
        let found = Libraries::find(&self.root)?;
        Ok(self.libraries.get_or_init(|| found))
    }

    /// Compiles and judges, the lessons side by side.
    pub fn judge(&self, open: &[Exercise]) -> io::Result<Vec<Report>> {
        let libraries = self.libraries()?;
        let mut lessons: BTreeMap<usize, Vec<Exercise>> = BTreeMap::new();
        for exercise in open {
            lessons.entry(exercise.number.0).or_default().push(exercise.clone());
        }
        thread::scope(|scope| {
            let threads: Vec<_> = lessons
                .values()
                .map(|lesson| scope.spawn(|| self.judge_lesson(lesson, libraries)))
                .collect();
            let mut reports = Vec::new();
            for thread in threads {
                let broken = |_| spoken::error(say!("judging panicked", "검사하다가 패닉했습니다"));
                reports.extend(thread.join().map_err(broken)??);
            }
            Ok(reports)
        })
    }

    fn judge_lesson(&self, open: &[Exercise], libraries: &Libraries) -> io::Result<Vec<Report>> {
        let Answering { callee, errors } = self.compiled(open[0].lesson, libraries)?;
        let report = |exercise: &Exercise| match errors.get(exercise.name()) {
            Some(words) => refused(exercise, words),
            None => judged(exercise, Rc::clone(&callee)),
        };
        Ok(open.iter().map(report).collect())
    }

    /// The student's answers to a lesson.
    pub fn answering(&self, lesson: &'static dyn AnyLesson) -> io::Result<Answering> {
        self.compiled(lesson, self.libraries()?)
    }

    fn compiled(
        &self,
        lesson: &'static dyn AnyLesson,
        libraries: &Libraries,
    ) -> io::Result<Answering> {
        // All files of the lesson, because one may call another.
        let files: Vec<(Exercise, PathBuf)> = exercises()
            .into_iter()
            .filter(|exercise| exercise.lesson.name() == lesson.name())
            .map(|exercise| (exercise.clone(), self.file(&exercise)))
            .filter(|(_, file)| file.is_file())
            .collect();
        let compiler = Compiler {
            root: &self.root,
            libraries,
            output: self.output.clone(),
            deny_warnings: self.deny_warnings,
        };
        let Compiled { program, errors } = compiler.compile(&files)?;
        let unwanted = Arc::clone(&self.unwanted);
        let connect = move || -> io::Result<Box<dyn testkit::remote::Connection>> {
            let program = program.as_ref().ok_or_else(|| io::Error::other("nothing compiles"))?;
            Ok(Box::new(Process::start(program, Arc::clone(&unwanted))?))
        };
        Ok(Answering { callee: Rc::new(Remote::new(Box::new(connect), self.limits)), errors })
    }
}

/// The answers of a student to a lesson, in a program of their own.
pub struct Answering {
    /// Who is asked.
    pub callee: Rc<dyn Callee>,
    /// The compiler's words about each exercise that has no answers.
    pub errors: BTreeMap<&'static str, String>,
}

/// Equal but for line ends, which a checkout may change.
fn same_text(one: &str, other: &str) -> bool {
    one.lines().eq(other.lines())
}

fn judged(exercise: &Exercise, answers: Rc<dyn Callee>) -> Report {
    let judged = exercise.lesson.judge(exercise.name(), answers);
    let report = |judged: &Judged| {
        let report = PropertyReport::new(judged);
        match &judged.verdict {
            Err(complaint) if complaint.is_unwritten() => PropertyReport {
                message: Some(unwritten(exercise, judged.function).into()),
                ..report
            },
            _ => report,
        }
    };
    let properties = judged.iter().map(report).collect();
    Report { state: state_of(&judged), properties, ..blank(exercise) }
}

/// That a function is still a `todo!`: the sentence in it, in the reader's language.
fn unwritten(exercise: &Exercise, function: &str) -> Text {
    let hints = exercise.outline.hints.iter().find(|hints| hints.function == function);
    let step = hints.map_or(Text::new("", ""), |hints| hints.steps[0].text());
    let (file, Text { en, ko }) = (file_of(exercise), step);
    say!(
        "Not written yet: {en}. Replace the `todo!` in {file}.",
        "아직 작성되지 않았습니다: {ko}. {file}의 `todo!`를 바꾸세요."
    )
}

/// The student's file as it is named in texts, the same on every system.
fn file_of(exercise: &Exercise) -> String {
    exercise.file().display().to_string().replace('\\', "/")
}

fn blank(exercise: &Exercise) -> Report {
    Report {
        lesson: exercise.lesson.name().to_string(),
        exercise: exercise.name().to_string(),
        state: State::NotStarted,
        properties: Vec::new(),
        compiler: None,
    }
}

fn unchecked(exercise: &Exercise, state: State, why: impl Fn(&str) -> Text) -> Report {
    let properties = exercise.outline.properties.iter();
    let properties = properties.map(|it| PropertyReport::unchecked(*it, why(it.0))).collect();
    Report { state, properties, ..blank(exercise) }
}

fn untouched(exercise: &Exercise) -> Report {
    unchecked(exercise, State::NotStarted, |function| unwritten(exercise, function))
}

fn refused(exercise: &Exercise, words: &str) -> Report {
    let report = unchecked(exercise, State::DoesNotCompile, |_| {
        let file = file_of(exercise);
        say!("{file} does not compile.", "{file} 파일이 컴파일되지 않습니다.")
    });
    Report { compiler: Some(words.to_string()), ..report }
}

fn missing(exercise: &Exercise) -> Report {
    unchecked(exercise, State::DoesNotCompile, |_| {
        let (file, name) = (file_of(exercise), exercise.name());
        say!(
            "{file} is missing or cannot be read; `cargo run -- reset {name}` brings the stub back.",
            "{file} 파일이 없거나 읽을 수 없습니다. `cargo run -- reset {name}` 명령으로 처음 상태로 \
             되돌리세요."
        )
    })
}

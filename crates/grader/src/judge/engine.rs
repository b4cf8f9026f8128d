//! The judge of this machine.

use std::cell::{Cell as Slot, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Instant;

use contract::{Callee, Remote, Text};
use course::Exercise;
use course::compile::{Compiled, Refusal};
use course::report::{Report, Standing};
use course::stub::{same_text, stub_of};
use course::wiring::SourceFile;
use testkit::{Examinee, Judged};

use super::compile::{ConfinedCompiler, may_check_itself};
use super::desks::Desks;
use super::libraries::Libraries;
use super::rehearsals::Rehearsals;
use super::toolchain::system;
use super::worker::{Clock, Patience, Worker};
use super::{Infra, Judge, LessonSources, Setup, Source, core, suite};
use crate::sandbox::{CellLauncher, Examination, Launcher, Tier, examine};

/// Judges submissions in cells of this machine.
pub struct Engine {
    setup: Setup,
    launcher: Arc<dyn Launcher>,
    libraries: Libraries,
    examination: Examination,
    suite: String,
    rehearsals: Rehearsals,
    /// The stubs of the course, by the number of the exercise.
    stubs: BTreeMap<(usize, usize), String>,
    desks: Desks,
}

impl Engine {
    /// Builds the libraries and finds out what holds here.
    pub fn open(setup: &Setup) -> Result<Self, Infra> {
        let target = setup.root.join("target").join("grader");
        let desks = Desks::open(&target)?;
        let launcher: Arc<dyn Launcher> = Arc::new(CellLauncher { program: setup.program.clone() });
        let examination = examination(&*launcher, setup, &desks)?;
        let mut stubs = BTreeMap::new();
        for exercise in setup.course.exercises() {
            let solution = fs::read_to_string(setup.root.join(exercise.solution()))?;
            stubs.insert(exercise.number, stub_of(exercise, &solution));
        }
        testkit::choose_seed(setup.seed);
        Ok(Self {
            setup: setup.clone(),
            launcher,
            libraries: Libraries::build(&setup.root, &target.join("libraries"))?,
            examination,
            suite: suite::fingerprint(&setup.root)?,
            rehearsals: Rehearsals::of(setup.course),
            stubs,
            desks,
        })
    }

    /// Compiles the files of a lesson and returns what judges one exercise of it.
    fn compile_and_ask(
        &self,
        folder: &Path,
        files: &[SourceFile],
        self_checking: BTreeSet<&'static str>,
    ) -> io::Result<impl Fn(&Exercise) -> Result<Report, Infra>> {
        let compiler = ConfinedCompiler {
            libraries: &self.libraries,
            launcher: &*self.launcher,
            walls: self.examination.walls,
            time: self.setup.compile_time,
            folder,
            self_checking,
        };
        let Compiled { has_program: _, refused } = compiler.compile(files)?;
        let patience = Patience { call: self.setup.call_time, exercise: self.setup.exercise_time };
        let worker = Worker {
            libraries: &self.libraries,
            launcher: &self.launcher,
            walls: self.examination.walls,
            patience,
        };
        let clock =
            Rc::new(Clock { until: Slot::new(Instant::now()), trouble: RefCell::default() });
        let answers = worker.answers(folder, compiler.program(), &clock)?;
        let remote = RefCell::new(Rc::new(answers()));
        let rehearsals = &self.rehearsals;
        Ok(move |exercise: &Exercise| {
            if let Some(Refusal { is_limit, words }) = refused.get(exercise.name()) {
                let standing =
                    if *is_limit { Standing::CompileLimit } else { Standing::CompileError };
                return Ok(unasked(exercise, standing, words));
            }
            clock.until.set(Instant::now() + patience.exercise);
            let asked = Rc::clone(&remote.borrow());
            let judged = ask(exercise, &asked, rehearsals);
            if judged.iter().any(|judged| judged.verdict.is_err()) {
                // Whatever it left behind shall not meet the next exercise.
                remote.replace(Rc::new(answers()));
            }
            if let Some(trouble) = clock.trouble.take() {
                return Err(Infra(trouble));
            }
            Ok(Report::judged(exercise, &judged))
        })
    }
}

/// The report of an exercise whose functions were not asked, for a reason that is told as it is in every
/// language.
fn unasked(exercise: &Exercise, standing: Standing, why: &str) -> Report {
    Report::unasked(exercise, standing, |_| Text::new(why.to_string(), why.to_string()))
}

/// Judges one exercise: each property is put ahead as far as it is known what it asks.
pub(super) fn ask(exercise: &Exercise, asked: &Rc<Remote>, rehearsals: &Rehearsals) -> Vec<Judged> {
    let examinee = AskedAhead { exercise, asked, rehearsals };
    let callee = Rc::clone(asked) as Rc<dyn Callee>;
    exercise.lesson.judge_as(exercise.name(), callee, &examinee)
}

/// A student's program whose properties are put ahead.
struct AskedAhead<'a> {
    exercise: &'a Exercise,
    asked: &'a Remote,
    rehearsals: &'a Rehearsals,
}

impl Examinee for AskedAhead<'_> {
    fn holds(&self, property: &'static str) -> bool {
        if let Some(rehearsal) = self.rehearsals.find(self.exercise, property) {
            return self.asked.holds_as_rehearsed(rehearsal);
        }
        self.asked.begin();
        false
    }

    fn must_repeat(&self) -> bool {
        let must_repeat = self.asked.must_repeat();
        self.asked.begin();
        must_repeat
    }
}

impl Judge for Engine {
    fn tier(&self) -> Tier {
        self.examination.tier()
    }

    fn suite(&self) -> String {
        self.suite.clone()
    }

    fn toolchain(&self) -> String {
        self.libraries.version.clone()
    }

    fn judge(&self, lesson: &LessonSources) -> Result<Vec<Report>, Infra> {
        core::keep_to_one();
        let desk = self.desks.desk()?;
        let mut unasked_reports = BTreeMap::new();
        let mut self_checking = BTreeSet::new();
        let mut files = Vec::new();
        for (exercise, source) in lesson.iter() {
            let (standing, why) = match source {
                Source::Text(text) => {
                    let path = exercise.file();
                    write(&desk.0.join(&path), text)?;
                    files.push(SourceFile { exercise, path });
                    if may_check_itself(text) {
                        self_checking.insert(exercise.name());
                    }
                    if !same_text(&self.stubs[&exercise.number], text) {
                        continue;
                    }
                    (Standing::NotStarted, "Not written yet.")
                }
                Source::Rejected(why) => (Standing::Rejected, why.as_str()),
                Source::Missing => (Standing::NotStarted, "Not handed in."),
            };
            unasked_reports.insert(exercise.name(), unasked(exercise, standing, why));
        }
        if unasked_reports.len() == lesson.exercises.len() {
            return Ok(lesson
                .exercises
                .iter()
                .filter_map(|it| unasked_reports.remove(it.name()))
                .collect());
        }
        let judge = self.compile_and_ask(&desk.0, &files, self_checking)?;
        let reports = lesson.exercises.iter().map(|exercise| {
            unasked_reports.remove(exercise.name()).map_or_else(|| judge(exercise), Ok)
        });
        reports.collect()
    }
}

fn examination(
    launcher: &dyn Launcher,
    setup: &Setup,
    desks: &Desks,
) -> Result<Examination, Infra> {
    let place = desks.desk()?;
    let examinations = examine(launcher, &setup.program, &system(), &place.0)?;
    examinations.into_iter().next_back().ok_or_else(|| Infra("nothing was examined".into()))
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    fs::create_dir_all(path.parent().unwrap_or(path))?;
    fs::write(path, text)
}

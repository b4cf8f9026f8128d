//! The judge of this machine.

use std::cell::{Cell as Slot, RefCell};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Instant;

use contract::Callee;
use contract::Remote;
use course::stub::stub_of;
use course::{Exercise, exercises};
use testkit::Judged;

use super::compile::Compiler;
use super::desks::Desks;
use super::libraries::Libraries;
use super::rehearsals::Rehearsals;
use super::toolchain::system;
use super::worker::{Clock, Patience, Worker};
use super::{Infra, Judge, Setup, core, suite, verdict};
use crate::intake::{Source, Sources};
use crate::results::{ExerciseResult, Verdict};
use crate::sandbox::{CellLauncher, Examination, Launcher, Tier, examine};

/// Judges submissions in cells of this machine.
pub struct Engine {
    setup: Setup,
    launcher: Arc<dyn Launcher>,
    libraries: Libraries,
    examination: Examination,
    suite: String,
    rehearsals: Rehearsals,
    stubs: BTreeMap<&'static str, String>,
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
        for exercise in exercises() {
            let solution = fs::read_to_string(setup.root.join(exercise.solution()))?;
            stubs.insert(exercise.name(), stub_of(&exercise, &solution));
        }
        testkit::choose_seed(setup.seed);
        Ok(Self {
            setup: setup.clone(),
            launcher,
            libraries: Libraries::build(&setup.root, &target.join("libraries"))?,
            examination,
            suite: suite::fingerprint(&setup.root)?,
            rehearsals: Rehearsals::default(),
            stubs,
            desks,
        })
    }

    fn judge_lesson(
        &self,
        desk: &Path,
        exercises: &[&Exercise],
        sources: &Sources,
    ) -> Result<Vec<ExerciseResult>, Infra> {
        let mut early = BTreeMap::new();
        let mut files = Vec::new();
        for exercise in exercises {
            let path = exercise.file();
            match source(sources, exercise) {
                Some(Source::Text(text)) => {
                    write(&desk.join(&path), text)?;
                    files.push(((*exercise).clone(), path));
                    if same_text(&self.stubs[exercise.name()], text) {
                        early.insert(exercise.name(), (Verdict::NotStarted, "Not written yet."));
                    }
                }
                Some(Source::Rejected(why)) => {
                    early.insert(exercise.name(), (Verdict::Rejected, why));
                }
                _ => _ = early.insert(exercise.name(), (Verdict::NotStarted, "Not handed in.")),
            }
        }
        let unjudged = |exercise: &&Exercise| {
            let (verdict, why) = early.get(exercise.name())?;
            Some(verdict::unjudged(exercise, *verdict, why))
        };
        if let Some(all) = exercises.iter().map(unjudged).collect() {
            return Ok(all);
        }
        let judge = self.compile_and_ask(desk, &files)?;
        exercises.iter().map(|it| unjudged(it).map_or_else(|| judge(it), Ok)).collect()
    }

    /// Compiles the files of a lesson and returns what judges one exercise of it.
    fn compile_and_ask(
        &self,
        desk: &Path,
        files: &[(Exercise, PathBuf)],
    ) -> io::Result<impl Fn(&Exercise) -> Result<ExerciseResult, Infra>> {
        let compiler = Compiler {
            libraries: &self.libraries,
            launcher: &*self.launcher,
            walls: self.examination.walls,
            time: self.setup.compile_time,
        };
        let outcome = compiler.compile(desk, files)?;
        let patience = Patience { call: self.setup.call_time, exercise: self.setup.exercise_time };
        let worker = Worker {
            libraries: &self.libraries,
            launcher: &self.launcher,
            walls: self.examination.walls,
            patience,
        };
        let clock =
            Rc::new(Clock { until: Slot::new(Instant::now()), trouble: RefCell::default() });
        let program = outcome.program.unwrap_or_default();
        let answers = worker.answers(desk, program, &clock)?;
        let remote = RefCell::new(Rc::new(answers()));
        let rehearsals = &self.rehearsals;
        Ok(move |exercise: &Exercise| {
            if let Some((verdict, words)) = outcome.refused.get(exercise.name()) {
                return Ok(verdict::unjudged(exercise, *verdict, words));
            }
            clock.until.set(Instant::now() + patience.exercise);
            let asked = Rc::clone(&remote.borrow());
            let judged = ask(exercise, &asked, rehearsals);
            if judged.iter().any(|it| it.verdict.is_err()) {
                // Whatever it left behind shall not meet the next exercise.
                remote.replace(Rc::new(answers()));
            }
            if let Some(trouble) = clock.trouble.take() {
                return Err(Infra(trouble));
            }
            Ok(verdict::judged(exercise, &judged, self.setup.language))
        })
    }
}

/// Judges one exercise. Answers that pass a property are learnt.
pub(super) fn ask(exercise: &Exercise, asked: &Rc<Remote>, rehearsals: &Rehearsals) -> Vec<Judged> {
    let (last, trails) = (Slot::new(None), RefCell::new(Vec::new()));
    let end_last = || {
        let run = last.take().zip(asked.take_trail());
        trails.borrow_mut().extend(run);
    };
    let holds = |property: &'static str| {
        end_last();
        let Some((rehearsal, passed)) = rehearsals.of(exercise, property) else { return false };
        let holds = asked.holds_as_rehearsed(rehearsal, passed);
        last.set((!holds).then_some((property, passed)));
        holds
    };
    let callee = Rc::clone(asked) as Rc<dyn Callee>;
    let judged = exercise.lesson.judge_unless(exercise.name(), callee, &holds);
    end_last();
    for ((property, passed), trail) in trails.take() {
        if judged.iter().any(|it| it.name == property && it.verdict.is_ok()) {
            passed.learn(&trail);
        }
    }
    judged
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

    fn judge(&self, sources: &Sources) -> Result<Vec<ExerciseResult>, Infra> {
        core::keep_to_one();
        let all = exercises();
        let mut results = Vec::new();
        for lesson in all.chunk_by(|one, other| one.number.0 == other.number.0) {
            let desk = self.desks.desk()?;
            let lesson: Vec<&Exercise> = lesson.iter().collect();
            results.extend(self.judge_lesson(&desk.0, &lesson, sources)?);
        }
        Ok(results)
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

fn source<'a>(sources: &'a Sources, exercise: &Exercise) -> Option<&'a Source> {
    let key = (exercise.lesson.name().to_string(), exercise.name().to_string());
    sources.files.get(&key)
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    fs::create_dir_all(path.parent().unwrap_or(path))?;
    fs::write(path, text)
}

/// Equal but for line ends, which a checkout may change.
fn same_text(one: &str, other: &str) -> bool {
    one.lines().eq(other.lines())
}

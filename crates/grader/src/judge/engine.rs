//! The judge of this machine.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
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

use super::affinity::keep_to_one_core;
use super::compile::{ConfinedCompiler, may_check_itself};
use super::fingerprint::fingerprint;
use super::rehearsals::Rehearsals;
use super::toolchain::{Toolchain, system_folders};
use super::work_folder::WorkFolders;
use super::worker::{Clock, Patience, Worker};
use super::{Judge, LessonSources, Setup, Source};
use crate::Error;
use crate::sandbox::{CellLauncher, Examination, Launcher, Tier, examine};

/// Judges lessons in cells of this machine.
pub struct Engine {
    setup: Setup,
    launcher: Arc<dyn Launcher>,
    toolchain: Toolchain,
    examination: Examination,
    suite: String,
    rehearsals: Rehearsals,
    /// The stubs of the course, by the number of the exercise.
    stubs: BTreeMap<(usize, usize), String>,
    work_folders: WorkFolders,
}

impl Engine {
    /// Builds the libraries and finds out what holds here.
    ///
    /// # Errors
    /// If the libraries do not build, or the target folder cannot be written.
    pub fn open(setup: &Setup) -> Result<Self, Error> {
        let target = setup.root.join("target").join("grader");
        let work_folders = WorkFolders::open(&target)?;
        let launcher: Arc<dyn Launcher> = Arc::new(CellLauncher { program: setup.program.clone() });
        let place = work_folders.create()?;
        let (_, examination) = examine(&*launcher, &setup.program, &system_folders(), &place.path)?;
        let mut stubs = BTreeMap::new();
        for exercise in setup.course.exercises() {
            let path = setup.root.join(exercise.solution());
            let solution = fs::read_to_string(&path).map_err(Error::file(&path))?;
            stubs.insert(exercise.number, stub_of(exercise, &solution));
        }
        testkit::choose_seed(setup.seed);
        Ok(Self {
            setup: setup.clone(),
            launcher,
            toolchain: Toolchain::build(&setup.root, &target.join("libraries"))?,
            examination,
            suite: fingerprint(&setup.root)?,
            rehearsals: Rehearsals::of(setup.course),
            stubs,
            work_folders,
        })
    }

    /// Compiles the files of a lesson and returns what judges one exercise of it.
    fn compile_and_ask(
        &self,
        folder: &Path,
        files: &[SourceFile],
        self_checking: BTreeSet<&'static str>,
    ) -> Result<impl Fn(&Exercise) -> Result<Report, Error>, Error> {
        let compiler = ConfinedCompiler {
            toolchain: &self.toolchain,
            launcher: &*self.launcher,
            walls: self.examination.walls,
            time: self.setup.compile_time,
            folder,
            self_checking,
        };
        let Compiled { has_program: _, refused } = compiler.compile(files)?;
        let patience = Patience { call: self.setup.call_time, exercise: self.setup.exercise_time };
        let worker = Worker {
            toolchain: &self.toolchain,
            launcher: &self.launcher,
            walls: self.examination.walls,
            patience,
        };
        let clock =
            Rc::new(Clock { until: Cell::new(Instant::now()), trouble: RefCell::default() });
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
            let current = Rc::clone(&remote.borrow());
            let judged = ask(exercise, &current, rehearsals);
            if judged.iter().any(|judged| judged.verdict.is_err()) {
                // Whatever it left behind shall not meet the next exercise.
                remote.replace(Rc::new(answers()));
            }
            match clock.trouble.take() {
                Some(trouble) => Err(trouble),
                None => Ok(Report::judged(exercise, &judged)),
            }
        })
    }
}

/// The report of an exercise whose functions were not asked; the reason has the same words in every language.
fn unasked(exercise: &Exercise, standing: Standing, why: &str) -> Report {
    Report::unasked(exercise, standing, |_| Text::new(why.to_string(), why.to_string()))
}

/// Judges one exercise: each property is put ahead as far as it is known what it asks.
pub(super) fn ask(
    exercise: &Exercise,
    remote: &Rc<Remote>,
    rehearsals: &Rehearsals,
) -> Vec<Judged> {
    let examinee = AskedAhead { exercise, remote, rehearsals };
    let callee = Rc::clone(remote) as Rc<dyn Callee>;
    exercise.lesson.judge_as(exercise.name(), callee, &examinee)
}

/// A student's program whose properties are put ahead.
struct AskedAhead<'a> {
    exercise: &'a Exercise,
    remote: &'a Remote,
    rehearsals: &'a Rehearsals,
}

impl Examinee for AskedAhead<'_> {
    fn holds(&self, property: &'static str) -> bool {
        if let Some(rehearsal) = self.rehearsals.find(self.exercise, property) {
            return self.remote.holds_as_rehearsed(rehearsal);
        }
        self.remote.begin();
        false
    }

    fn must_repeat(&self) -> bool {
        let must_repeat = self.remote.must_repeat();
        self.remote.begin();
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
        self.toolchain.version.clone()
    }

    fn judge(&self, lesson: &LessonSources) -> Result<Vec<Report>, Error> {
        keep_to_one_core();
        let folder = self.work_folders.create()?;
        // What is known of an exercise without asking it: nothing where it has to be asked.
        let mut early = Vec::new();
        let mut self_checking = BTreeSet::new();
        let mut files = Vec::new();
        for (exercise, source) in lesson.iter() {
            early.push(match source {
                Source::Rejected(why) => Some(unasked(exercise, Standing::Rejected, why)),
                Source::Missing => Some(unasked(exercise, Standing::NotStarted, "Not handed in.")),
                Source::Text(text) => {
                    let path = exercise.file();
                    write(&folder.path.join(&path), text)?;
                    // Also a stub: another file of the lesson may call it.
                    files.push(SourceFile { exercise, path });
                    if may_check_itself(text) {
                        self_checking.insert(exercise.name());
                    }
                    same_text(&self.stubs[&exercise.number], text)
                        .then(|| unasked(exercise, Standing::NotStarted, "Not written yet."))
                }
            });
        }
        if early.iter().all(Option::is_some) {
            return Ok(early.into_iter().flatten().collect());
        }
        let judge = self.compile_and_ask(&folder.path, &files, self_checking)?;
        let reports = early.into_iter().zip(lesson.exercises);
        reports.map(|(early, exercise)| early.map_or_else(|| judge(exercise), Ok)).collect()
    }
}

fn write(path: &Path, text: &str) -> Result<(), Error> {
    fs::create_dir_all(path.parent().unwrap_or(path))
        .and_then(|()| fs::write(path, text))
        .map_err(Error::file(path))
}

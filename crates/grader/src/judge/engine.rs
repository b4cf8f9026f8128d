//! The judge of this machine: settles what needs no compiler, has examiners judge the rest, and makes a verdict
//! of an examiner that died.

use std::collections::BTreeMap;
use std::fs;
use std::sync::Arc;
use std::time::{Duration, Instant};

use contract::{Text, say};
use course::Exercise;
use course::report::{Report, Standing};
use course::stub::{is_stub, stub_of};
use nix::sys::signal::Signal;

use super::affinity::core_of_this_thread;
use super::examiner::{Task, cannot_be_judged};
use super::fingerprint::fingerprint;
use super::message::Config;
use super::system::system_folders;
use super::template::{Ended, Examined, Template};
use super::toolchain::Toolchain;
use super::work_folder::WorkFolders;
use super::{Judge, LessonSources, Setup, Source, target_folder};
use crate::Error;
use crate::sandbox::{CellLauncher, Examination, Launcher, Tier, examine};

/// How many examiners of a lesson may be lost to this machine before that is told.
const MOST_LOST: usize = 2;
/// The longest message of a report, in characters; what examiners send is shorter.
const LONGEST: usize = 5_000;

/// Judges lessons in cells of this machine.
pub struct Engine {
    setup: Setup,
    toolchain: Toolchain,
    examination: Examination,
    suite: String,
    template: Template,
    /// The stubs of the course, by the number of the exercise.
    stubs: BTreeMap<(usize, usize), String>,
    /// The solutions, alike.
    solutions: BTreeMap<(usize, usize), String>,
    work_folders: WorkFolders,
}

impl Engine {
    /// Builds the libraries and finds out what holds here.
    ///
    /// # Errors
    /// If the libraries do not build, or the target folder cannot be written.
    pub fn open(setup: &Setup) -> Result<Self, Error> {
        let target = target_folder(&setup.root)?;
        let work_folders = WorkFolders::open(&target)?;
        let launcher: Arc<dyn Launcher> = Arc::new(CellLauncher { program: setup.program.clone() });
        let place = work_folders.create()?;
        let (_, examination) = examine(&*launcher, &setup.program, &system_folders(), &place.path)?;
        let (mut stubs, mut solutions) = (BTreeMap::new(), BTreeMap::new());
        for exercise in setup.course.exercises() {
            let path = setup.root.join(exercise.solution());
            let solution = fs::read_to_string(&path).map_err(Error::file(&path))?;
            stubs.insert(exercise.number, stub_of(exercise, &solution));
            solutions.insert(exercise.number, solution);
        }
        let toolchain = Toolchain::build(&setup.root, &target, &work_folders.create()?.path)?;
        let config = Config {
            program: setup.program.clone(),
            seed: setup.seed,
            hidden: setup.hidden.clone(),
            asks_ahead: setup.asks_ahead,
            toolchain: toolchain.clone(),
            walls: examination.walls,
            compile_time: setup.compile_time,
            call_time: setup.call_time,
            exercise_time: setup.exercise_time,
        };
        Ok(Self {
            setup: setup.clone(),
            toolchain,
            examination,
            suite: fingerprint(&setup.root)?,
            template: Template::new(setup.program.clone(), &config),
            stubs,
            solutions,
            work_folders,
        })
    }

    /// What is known of an exercise without asking it; nothing where it has to be asked.
    fn early(&self, exercise: &Exercise, source: &Source) -> Option<Report> {
        let unasked = |standing, why: Text| Report::unasked(exercise, standing, |_| why.clone());
        match source {
            Source::Rejected(why) => Some(unasked(Standing::Rejected, why.clone())),
            Source::Missing => {
                let why = Text::fixed("Not handed in.", "제출하지 않았습니다.");
                Some(unasked(Standing::NotStarted, why))
            }
            Source::Text(text) => is_stub(&self.stubs[&exercise.number], text).then(|| {
                let why = Text::fixed("Not written yet.", "아직 작성하지 않았습니다.");
                unasked(Standing::NotStarted, why)
            }),
        }
    }

    /// Why nothing more of a lesson is asked: its share of the submission's time is used up.
    fn time_is_up(&self) -> Text {
        let (cpu, time) = (self.setup.lesson_cpu.as_secs(), self.setup.lesson_time.as_secs());
        say!(
            "Not asked any more: this submission has used up its time for the lesson ({cpu} s of \
             processor time, {time} s by the clock).",
            "더 이상 확인하지 않았습니다. 이 제출물이 이 레슨에 주어진 시간(프로세서 시간 {cpu}초, \
             실제 시간 {time}초)을 다 썼습니다."
        )
    }

    /// What an examiner's end means for the exercise that it was at, or for all that is left where it was at
    /// none. `None` where it says nothing of the submission.
    fn verdict_of(examined: &Examined) -> Option<(Standing, Text)> {
        const KILLED: i32 = Signal::SIGKILL as i32;
        const LATE: [i32; 2] = [Signal::SIGALRM as i32, Signal::SIGXCPU as i32];
        let slow = || {
            say!(
                "What came back takes too long to be judged.",
                "돌아온 것을 채점하는 데 시간이 너무 오래 걸립니다."
            )
        };
        let is_asking = examined.at.is_some();
        match examined.ended {
            Ended::Lost | Ended::Signal(KILLED) => None,
            Ended::Signal(signal) if LATE.contains(&signal) => {
                let standing = if is_asking { Standing::Timeout } else { Standing::CompileLimit };
                Some((standing, slow()))
            }
            Ended::Signal(_) | Ended::Exit(_) => {
                let standing = if is_asking { Standing::Protocol } else { Standing::CompileLimit };
                Some((standing, cannot_be_judged()))
            }
        }
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

    fn solution(&self, exercise: &Exercise) -> Option<&str> {
        self.solutions.get(&exercise.number).map(String::as_str)
    }

    fn asked_apart(&self, lesson: &LessonSources) -> Vec<String> {
        let exercises = || lesson.exercises.iter().map(Exercise::name);
        let hidden = self.setup.hidden.iter();
        let of_lesson = hidden.filter(|(exercise, _)| exercises().any(|name| name == exercise));
        of_lesson.map(|(exercise, property)| format!("{exercise}/{property}")).collect()
    }

    fn judge(&self, lesson: &LessonSources) -> Result<Vec<Report>, Error> {
        let early = lesson.iter().map(|(exercise, source)| self.early(exercise, source));
        let mut reports: Vec<Option<Report>> = early.collect();
        let texts = lesson.sources.iter().map(|source| match source {
            // Also a stub: another file of the lesson may call it.
            Source::Text(text) => Some(text.clone()),
            Source::Missing | Source::Rejected(_) => None,
        });
        let mut task = Task {
            lesson: lesson.lesson().to_string(),
            core: core_of_this_thread(),
            folder: std::path::PathBuf::new(),
            texts: texts.collect(),
            asked: Vec::new(),
            cpu: self.setup.lesson_cpu,
            time: self.setup.lesson_time,
        };
        let number = u8::try_from(lesson.exercises[0].number.0).unwrap_or_default();
        let end = Instant::now() + self.setup.lesson_time;
        let mut lost = 0;
        // Each round gives at least one report, or is lost to this machine.
        while reports.iter().any(Option::is_none) {
            let folder = self.work_folders.create()?;
            task.folder.clone_from(&folder.path);
            task.asked = reports.iter().map(Option::is_none).collect();
            let examined = self.template.examine(number, &task)?;
            task.cpu = task.cpu.saturating_sub(examined.cpu);
            task.time = end.saturating_duration_since(Instant::now());
            if let Some(words) = examined.trouble {
                return Err(Error::Judge(words));
            }
            let (at, verdict) = (examined.at, Self::verdict_of(&examined));
            let is_done = examined.ended == Ended::Exit(0);
            for (index, report) in examined.reports {
                let is_wanted = task.asked.get(index).copied().unwrap_or_default();
                let exercise = lesson.exercises.get(index).filter(|_| is_wanted);
                if !exercise.is_some_and(|exercise| is_report_on(&report, exercise)) {
                    return Err(Error::Judge("a report is not on what was asked".to_string()));
                }
                reports[index] = Some(report);
            }
            let left = || lesson.exercises.iter().enumerate();
            if is_done || task.time == Duration::ZERO || task.cpu == Duration::ZERO {
                for (index, exercise) in left() {
                    let late =
                        || Report::unasked(exercise, Standing::Timeout, |_| self.time_is_up());
                    reports[index].get_or_insert_with(late);
                }
                break;
            }
            match verdict {
                Some((standing, words)) => {
                    for (index, exercise) in
                        left().filter(|(index, _)| at.is_none_or(|at| at == *index))
                    {
                        let broken = || Report::unasked(exercise, standing, |_| words.clone());
                        reports[index].get_or_insert_with(broken);
                    }
                }
                None if lost < MOST_LOST => lost += 1,
                None => {
                    let words =
                        "the process that judges was killed, again and again; is memory short?";
                    return Err(Error::Judge(words.to_string()));
                }
            }
        }
        Ok(reports.into_iter().flatten().collect())
    }
}

/// Whether `report` is on exactly the properties of `exercise`, and no longer than a report is.
fn is_report_on(report: &Report, exercise: &Exercise) -> bool {
    let is_short = |text: &str| text.chars().count() <= LONGEST;
    let properties = report.properties.iter();
    report.lesson == exercise.lesson.name()
        && report.exercise == exercise.name()
        && report.compiler.is_none()
        && report.behaviours.len() <= exercise.outline.functions.len()
        && report.behaviours.iter().all(|(function, digest)| {
            let is_digest =
                digest.len() == 16 && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
            is_digest && exercise.outline.functions.contains(&function.as_str())
        })
        && properties
            .clone()
            .map(|property| (property.function.as_str(), property.name.as_str()))
            .eq(exercise.outline.properties.iter().copied())
        && properties.clone().all(|property| {
            let message = property.message.as_ref();
            let is_known = |mistake: &String| {
                testkit::is_found_by_probing(mistake)
                    || exercise.outline.mistakes.iter().any(|(known, _)| known == mistake)
            };
            message.is_none_or(|message| is_short(&message.en) && is_short(&message.ko))
                && property.mistake.as_ref().is_none_or(is_known)
        })
}

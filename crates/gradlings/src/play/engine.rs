//! The one thread that calls functions: the student's, through their programs, and the course's.
//!
//! 1. Asks of all pages, new programs and verdicts come as messages on one channel.
//! 2. A call of a student's function has a limit of time; a save cancels the one that is running. So the thread comes
//!    back within moments, and no page waits longer than it is told.
//! 3. Sessions are kept here. After a save they go on with the new functions.

use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use contract::{Callee, Language, Limits, Text, say};
use course::report::Report;
use serde_json::{Value, json};

use super::data::{MOST_COLUMNS, Table, tables};
use super::fields::{Fields, wrong};
use super::follow::Supply;
use super::frame::{self, Wanted, box_of, frame};
use super::functions::{Why, exercises, is_played};
use super::network::{Hands, Make, Network};
use super::numbers::list;
use super::record::Recorder;
use super::server::Hub;
use super::session::{Kind, Session, Setting, Start};
use super::trouble::Trouble;
use super::{curve, inquiries, speak};
use crate::judge::{Program, Starter};
use crate::workplace::IsCancelled;

/// The most sessions that are kept; the one that was used least recently goes first.
const MOST_SESSIONS: usize = 16;
/// The most hidden units.
const MOST_UNITS: usize = 64;
/// How long the steps of one ask may take together.
const TOGETHER: Duration = Duration::from_secs(2);
/// How long an ask may wait for its turn.
const UNTIL_TURN: Duration = Duration::from_millis(1500);
/// How long it may take once it has begun. Each call has its own limit, and no ask makes many slow ones.
const UNTIL_ANSWER: Duration = Duration::from_secs(60);
/// How often a recording is written while something is shown.
const BETWEEN_RECORDINGS: Duration = Duration::from_secs(4);

/// What the engine is told.
pub(super) enum Message {
    /// A page asks.
    Ask(Ask),
    /// Programs of a save.
    Supply(Supply),
    /// What was found of the exercises.
    Verdicts(Vec<Report>),
    /// The end.
    End,
}

const QUEUED: u8 = 0;
const TAKEN: u8 = 1;
const GIVEN_UP: u8 = 2;

/// What a page asks, on its way to the engine.
pub(super) struct Ask {
    request: Value,
    state: Arc<AtomicU8>,
    reply: Sender<Result<Value, Text>>,
}

/// The other end of an ask.
pub(super) struct Waiting {
    state: Arc<AtomicU8>,
    replies: Receiver<Result<Value, Text>>,
}

impl Ask {
    /// An ask, and who waits for its reply.
    pub(super) fn new(request: Value) -> (Self, Waiting) {
        let (reply, replies) = channel();
        let state = Arc::new(AtomicU8::new(QUEUED));
        (Self { request, state: Arc::clone(&state), reply }, Waiting { state, replies })
    }
}

impl Waiting {
    /// The reply; that the engine is busy if it has not begun in time.
    pub(super) fn reply(self, language: Language) -> Result<Value, Text> {
        if let Ok(reply) = self.replies.recv_timeout(UNTIL_TURN) {
            return reply;
        }
        let gives_up =
            self.state.compare_exchange(QUEUED, GIVEN_UP, Ordering::SeqCst, Ordering::SeqCst);
        if gives_up.is_err()
            && let Ok(reply) = self.replies.recv_timeout(UNTIL_ANSWER)
        {
            return reply;
        }
        let waiting = Trouble {
            kind: "waiting",
            place: say!("the network of another page", "다른 페이지의 신경망"),
            text: say!(
                "Waiting for another call to end ...",
                "다른 호출이 끝나기를 기다리는 중 ..."
            ),
        };
        Ok(json!({"trouble": waiting.to_json(language)}))
    }
}

/// What the engine is started with.
pub(super) struct Setup {
    pub(super) language: Language,
    pub(super) hub: Arc<Hub>,
    /// The limits of a call.
    pub(super) limits: Limits,
    /// The number of the last save that was noticed.
    pub(super) wanted: Arc<AtomicU64>,
    /// What the page shows first.
    pub(super) start: Value,
    pub(super) recorder: Option<Recorder>,
}

/// The last save; whatever is running is cancelled for it.
pub(super) const END: u64 = u64::MAX;

/// The engine.
struct Engine {
    setup: Setup,
    hands: Rc<Hands>,
    /// The save whose functions are called.
    epoch: Arc<AtomicU64>,
    programs: BTreeMap<&'static str, Program>,
    is_cancelled: IsCancelled,
    tables: Vec<Table>,
    sessions: VecDeque<(u64, Session)>,
    opened: usize,
    mistakes: Value,
}

/// Runs the engine until its end.
pub(super) fn run(setup: Setup, inbox: &Receiver<Message>) {
    let epoch = Arc::new(AtomicU64::new(0));
    let (wanted, current) = (Arc::clone(&setup.wanted), Arc::clone(&epoch));
    let is_cancelled: IsCancelled =
        Arc::new(move || wanted.load(Ordering::SeqCst) > current.load(Ordering::SeqCst));
    let mut engine = Engine {
        mistakes: mistakes(setup.language),
        hands: Rc::new(Hands::new(Arc::clone(&is_cancelled))),
        epoch,
        programs: BTreeMap::new(),
        is_cancelled,
        tables: tables(),
        sessions: VecDeque::new(),
        opened: 0,
        setup,
    };
    let mut recorded = Instant::now();
    loop {
        match inbox.recv_timeout(BETWEEN_RECORDINGS) {
            Ok(Message::Ask(ask)) => engine.answer(&ask),
            Ok(Message::Supply(supply)) => engine.take(supply),
            Ok(Message::Verdicts(reports)) => {
                for report in &reports {
                    engine.hands.functions.take(report);
                }
                engine.tell();
            }
            Err(RecvTimeoutError::Timeout) => {}
            Ok(Message::End) | Err(RecvTimeoutError::Disconnected) => break,
        }
        if recorded.elapsed() >= BETWEEN_RECORDINGS {
            recorded = Instant::now();
            engine.record();
        }
    }
    engine.record();
}

/// The catalogued mistakes in functions that the page calls.
fn mistakes(language: Language) -> Value {
    let of_exercise = |exercise: &'static course::Exercise| {
        let words = exercise.outline.mistakes.iter();
        words.filter_map(move |(id, words)| {
            let (function, _) = exercise.lesson.with_mistake(exercise.name(), id)?;
            let words = speak(words, language);
            let mistake =
                json!({"id": id, "exercise": exercise.name(), "function": function, "words": words});
            is_played(exercise.lesson.name(), function).then_some(mistake)
        })
    };
    exercises().flat_map(of_exercise).collect()
}

impl Engine {
    fn answer(&mut self, Ask { request, state, reply }: &Ask) {
        if state.compare_exchange(QUEUED, TAKEN, Ordering::SeqCst, Ordering::SeqCst).is_err() {
            return;
        }
        let value = self.answer_to(request).map(|outcome| match outcome {
            Ok(value) => value,
            Err(trouble) => json!({"trouble": trouble.to_json(self.setup.language)}),
        });
        let _ = reply.send(value);
        if self.hands.has_changed.take() {
            self.tell();
        }
    }

    /// The answer, or what failed; the outer error says that it was asked wrongly.
    fn answer_to(&mut self, request: &Value) -> Result<Result<Value, Trouble>, Text> {
        let fields = Fields(request);
        match fields.text("ask")? {
            "open" => self.open(fields),
            "step" => self.step(fields),
            "rewind" => self.rewind(fields),
            "close" => {
                let name = fields.text("session")?;
                self.sessions.retain(|(_, session)| session.name != name);
                Ok(Ok(json!({})))
            }
            "data" => self.data(fields),
            "curve" => {
                let network = self.network(&make(fields)?);
                let right = self.network(&of_course());
                let (value, finding, failed) = curve::ask(fields, &network, &right)?;
                Ok(Ok(self.with(value, &finding, failed)))
            }
            "gradient_check" => {
                let step = fields.number("step", 1e-12..=1.0, Some(1e-5))?;
                let (network, aside, session) = self.session(fields)?;
                let found = inquiries::gradient_check(session, (&network, &aside), step);
                Ok(found.map(|(value, finding)| self.with(value, &finding, None)))
            }
            "scale" => {
                let setting = self.setting(fields)?;
                let network = self.network(&setting.make);
                let found = inquiries::scale(fields, &setting, &network)?;
                Ok(found.map(|(value, finding)| self.with(value, &finding, None)))
            }
            "permutation" => {
                let (network, _, session) = self.session(fields)?;
                let found = inquiries::permutation(fields, session, &network)?;
                Ok(found.map(|(value, finding)| self.with(value, &finding, None)))
            }
            "record" => Ok(self.record_now()),
            _ => Err(wrong("ask")),
        }
    }

    fn with(&self, mut value: Value, finding: &Text, failed: Option<Trouble>) -> Value {
        let language = self.setup.language;
        value["finding"] = speak(finding, language).into();
        if let Some(trouble) = failed {
            value["trouble"] = trouble.to_json(language);
        }
        value
    }

    fn network(&self, make: &Make) -> Network {
        Network::new(&self.hands, make, false)
    }

    /// The session that is asked for, with its network and one that answers while that one waits. It goes on with the
    /// functions of the last save.
    fn session(&mut self, fields: Fields<'_>) -> Result<(Network, Network, &mut Session), Text> {
        let name = fields.text("session")?;
        let place = self.sessions.iter().position(|(_, session)| session.name == name);
        let known = place.and_then(|place| self.sessions.remove(place)).ok_or_else(|| {
            say!(
                "There is no session `{name}` any more: open it again.",
                "`{name}` 세션이 이제 없습니다. 다시 여세요."
            )
        })?;
        let network = self.network(&known.1.setting.make);
        let aside = Network::new(&self.hands, &known.1.setting.make, true);
        self.sessions.push_back(known);
        let epoch = self.epoch.load(Ordering::SeqCst);
        let (of_epoch, session) = self.sessions.back_mut().expect("it was put there");
        // Where it fails, so does what is asked, and that is told.
        if *of_epoch != epoch && session.refresh(&network).is_ok() {
            *of_epoch = epoch;
        }
        Ok((network, aside, session))
    }

    fn setting(&self, fields: Fields<'_>) -> Result<Setting, Text> {
        let name = fields.text("data")?;
        let table =
            self.tables.iter().find(|table| table.name == name).ok_or_else(|| wrong("data"))?;
        let columns = if fields.has("columns") {
            fields.indices("columns", table.width(), MOST_COLUMNS)?
        } else {
            (0..table.width()).collect()
        };
        if columns.is_empty() {
            return Err(wrong("columns"));
        }
        let start = if fields.has("start") {
            let start = fields.within("start")?;
            let kind = Kind::named(start.text("kind")?).ok_or_else(|| wrong("kind"))?;
            let seed = start.count("seed", 0..=usize::MAX)? as u64;
            Start { kind, seed, scale: start.number("scale", 0.0..=1e12, Some(1.0))? }
        } else {
            Start {
                kind: Kind::Random,
                seed: fields.count("seed", 0..=usize::MAX)? as u64,
                scale: 1.0,
            }
        };
        Ok(Setting {
            title: table.title().clone(),
            data: table.select(&columns),
            n_h: fields.count("n_h", 1..=MOST_UNITS)?,
            start,
            learning_rate: fields.number("learning_rate", -1e6..=1e6, None)?,
            make: make(fields)?,
        })
    }

    fn open(&mut self, fields: Fields<'_>) -> Result<Result<Value, Trouble>, Text> {
        let setting = self.setting(fields)?;
        self.opened += 1;
        let name = format!("s{}", self.opened);
        let network = self.network(&setting.make);
        let mut session = match Session::open(name, setting, &network) {
            Ok(session) => session,
            Err(trouble) => return Ok(Err(trouble)),
        };
        let frame = self.frame(&mut session, &network, wanted(fields)?, None);
        let data = &session.setting.data;
        let rows: Vec<Value> = data.x.outer_iter().take(2).map(list).collect();
        let opened = json!({
            "session": session.name,
            "frame": frame,
            "points": {"x": rows, "y": list(&data.y)},
            "box": box_of(&data.x),
        });
        if self.sessions.len() >= MOST_SESSIONS {
            self.sessions.pop_front();
        }
        self.sessions.push_back((self.epoch.load(Ordering::SeqCst), session));
        Ok(Ok(opened))
    }

    fn step(&mut self, fields: Fields<'_>) -> Result<Result<Value, Trouble>, Text> {
        let (steps, wanted) = (fields.count("steps", 0..=1000)?, wanted(fields)?);
        let is_cancelled = Arc::clone(&self.is_cancelled);
        let (network, _, session) = self.session(fields)?;
        let failed = frame::advance(session, &network, steps, Instant::now() + TOGETHER);
        // What a save has cancelled goes on with the next step.
        let failed = failed.filter(|_| !is_cancelled());
        Ok(Ok(self.frame_of_last(&network, wanted, failed)))
    }

    fn rewind(&mut self, fields: Fields<'_>) -> Result<Result<Value, Trouble>, Text> {
        let wanted = wanted(fields)?;
        let (network, _, session) = self.session(fields)?;
        let failed = session.rewind(&network).err();
        Ok(Ok(self.frame_of_last(&network, wanted, failed)))
    }

    /// A frame of the session that was used last.
    fn frame_of_last(
        &mut self,
        network: &Network,
        wanted: Wanted,
        failed: Option<Trouble>,
    ) -> Value {
        let (epoch, mut session) = self.sessions.pop_back().expect("it was asked for");
        let frame = self.frame(&mut session, network, wanted, failed);
        self.sessions.push_back((epoch, session));
        json!({"frame": frame})
    }

    fn frame(
        &mut self,
        session: &mut Session,
        network: &Network,
        wanted: Wanted,
        failed: Option<Trouble>,
    ) -> Value {
        let epoch = self.epoch.load(Ordering::SeqCst);
        let value = frame(session, network, wanted, (self.setup.language, epoch, failed));
        if let Some(recorder) = &mut self.setup.recorder {
            recorder.note(session, network, &value);
        }
        value
    }

    fn data(&mut self, fields: Fields<'_>) -> Result<Result<Value, Trouble>, Text> {
        let table = match Table::of_ones_own(fields.text("name")?, fields.text("text")?) {
            Ok(table) => table,
            Err(text) => {
                let place = say!("the file", "파일");
                return Ok(Err(Trouble { kind: "data", place, text }));
            }
        };
        let value = json!({"data": table.to_json(self.setup.language)});
        self.tables.retain(|known| known.name != table.name);
        self.tables.push(table);
        self.tell();
        Ok(Ok(value))
    }

    /// Takes in the programs of a save, and begins to call them.
    fn take(&mut self, supply: Supply) {
        let functions = &self.hands.functions;
        for lesson in supply.lessons {
            for exercise in course::Course::whole().of_lesson(lesson.name) {
                let name = &exercise.name();
                let does_compile = lesson.broken.is_none() && !lesson.refused.contains(name);
                if lesson.written.contains(name) && !does_compile {
                    functions.mark_all(exercise, Why::DoesNotCompile, lesson.broken.as_ref());
                } else if lesson.written.contains(name) {
                    functions.mark_written(exercise, supply.changed.contains(name));
                } else {
                    functions.mark_all(exercise, Why::NotStarted, None);
                }
            }
            match lesson.program {
                Some(program) => _ = self.programs.insert(lesson.name, program),
                None => _ = self.programs.remove(lesson.name),
            }
        }
        self.epoch.store(supply.epoch, Ordering::SeqCst);
        let start = |(lesson, program): (&&'static str, &Program)| {
            let starter = Starter::new(program.clone(), Arc::clone(&self.is_cancelled));
            let callee: Rc<dyn Callee> = Rc::new(starter.remote(self.setup.limits, None));
            (*lesson, callee)
        };
        *self.hands.yours.borrow_mut() = self.programs.iter().map(start).collect();
        *self.hands.aside.borrow_mut() = self.programs.iter().map(start).collect();
        self.tell();
        if supply.changed.is_empty() {
            self.begin_recording();
        }
    }

    /// Tells all pages how the course stands.
    fn tell(&self) {
        let language = self.setup.language;
        let course = json!({
            "language": if language == Language::Korean { "ko" } else { "en" },
            "epoch": self.epoch.load(Ordering::SeqCst),
            "start": self.setup.start,
            "functions": self.hands.functions.to_json(language),
            "mistakes": self.mistakes,
            "data": self.tables.iter().map(|table| table.to_json(language)).collect::<Vec<_>>(),
        });
        self.setup.hub.tell_course(&course);
    }

    /// Records the two starts before anybody has clicked, so that there is a recording from the beginning.
    fn begin_recording(&mut self) {
        if self.setup.recorder.is_none() {
            return;
        }
        let seed = self.setup.start["seed"].clone();
        for kind in ["equal", "random"] {
            let open = json!({"ask": "open", "data": "planar_flower", "n_h": 4, "learning_rate": 1.2,
                              "start": {"kind": kind, "seed": seed, "scale": 1}});
            let Ok(Ok(opened)) = self.answer_to(&open) else { return };
            for steps in (1..=24).map(|i| i * 4) {
                let step = json!({"ask": "step", "session": opened["session"], "steps": steps});
                let _ = self.answer_to(&step);
            }
        }
        self.record();
        if let Some(recorder) = &mut self.setup.recorder {
            recorder.is_sample = true;
        }
    }

    fn record(&mut self) {
        if let Some(recorder) = &mut self.setup.recorder
            && let Err(error) = recorder.write()
        {
            eprintln!("{}", speak(&error.text(), self.setup.language));
        }
    }

    fn record_now(&mut self) -> Result<Value, Trouble> {
        let refused =
            |text| Trouble { kind: "record", place: say!("the recording", "녹화"), text };
        let Some(recorder) = &mut self.setup.recorder else {
            return Err(refused(say!(
                "Nothing is recorded: `cargo run -- play --record FILE.html` does.",
                "녹화하고 있지 않습니다. `cargo run -- play --record FILE.html` 명령을 사용하세요."
            )));
        };
        recorder.write().map_err(|error| refused(error.text()))?;
        Ok(json!({"file": recorder.file().display().to_string()}))
    }
}

/// What a network is made of, as it is asked for.
fn make(fields: Fields<'_>) -> Result<Make, Text> {
    let of_two = |name: &str, [no, yes]: [&str; 2]| match fields.0[name].as_str() {
        None if !fields.has(name) => Ok(false),
        Some(word) if word == no => Ok(false),
        Some(word) if word == yes => Ok(true),
        _ => Err(wrong(name)),
    };
    let mistake = if fields.has("mistake") {
        let id = fields.text("mistake")?;
        let exercise = exercises()
            .find(|exercise| exercise.outline.mistakes.iter().any(|(known, _)| *known == id));
        let exercise = exercise.ok_or_else(|| wrong("mistake"))?;
        let known = exercise.outline.mistakes.iter().find(|(known, _)| *known == id);
        known.map(|(id, _)| (exercise.name(), *id))
    } else {
        None
    };
    Ok(Make {
        is_of_course: of_two("who", ["mine", "course"])?,
        is_linear: of_two("activation", ["tanh", "linear"])?,
        mistake,
    })
}

fn of_course() -> Make {
    Make { is_of_course: true, ..Make::default() }
}

fn wanted(fields: Fields<'_>) -> Result<Wanted, Text> {
    let boundary = if fields.has("boundary") { fields.count("boundary", 0..=160)? } else { 0 };
    let example =
        if fields.has("example") { Some(fields.count("example", 0..=usize::MAX)?) } else { None };
    Ok(Wanted { boundary, example, gradients: fields.flag("gradients")? })
}

//! `cargo run -- play`: a page on this machine that trains the network that the student wrote, and follows every save.
//!
//! 1. `follow` compiles the student's files after each save and has them checked.
//! 2. `engine` is the one thread that calls functions: the student's through their programs, what is missing from
//!    the course. `network` says whose each call is, `session` is a network that learns, `frame` what is shown
//!    of it, `finding` what is to be seen there.
//! 3. `server` takes the page's asks to the engine, and tells the page what happens. `http` is as much of HTTP as
//!    it needs.
//! 4. `page/` is the page itself, which the program holds. `record` writes what was shown as one file.

mod browser;
mod curve;
mod data;
mod engine;
mod fields;
mod finding;
mod follow;
mod frame;
mod functions;
mod http;
mod inquiries;
mod network;
mod numbers;
mod page;
mod record;
mod server;
mod session;
mod trouble;

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use contract::{Language, Limits, Text, say};
use course::Exercise;
use course::libraries::Libraries;
use serde_json::json;

use crate::call::in_words;
use crate::error::Error;
use crate::screen::Screen;
use crate::watch::checker::Checker;
use crate::watch::files::Files;
use crate::watch::signals;
use crate::workplace::Workplace;

use engine::{END, Message, Setup};
use follow::{Follower, Programs};
use record::Recorder;
use server::{Hub, Server};

pub(crate) use browser::open;

/// How long a call of a student's function may take.
const PATIENCE: Duration = Duration::from_secs(3);

/// What `play` is asked for.
pub struct Options {
    /// The exercise whose scene is shown first.
    pub exercise: Option<&'static Exercise>,
    /// The port; any free one if it is 0.
    pub port: u16,
    /// Where what is shown is recorded, if it is.
    pub record: Option<PathBuf>,
    /// The language of the page.
    pub language: Language,
}

/// A page that is being served; it ends with this, and so does every program that it has started.
pub struct Play {
    server: Server,
    wanted: Arc<AtomicU64>,
    messages: Sender<Message>,
    engine: Option<JoinHandle<()>>,
    programs: Arc<Programs>,
}

/// A text as the page and the terminal show it: with the commands as they are called here.
fn speak(text: &Text, language: Language) -> String {
    in_words(text.speak(language)).into_owned()
}

/// The scene in which an exercise is best seen.
fn scene(exercise: &Exercise) -> &'static str {
    match (exercise.lesson.name(), exercise.name()) {
        ("activations", "collapse") => "collapse",
        ("activations", _) => "activation",
        ("init", "saturation" | "scaled") => "scale",
        ("symmetry", "equivalent_networks") => "permutation",
        ("init" | "symmetry", _) | ("backprop", "train" | "update") => "two_starts",
        (
            _,
            "backward" | "numerical_gradient" | "output_gradients" | "hidden_gradients"
            | "logistic",
        ) => "gradient_check",
        _ => "network",
    }
}

impl Play {
    /// Serves the page of `workplace`.
    ///
    /// # Errors
    /// If the course does not build, the port is taken, or the recording cannot be written.
    pub fn start(workplace: &Workplace, options: &Options) -> Result<Self, Error> {
        let language = options.language;
        let hub = Arc::new(Hub::default());
        let (messages, inbox) = channel();
        // Before anything that takes long: a taken port is told at once.
        let server = Server::start(options.port, language, Arc::clone(&hub), messages.clone())
            .map_err(|source| Error::Port { port: options.port, source })?;
        let recorder =
            options.record.as_ref().map(|file| Recorder::new(file, language)).transpose()?;
        workplace.libraries()?;
        let wanted = Arc::new(AtomicU64::new(1));
        let exercise = options.exercise;
        let start = json!({
            "scene": exercise.map_or("two_starts", scene),
            "exercise": exercise.map(Exercise::name),
            "seed": 1,
        });
        let limits = Limits { time: workplace.limits.time.min(PATIENCE), ..workplace.limits };
        let setup = Setup {
            language,
            hub: Arc::clone(&hub),
            limits,
            wanted: Arc::clone(&wanted),
            start,
            recorder,
        };
        let follower = follower(workplace, messages.clone(), hub, Arc::clone(&wanted))?;
        let programs = Arc::clone(&follower.programs);
        let engine = thread::spawn(move || engine::run(setup, &inbox));
        thread::spawn(move || follower.follow());
        Ok(Self { server, wanted, messages, engine: Some(engine), programs })
    }

    /// The address of the page.
    pub fn address(&self) -> &str {
        &self.server.address
    }

    /// The address of the page at the scene of an exercise.
    pub(crate) fn address_of(&self, exercise: &Exercise) -> String {
        let (address, scene, name) = (self.address(), scene(exercise), exercise.name());
        format!("{address}#scene={scene}&exercise={name}")
    }
}

impl Drop for Play {
    fn drop(&mut self) {
        self.wanted.store(END, Ordering::SeqCst);
        let _ = self.messages.send(Message::End);
        if let Some(engine) = self.engine.take() {
            let _ = engine.join();
        }
        self.programs.remove();
    }
}

fn follower(
    workplace: &Workplace,
    engine: Sender<Message>,
    hub: Arc<Hub>,
    wanted: Arc<AtomicU64>,
) -> Result<Follower, Error> {
    let (ended, reports) = (Arc::clone(&wanted), engine.clone());
    let mut compiling = workplace.alike();
    compiling.output = workplace.output.join("play");
    // Its programs only answer: they are linked faster without what they could judge themselves by.
    let mut libraries = Libraries::clone(&*workplace.libraries()?);
    libraries.has_suites = false;
    compiling.libraries = Mutex::new(Some(Arc::new(libraries)));
    compiling.is_cancelled = Arc::new(move || ended.load(Ordering::SeqCst) == END);
    let programs = Arc::new(Programs::new(&compiling.output)?);
    let checker = Checker::start(workplace.alike(), move |found| {
        // A check that fails by the machine's doing leaves it open whether a function holds.
        if let Ok(found) = found {
            let _ = reports.send(Message::Verdicts(found));
        }
    });
    let paths = workplace.course.exercises().iter().map(|exercise| workplace.file(exercise));
    let files = Files::new(&workplace.exercises, paths.collect());
    Ok(Follower { compiling, checker, files, programs, engine, hub, wanted })
}

/// Serves the page until a signal to end.
pub(crate) fn run(
    workplace: &Workplace,
    options: &Options,
    screen: &Screen,
    is_opened: bool,
) -> Result<(), Error> {
    // Before the signals are caught: what cargo builds ends with them.
    workplace.libraries()?;
    let (sender, ends) = channel();
    signals::end(move || _ = sender.send(())).map_err(Error::Terminal)?;
    let play = Play::start(workplace, options)?;
    let is_open = is_opened && open(play.address());
    let words = words(play.address(), is_open);
    screen.show(&screen.fit(words.speak(screen.language), 0));
    let how = say!("Ctrl-C ends it.", "Ctrl-C를 누르면 끝납니다.");
    screen.show(&screen.fit(how.speak(screen.language), 0));
    let _ = ends.recv();
    Ok(())
}

/// Where the page is, on a line of its own, and whether it `is_open` in a browser.
pub(crate) fn words(address: &str, is_open: bool) -> Text {
    if is_open {
        say!(
            "Your browser opens your network:\n  {address}",
            "브라우저에서 신경망 페이지가 열립니다:\n  {address}"
        )
    } else {
        say!(
            "Your network, for a browser:\n  {address}",
            "브라우저에서 열 신경망 페이지의 주소:\n  {address}"
        )
    }
}

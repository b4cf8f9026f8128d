//! `cargo run -- watch`: on every save the exercise is checked again and the report shown.
//!
//! 1. Keys, saved files, reports and signals come as events on one channel.
//! 2. The [`model`] takes an event in and returns what must be done for it.
//! 3. The [`view`] lays the model out, and the [`terminal`] shows it; without a terminal the same page is
//!    printed whenever it changes.

pub(crate) mod checker;
pub(crate) mod files;
pub(crate) mod model;
mod plain;
mod press;
pub(crate) mod signals;
mod terminal;
pub(crate) mod view;

use std::io::{self, IsTerminal, stdin, stdout};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use contract::{Text, say};

use crate::error::Error;
use crate::finish::{self, Finish};
use crate::help;
use crate::patience::Slowness;
use crate::play::{self, Play};
use crate::read;
use crate::screen::{Screen, is_dumb};
use crate::trial::{self, Trial};
use crate::watch::checker::Checker;
use crate::watch::files::Files;
use crate::watch::model::{Action, Key, Model, Notice, Page};
use crate::watch::terminal::{Pressed, Terminal, listen};
use crate::workplace::Workplace;
use course::Exercise;
use course::report::{Report, State};

/// What the watch reacts to.
enum Event {
    Key(Key),
    Resized,
    Saved(Vec<usize>),
    Checked(Result<Vec<Report>, Error>),
    Finished(Box<Result<Finish, Error>>),
    /// The exercise by its place, and the trial of it.
    Tried(usize, Box<Result<Trial, Error>>),
    /// An answer that is being checked is slow.
    Slow(&'static str, Slowness),
    EndOfInput,
    /// The terminal is to be lent to the shell.
    Suspend,
    /// The shell gave the terminal back, which it does only on Unix.
    #[cfg_attr(not(unix), allow(dead_code))]
    Resumed,
    Quit,
}

/// A watch: the model, and what carries its actions out.
struct Watch {
    workplace: Workplace,
    checker: Checker,
    model: Model,
    screen: Screen,
    sender: Sender<Event>,
    /// Whether the first reports are still to come; with them the first open exercise is shown.
    is_new: bool,
    /// The page, once it was asked for.
    play: Option<Play>,
}

/// Watches until `q`, the end of the input or a signal.
pub(crate) fn run(mut workplace: Workplace, screen: &Screen) -> Result<(), Error> {
    let (sender, events) = channel();
    // Before the terminal is set up, because cargo may have something to build and to print.
    workplace.libraries()?;
    let reports = sender.clone();
    let slow = Mutex::new(sender.clone());
    workplace.tell = Arc::new(move |exercise, slowness| {
        let slow = slow.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = slow.send(Event::Slow(exercise, slowness));
    });
    let course = workplace.course;
    let here = workplace.alike();
    let checker = Checker::start(workplace, move |found| _ = reports.send(Event::Checked(found)));
    let workplace = here;
    let paths = course.exercises().iter().map(|exercise| workplace.file(exercise)).collect();
    let files = Files::new(&workplace.exercises, paths);
    checker.request_overview();
    let mut model = Model::new(course.exercises());
    model.is_strict = workplace.is_handed_out;
    let mut watch = Watch {
        workplace,
        checker,
        model,
        screen: *screen,
        sender: sender.clone(),
        is_new: true,
        play: None,
    };
    watch_files(files, sender.clone());
    let ends = sender.clone();
    signals::end(move || _ = ends.send(Event::Quit)).map_err(Error::Terminal)?;
    if stdin().is_terminal() && stdout().is_terminal() && !is_dumb() {
        on_terminal(&mut watch, &sender, &events).map_err(Error::Terminal)
    } else {
        plain::run(&mut watch, sender, &events);
        Ok(())
    }
}

fn on_terminal(
    watch: &mut Watch,
    sender: &Sender<Event>,
    events: &Receiver<Event>,
) -> io::Result<()> {
    let terminal = Terminal::enter(watch.screen.colours())?;
    signals::pause(sender.clone())?;
    let keys = sender.clone();
    thread::spawn(move || {
        listen(|pressed| {
            let event = match pressed {
                Pressed::Key(key) => Event::Key(key),
                Pressed::Resized => Event::Resized,
                Pressed::Suspend => Event::Suspend,
            };
            keys.send(event).is_ok()
        });
        let _ = keys.send(Event::Quit);
    });
    loop {
        let (width, height) = Terminal::size();
        let visible = view::visible(&watch.model, &watch.screen, width, height);
        watch.model.scroll = visible.scroll;
        terminal.draw(&visible.lines)?;
        let Ok(first) = events.recv() else { return Ok(()) };
        for event in [first].into_iter().chain(events.try_iter()) {
            match event {
                Event::Suspend => Terminal::lend_to_shell()?,
                Event::Resumed => Terminal::retake()?,
                event => {
                    if !watch.take(event) {
                        return Ok(());
                    }
                }
            }
        }
    }
}

fn watch_files(mut files: Files, sender: Sender<Event>) {
    thread::spawn(move || {
        loop {
            let changed = files.wait();
            if !changed.is_empty() && sender.send(Event::Saved(changed)).is_err() {
                return;
            }
        }
    });
}

impl Watch {
    /// Takes in an event; whether to go on.
    fn take(&mut self, event: Event) -> bool {
        let action = match event {
            Event::Key(key) => self.model.press(key),
            Event::Saved(changed) => {
                self.is_new = false;
                self.model.saved(&changed)
            }
            Event::Resized | Event::Suspend | Event::Resumed => None,
            Event::Checked(Ok(reports)) => {
                let action = self.model.checked(reports);
                if self.is_new {
                    self.is_new = false;
                    self.model.go_to_first_open();
                }
                action
            }
            Event::Checked(Err(error)) => {
                self.model.checking.clear();
                self.model.say(failure(&error));
                None
            }
            Event::Finished(finish) => {
                match *finish {
                    Ok(finish) => self.model.show(Page::Thanks(Box::new(finish))),
                    Err(error) => self.model.say(failure(&error)),
                }
                None
            }
            Event::Slow(exercise, slowness) => {
                self.model.slowness = Some((exercise, slowness));
                None
            }
            Event::Tried(exercise, trial) => {
                match *trial {
                    // The student may have gone on meanwhile.
                    Ok(trial) if exercise == self.model.current && self.model.is_trying => {
                        self.model.show(Page::Trial(Box::new(trial)));
                    }
                    Ok(_) => {}
                    Err(error) => self.model.say(failure(&error)),
                }
                None
            }
            Event::EndOfInput | Event::Quit => Some(Action::Quit),
        };
        match action {
            Some(Action::Quit) => return false,
            Some(action) => {
                if let Err(error) = self.carry_out(action) {
                    self.model.say(failure(&error));
                }
            }
            None => {}
        }
        true
    }

    fn carry_out(&mut self, action: Action) -> Result<(), Error> {
        let named = |i: usize| -> &'static Exercise { &self.model.exercises[i] };
        match action {
            Action::Check(changed) => {
                self.checker.request(changed.into_iter().map(named).collect());
            }
            Action::Hint(exercise) => {
                let (step, hints) = help::next_hint(&self.workplace, named(exercise));
                self.model.say(Notice::Hint(step, hints));
            }
            Action::Reset(exercise) => {
                let exercise = named(exercise);
                let backup = help::reset(&self.workplace, exercise)?;
                self.model.say(Notice::Message(help::reset_words(exercise, backup)));
            }
            Action::Solution(exercise) => {
                let is_solved = self.model.state(exercise) == Some(State::Solved);
                let exercise = named(exercise);
                if self.workplace.is_handed_out && !is_solved {
                    let words = help::refusal_words(exercise, true);
                    self.model.say(Notice::Message(words));
                    return Ok(());
                }
                self.model.show(Page::Solution(self.workplace.solution(exercise)?));
            }
            Action::Text(exercise) => {
                let (width, _) = Terminal::size();
                let screen = self.screen.of_width(width);
                let text = read::section(&self.workplace, &screen, named(exercise))?;
                self.model.show(Page::Text(text));
            }
            Action::Try(place) => {
                if !self.model.is_trying {
                    let words = say!("Calling your function ...", "함수를 실행하는 중 ...");
                    self.model.say(Notice::Message(words));
                }
                self.model.is_trying = true;
                let exercise = named(place);
                let (workplace, sender) = (self.workplace.alike(), self.sender.clone());
                thread::spawn(move || {
                    let trial = trial::try_out(&workplace, exercise, exercise.name());
                    let _ = sender.send(Event::Tried(place, Box::new(trial)));
                });
            }
            Action::Play(exercise) => self.play(named(exercise))?,
            Action::Thanks => {
                self.model.say(Notice::Message(say!(
                    "Training your network ...",
                    "여러분의 신경망을 학습하는 중 ..."
                )));
                let (workplace, sender) = (self.workplace.alike(), self.sender.clone());
                thread::spawn(move || {
                    let finished = finish::finish(&workplace);
                    let _ = sender.send(Event::Finished(Box::new(finished)));
                });
            }
            Action::Quit => {}
        }
        Ok(())
    }
}

impl Watch {
    /// Opens the page, which is served from then on until the watch ends.
    fn play(&mut self, exercise: &'static Exercise) -> Result<(), Error> {
        let language = self.screen.language;
        let options = play::Options { exercise: Some(exercise), port: 0, record: None, language };
        let play = match self.play.take() {
            Some(play) => play,
            None => Play::start(&self.workplace, &options)?,
        };
        let play = self.play.insert(play);
        // With the scene it would be cut off on a narrow screen.
        let words = play::words(play.address(), play::open(&play.address_of(exercise)));
        self.model.say(Notice::Message(words));
        Ok(())
    }
}

/// The notice that something could not be done.
fn failure(error: &Error) -> Notice {
    let Text { en, ko } = error.text();
    Notice::Message(say!(
        "That did not work: {en}\nEnter: check again",
        "실패했습니다: {ko}\nEnter: 다시 검사"
    ))
}

//! `cargo run -- watch`: on every save the exercise is checked again and its verdict shown.
//!
//! News come on one channel: keys, saved files, verdicts, signals. The [`model`] takes them, the
//! [`view`] lays the model out, the [`terminal`] shows it; without a terminal the same page is
//! printed whenever it changes.

mod checker;
mod files;
pub(crate) mod model;
mod plain;
mod press;
mod signals;
mod terminal;
pub(crate) mod view;

use std::io::{IsTerminal, stdin, stdout};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use contract::{Text, say};

use crate::error::Error;
use crate::finish::{self, Finish};
use crate::help;
use crate::screen::{Screen, is_dumb};
use crate::watch::checker::Checker;
use crate::watch::files::Files;
use crate::watch::model::{Aside, Deed, Key, Model, Page};
use crate::watch::terminal::{Pressed, Terminal, listen};
use crate::workplace::Workplace;
use course::Exercise;
use course::report::Report;

/// What may happen.
enum News {
    Key(Key),
    Resized,
    Saved(Vec<usize>),
    Checked(Result<Vec<Report>, Error>),
    Finished(Box<Result<Finish, Error>>),
    EndOfInput,
    /// The shell is wanted back for a while.
    Suspend,
    /// The shell gave the terminal back. Only on Unix does it ask for it.
    #[cfg_attr(not(unix), allow(dead_code))]
    Resumed,
    Quit,
}

/// A student who watches.
struct Watch {
    workplace: Workplace,
    checker: Checker,
    model: Model,
    screen: Screen,
    tell: Sender<News>,
    /// Whether all is checked for the first time; then the first open exercise is shown.
    is_new: bool,
}

/// Watches until `q`, the end of the input or a signal.
pub(crate) fn run(workplace: Workplace, screen: &Screen) -> Result<(), Error> {
    let (tell, news) = channel();
    // Now, because cargo may have something to build and to say.
    workplace.libraries()?;
    let report = tell.clone();
    let (course, root) = (workplace.course, workplace.root.clone());
    let checker = Checker::start(workplace, move |outcome| _ = report.send(News::Checked(outcome)));
    let workplace = Workplace::new(course, &root);
    let paths = course.exercises().iter().map(|exercise| workplace.file(exercise)).collect();
    let files = Files::new(&workplace.exercises, paths);
    checker.request_overview();
    let model = Model::new(course.exercises());
    let mut watch =
        Watch { workplace, checker, model, screen: *screen, tell: tell.clone(), is_new: true };
    watch_files(files, tell.clone());
    signals::end(tell.clone()).map_err(Error::Terminal)?;
    if stdin().is_terminal() && stdout().is_terminal() && !is_dumb() {
        on_terminal(&mut watch, &tell, &news)
    } else {
        plain::run(&mut watch, tell, &news);
        Ok(())
    }
}

fn on_terminal(watch: &mut Watch, tell: &Sender<News>, news: &Receiver<News>) -> Result<(), Error> {
    let terminal = Terminal::enter(watch.screen.colours()).map_err(Error::Terminal)?;
    signals::pause(tell.clone()).map_err(Error::Terminal)?;
    let keys = tell.clone();
    thread::spawn(move || {
        listen(|pressed| {
            let news = match pressed {
                Pressed::Key(key) => News::Key(key),
                Pressed::Resized => News::Resized,
                Pressed::Suspend => News::Suspend,
            };
            keys.send(news).is_ok()
        });
        let _ = keys.send(News::Quit);
    });
    loop {
        let (width, height) = Terminal::size();
        let frame = view::frame(&watch.model, &watch.screen, width, height);
        watch.model.scroll = frame.scroll;
        terminal.draw(&frame.lines).map_err(Error::Terminal)?;
        let Ok(first) = news.recv() else { return Ok(()) };
        for one in [first].into_iter().chain(news.try_iter()) {
            match one {
                News::Suspend => Terminal::lend_to_shell().map_err(Error::Terminal)?,
                News::Resumed => Terminal::retake().map_err(Error::Terminal)?,
                one => {
                    if !watch.take(one) {
                        return Ok(());
                    }
                }
            }
        }
    }
}

fn watch_files(mut files: Files, tell: Sender<News>) {
    thread::spawn(move || {
        loop {
            let changed = files.wait();
            if !changed.is_empty() && tell.send(News::Saved(changed)).is_err() {
                return;
            }
        }
    });
}

impl Watch {
    /// Takes in what happened; whether to go on.
    fn take(&mut self, news: News) -> bool {
        let deed = match news {
            News::Key(key) => self.model.press(key),
            News::Saved(changed) => {
                self.is_new = false;
                self.model.saved(&changed)
            }
            News::Resized | News::Suspend | News::Resumed => None,
            News::Checked(Ok(reports)) => {
                self.model.checked(reports);
                if self.is_new {
                    self.is_new = false;
                    self.model.go_to_first_open();
                }
                None
            }
            News::Checked(Err(error)) => {
                self.model.checking.clear();
                self.model.say(failure(&error));
                None
            }
            News::Finished(finish) => {
                match *finish {
                    Ok(finish) => self.model.show(Page::Thanks(Box::new(finish))),
                    Err(error) => self.model.say(failure(&error)),
                }
                None
            }
            News::EndOfInput | News::Quit => Some(Deed::Quit),
        };
        match deed {
            Some(Deed::Quit) => return false,
            Some(deed) => {
                if let Err(error) = self.carry_out(deed) {
                    self.model.say(failure(&error));
                }
            }
            None => {}
        }
        true
    }

    fn carry_out(&mut self, deed: Deed) -> Result<(), Error> {
        let named = |i: usize| -> &'static Exercise { &self.model.exercises[i] };
        match deed {
            Deed::Check(changed) => self.checker.request(changed.into_iter().map(named).collect()),
            Deed::Hint(exercise) => {
                let (step, hints) = help::next_hint(&self.workplace, named(exercise))?;
                self.model.say(Aside::Hint(step, hints));
            }
            Deed::Reset(exercise) => {
                let exercise = named(exercise);
                let kept = help::reset(&self.workplace, exercise)?;
                self.model.say(Aside::Told(help::reset_words(exercise, kept)));
            }
            Deed::Solution(exercise) => {
                let text = self.workplace.solution(named(exercise))?;
                self.model.show(Page::Solution(text));
            }
            Deed::Thanks => {
                self.model.say(Aside::Told(say!(
                    "Training your network ...",
                    "여러분의 신경망을 학습하는 중 ..."
                )));
                let (workplace, tell) = (
                    Workplace::new(self.workplace.course, &self.workplace.root),
                    self.tell.clone(),
                );
                thread::spawn(move || {
                    let finished = finish::finish(&workplace);
                    let _ = tell.send(News::Finished(Box::new(finished)));
                });
            }
            Deed::Quit => {}
        }
        Ok(())
    }
}

/// What could not be done, above the verdict.
fn failure(error: &Error) -> Aside {
    let Text { en, ko } = error.text();
    Aside::Told(say!("That did not work: {en}", "실패했습니다: {ko}"))
}

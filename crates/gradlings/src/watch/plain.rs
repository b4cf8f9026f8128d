//! Watching without a terminal: the page is printed whenever it changes. Keys are read as lines.

use std::io::stdin;
use std::sync::mpsc::{Receiver, Sender};
use std::thread;

use contract::say;

use crate::line::Line;
use crate::watch::model::Key;
use crate::watch::terminal::letter_key;
use crate::watch::{Event, Watch, view};

/// Prints until the input has ended and all is checked, or until the output is closed.
pub(super) fn run(watch: &mut Watch, sender: Sender<Event>, events: &Receiver<Event>) {
    let words = say!(
        "Watching exercises/. Type a key and Enter: h hint, v values, t text, n next, \
         p previous, l list, r reset, s solution, q quit.",
        "exercises/를 지켜봅니다. 키를 쓰고 Enter를 누르세요: h 힌트, v 값, t 글, n 다음, \
         p 이전, l 목록, r 되돌리기, s 풀이, q 끝내기."
    );
    let mut is_read = watch.screen.show(&watch.screen.fit(words.speak(watch.screen.language), 0));
    thread::spawn(move || read_keys(&sender));
    let mut has_ended = false;
    while is_read && (!has_ended || watch.model.is_busy()) {
        let Ok(event) = events.recv() else { return };
        match event {
            Event::EndOfInput => has_ended = true,
            Event::Saved(_) => {
                watch.take(event);
            }
            event => {
                if !watch.take(event) {
                    return;
                }
                let mut lines = vec![Line::default()];
                lines.extend(view::page(&watch.model, &watch.screen));
                is_read = watch.screen.show(&lines);
            }
        }
    }
}

fn read_keys(sender: &Sender<Event>) {
    for line in stdin().lines().map_while(Result::ok) {
        let line = line.trim();
        let key = line.chars().next().map_or(Key::Enter, letter_key);
        if sender.send(Event::Key(key)).is_err() {
            return;
        }
    }
    let _ = sender.send(Event::EndOfInput);
}

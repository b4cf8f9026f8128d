//! What a key does to the model.

use crate::watch::model::{Action, Filter, Key, Model, Notice, Page};
use course::report::State;

impl Model {
    /// Takes in that a key was pressed; what must be done for it, if anything.
    pub(crate) fn press(&mut self, key: Key) -> Option<Action> {
        if key == Key::Letter('q') {
            return Some(Action::Quit);
        }
        match self.page {
            Page::List { cursor, filter } => {
                self.press_in_list(key, cursor, filter);
                None
            }
            Page::Report => self.press_at_report(key),
            Page::Solution(_) | Page::Text(_) | Page::Trial(_) | Page::Thanks(_) => {
                self.leave(key);
                None
            }
        }
    }

    fn press_at_report(&mut self, key: Key) -> Option<Action> {
        let asked = self.notice.take_if(|notice| !matches!(notice, Notice::Hint(..)));
        match key {
            Key::Letter('h') => return Some(Action::Hint(self.current)),
            Key::Letter('n') | Key::Right => return self.next(),
            Key::Letter('p') | Key::Left => self.go(self.current.saturating_sub(1)),
            Key::Letter('l') => {
                self.show(Page::List { cursor: self.current, filter: Filter::All });
            }
            Key::Letter('r') if matches!(asked, Some(Notice::AskReset)) => {
                return Some(Action::Reset(self.current));
            }
            Key::Letter('r') => self.say(Notice::AskReset),
            Key::Letter('s') => {
                let may_see = self.state(self.current) == Some(State::Solved);
                // Where it is never shown before, asking twice is of no use.
                if may_see || self.is_strict || matches!(asked, Some(Notice::AskSolution)) {
                    return Some(Action::Solution(self.current));
                }
                self.say(Notice::AskSolution);
            }
            Key::Letter('t') => return Some(Action::Text(self.current)),
            Key::Letter('v') => return Some(Action::Try(self.current)),
            Key::Letter('y') => return Some(Action::Play(self.current)),
            Key::Letter('d') => self.is_unfolded = !self.is_unfolded,
            Key::Escape => self.show(Page::Report),
            Key::Enter => {
                self.checking.insert(self.current);
                return Some(Action::Check(vec![self.current]));
            }
            _ => self.roll(key),
        }
        None
    }

    fn next(&mut self) -> Option<Action> {
        if self.current + 1 < self.exercises.len() {
            self.go(self.current + 1);
        } else if self.is_finished() {
            return Some(Action::Thanks);
        }
        None
    }

    fn leave(&mut self, key: Key) {
        match key {
            Key::Letter('l') => self.show(Page::List { cursor: self.current, filter: Filter::All }),
            Key::Letter('n' | 'p' | 's' | 't' | 'v') | Key::Escape | Key::Enter => {
                self.show(Page::Report);
            }
            _ => self.roll(key),
        }
    }

    fn press_in_list(&mut self, key: Key, cursor: usize, filter: Filter) {
        let listed = self.listed(filter);
        let last = listed.len().saturating_sub(1);
        let at = listed.iter().position(|i| *i >= cursor).unwrap_or(last);
        let to = match key {
            Key::Up | Key::Letter('p' | 'k') => at.saturating_sub(1),
            Key::Down | Key::Letter('n' | 'j') => (at + 1).min(last),
            Key::PageUp => at.saturating_sub(10),
            Key::PageDown => (at + 10).min(last),
            Key::Home => 0,
            Key::End => last,
            Key::Letter('f') => {
                return self.show(Page::List { cursor, filter: filter.next() });
            }
            Key::Enter => return self.go(listed.get(at).copied().unwrap_or(self.current)),
            Key::Letter('l') | Key::Escape => return self.show(Page::Report),
            _ => return,
        };
        let cursor = listed.get(to).copied().unwrap_or(cursor);
        self.page = Page::List { cursor, filter };
    }

    fn roll(&mut self, key: Key) {
        self.scroll = match key {
            Key::Up | Key::Letter('k') => self.scroll.saturating_sub(1),
            Key::Down | Key::Letter('j') => self.scroll + 1,
            Key::PageUp => self.scroll.saturating_sub(10),
            Key::PageDown | Key::Letter(' ') => self.scroll + 10,
            Key::Home => 0,
            // The view knows where the end is and comes back from beyond it.
            Key::End => usize::MAX / 2,
            _ => self.scroll,
        };
    }
}

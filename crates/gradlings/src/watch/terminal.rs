//! The terminal: its keys, its size, and how it is restored.

use std::io::{self, Write, stdout};
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use crossterm::style::Print;
use crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, DisableLineWrap, EnableLineWrap,
    EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
    enable_raw_mode, size,
};
use crossterm::{execute, queue};

use crate::line::{Colours, Line};
use crate::watch::model::Key;
use crate::watch::signals;

/// The size of a terminal that does not know its own.
const USUAL: (usize, usize) = (80, 24);

/// Whether the terminal is set up for this program. It must be restored only once: a second time would move
/// the cursor onto what was written since.
static IS_SET_UP: AtomicBool = AtomicBool::new(false);

/// A terminal that shows one screen. It is restored when this is dropped, in a panic too.
pub(crate) struct Terminal {
    colours: Colours,
}

impl Terminal {
    /// Sets the terminal up.
    pub(crate) fn enter(colours: Colours) -> io::Result<Self> {
        restore_before_panicking();
        let terminal = Self { colours };
        set_up()?;
        Ok(terminal)
    }

    /// Gives the terminal to the shell until that lets this program go on.
    pub(crate) fn lend_to_shell() -> io::Result<()> {
        restore();
        signals::stop()?;
        set_up()
    }

    /// Sets the keyboard up again after a shell had it.
    pub(crate) fn retake() -> io::Result<()> {
        disable_raw_mode()?;
        enable_raw_mode()
    }

    /// Its columns and lines.
    pub(crate) fn size() -> (usize, usize) {
        let (width, height) = size().unwrap_or((0, 0));
        let or_usual = |known: u16, usual| if known == 0 { usual } else { usize::from(known) };
        (or_usual(width, USUAL.0), or_usual(height, USUAL.1))
    }

    /// Shows `lines`, in one go, from the top.
    pub(crate) fn draw(&self, lines: &[Line]) -> io::Result<()> {
        let mut out = stdout().lock();
        queue!(out, BeginSynchronizedUpdate)?;
        for (row, line) in (0..).zip(lines) {
            // Before the text: clearing after it would take the letter in the last column.
            let clear = Clear(ClearType::UntilNewLine);
            queue!(out, MoveTo(0, row), clear, Print(line.render(self.colours)))?;
        }
        let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        if usize::from(rows) < Self::size().1 {
            queue!(out, MoveTo(0, rows), Clear(ClearType::FromCursorDown))?;
        }
        queue!(out, EndSynchronizedUpdate)?;
        out.flush()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        restore();
    }
}

fn set_up() -> io::Result<()> {
    IS_SET_UP.store(true, Ordering::SeqCst);
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen, Hide, DisableLineWrap)
}

fn restore() {
    if !IS_SET_UP.swap(false, Ordering::SeqCst) {
        return;
    }
    let _ = execute!(stdout(), EnableLineWrap, Show, LeaveAlternateScreen);
    let _ = disable_raw_mode();
}

/// Restores the terminal before a panic prints its message. A panic on another thread becomes an error there
/// and prints nothing.
fn restore_before_panicking() {
    let owner = thread::current().id();
    let previous = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if thread::current().id() == owner {
            restore();
            previous(info);
        }
    }));
}

/// What the terminal reports.
pub(crate) enum Pressed {
    Key(Key),
    Resized,
    /// Ctrl-Z, which the terminal does not turn into a signal while its keys come one by one.
    Suspend,
}

/// Gives every key to `send` until that returns that there is no receiver, or the terminal ends.
pub(crate) fn listen(send: impl Fn(Pressed) -> bool) {
    while let Ok(event) = event::read() {
        if pressed(&event).is_some_and(|pressed| !send(pressed)) {
            return;
        }
    }
}

/// What an event means. Windows also reports that a key is let go, which means nothing.
fn pressed(event: &Event) -> Option<Pressed> {
    match event {
        Event::Key(key) if is_pause(*key) => Some(Pressed::Suspend),
        Event::Key(key) if key.kind != KeyEventKind::Release => key_of(*key).map(Pressed::Key),
        Event::Resize(..) => Some(Pressed::Resized),
        _ => None,
    }
}

fn is_pause(event: KeyEvent) -> bool {
    let is_pressed = event.kind != KeyEventKind::Release;
    is_pressed && event.code == KeyCode::Char('z') && event.modifiers == KeyModifiers::CONTROL
}

fn key_of(event: KeyEvent) -> Option<Key> {
    let is_control = event.modifiers.contains(KeyModifiers::CONTROL);
    Some(match event.code {
        KeyCode::Char('c' | 'd') if is_control => Key::Letter('q'),
        KeyCode::Char(letter) if !is_control => letter_key(letter),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Escape,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        _ => return None,
    })
}

/// The key of a letter, whatever the keyboard is set to: a Korean one gives jamo.
pub(crate) fn letter_key(letter: char) -> Key {
    const KOREAN: [(char, char); 13] = [
        ('ㅇ', 'd'),
        ('ㅗ', 'h'),
        ('ㅜ', 'n'),
        ('ㅔ', 'p'),
        ('ㅣ', 'l'),
        ('ㄱ', 'r'),
        ('ㄴ', 's'),
        ('ㅂ', 'q'),
        ('ㄹ', 'f'),
        ('ㅓ', 'j'),
        ('ㅏ', 'k'),
        ('ㅅ', 't'),
        ('ㅍ', 'v'),
    ];
    let latin = KOREAN.iter().find(|(korean, _)| *korean == letter);
    Key::Letter(latin.map_or(letter.to_ascii_lowercase(), |(_, latin)| *latin))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_that_is_reported_twice_counts_once() {
        let event = |kind| {
            let key = KeyEvent::new_with_kind(KeyCode::Char('H'), KeyModifiers::SHIFT, kind);
            pressed(&Event::Key(key))
        };
        let pressed = event(KeyEventKind::Press);
        assert!(matches!(pressed, Some(Pressed::Key(Key::Letter('h')))));
        assert!(event(KeyEventKind::Release).is_none());
    }
}

//! A running program with a student's answers, and the line to it.
//!
//! The program ends with this one: it holds the other side of its standard input. What it prints is thrown
//! away unless it is asked for (`try`), but for what it says on standard error, where the system's own words
//! stand when it has no memory or no stack left. Of either only the beginning and the end are kept.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io::{self, Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::rc::Rc;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use contract::{Connection, Listener, Reason, Socket};

use crate::workplace::IsCancelled;

/// How often it is asked whether the call was cancelled.
const PERIOD: Duration = Duration::from_millis(50);
/// How long a program may take to call; a machine that starts nothing in that time is to blame.
const UNTIL_CALL: Duration = Duration::from_secs(20);
/// How long a program that has closed its line may take to end.
const UNTIL_END: Duration = Duration::from_secs(1);
/// How much of the beginning of what a program prints is kept, and of its end, in bytes.
const KEPT: usize = 4 << 10;

/// What the machine did to programs: it could not start one, or ended one. Never an answer's doing.
pub(crate) type Trouble = Rc<RefCell<Option<io::Error>>>;

/// A running program and the line to it.
pub(crate) struct Process {
    child: Child,
    line: Socket,
    is_cancelled: IsCancelled,
    prints: Prints,
    trouble: Trouble,
    /// Since when it says nothing, and the processor time that it had used by then.
    silence: Option<(Instant, Duration)>,
    /// Whether it has closed its line.
    has_closed: bool,
    reason: Option<Reason>,
}

impl Process {
    /// Starts a program by `command`. What it says on standard error is kept in `prints`, and with
    /// `is_heard` what it prints on standard output, too.
    pub(crate) fn start(
        mut command: Command,
        is_cancelled: IsCancelled,
        trouble: Trouble,
        (prints, is_heard): (Prints, bool),
    ) -> io::Result<Self> {
        let listener = Listener::open()?;
        let (printed, writer) = io::pipe()?;
        let output = if is_heard { writer.try_clone()?.into() } else { Stdio::null() };
        command.stdin(Stdio::piped()).stdout(output).stderr(writer);
        command.env(contract::LINE_VARIABLE, listener.name());
        // A panic in ndarray shall name the student's line.
        command.env(contract::TRACE_VARIABLE, "1");
        let mut child = command.spawn()?;
        // With it go this side's ends of the pipe, so that it ends with the program.
        drop(command);
        prints.read(printed)?;
        let is_running = || matches!(child.try_wait(), Ok(None)) && !is_cancelled();
        let line = listener.accept(is_running, Instant::now() + UNTIL_CALL);
        let line = line.map_err(|error| {
            let _ = child.kill();
            let _ = child.wait();
            match prints.of_ended().text() {
                words if words.is_empty() => error,
                words => io::Error::other(words),
            }
        })?;
        Ok(Self {
            child,
            line,
            is_cancelled,
            prints,
            trouble,
            silence: None,
            has_closed: false,
            reason: None,
        })
    }

    /// How it ended: of one that has closed its line by itself, else because it is ended now.
    fn ending(&mut self) -> io::Result<ExitStatus> {
        let deadline = Instant::now() + UNTIL_END;
        while self.has_closed && Instant::now() < deadline {
            if let Some(status) = self.child.try_wait()? {
                return Ok(status);
            }
            thread::sleep(Duration::from_millis(1));
        }
        let ended = self.child.try_wait()?;
        let _ = self.child.kill();
        ended.map_or_else(|| self.child.wait(), Ok)
    }

    /// Whether it has computed nothing since it fell silent, where the system says that.
    fn is_idle(&self) -> bool {
        self.silence
            .zip(processor_time(&self.child))
            .is_some_and(|((since, before), now)| now.saturating_sub(before) * 20 < since.elapsed())
    }
}

/// What programs print: read as it comes, so that they never wait for a reader.
#[derive(Clone, Default)]
pub(crate) struct Prints {
    printed: Arc<Mutex<Printed>>,
    reader: Arc<Mutex<Option<JoinHandle<()>>>>,
}

/// The beginning and the end of what was printed.
#[derive(Clone, Debug, Default)]
pub struct Printed {
    beginning: Vec<u8>,
    end: VecDeque<u8>,
    /// How many lines are neither in the beginning nor in the end.
    lines_between: usize,
}

impl Printed {
    fn push(&mut self, mut bytes: &[u8]) {
        if self.end.is_empty() {
            let room = bytes.len().min(KEPT - self.beginning.len());
            self.beginning.extend_from_slice(&bytes[..room]);
            bytes = &bytes[room..];
        }
        self.end.extend(bytes);
        let superfluous = self.end.len().saturating_sub(KEPT);
        self.lines_between += self.end.drain(..superfluous).filter(|byte| *byte == b'\n').count();
    }

    /// All that is kept.
    pub fn text(&self) -> String {
        let bytes: Vec<u8> = self.beginning.iter().chain(&self.end).copied().collect();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// Its first lines, how many are left out, and its last lines: at most `first` and `last` of them.
    pub(crate) fn lines(&self, first: usize, last: usize) -> (Vec<String>, usize, Vec<String>) {
        let text = self.text();
        let mut beginning: Vec<String> = text.lines().map(str::to_string).collect();
        if beginning.len() <= first + last + 1 && self.lines_between == 0 {
            return (beginning, 0, Vec::new());
        }
        let end = beginning.split_off(beginning.len().saturating_sub(last).max(first));
        let between = beginning.len().saturating_sub(first) + self.lines_between;
        beginning.truncate(first);
        (beginning, between, end)
    }
}

impl Prints {
    /// How long it is waited for words of a program that has ended: what it started may hold the pipe.
    const PATIENCE: Duration = Duration::from_millis(200);

    fn read(&self, mut pipe: impl Read + Send + 'static) -> io::Result<()> {
        let printed = Arc::clone(&self.printed);
        let read = move || {
            let mut buffer = [0; KEPT];
            while let Ok(count @ 1..) = pipe.read(&mut buffer) {
                printed.lock().unwrap_or_else(PoisonError::into_inner).push(&buffer[..count]);
            }
        };
        let reader = thread::Builder::new().spawn(read)?;
        self.reader.lock().unwrap_or_else(PoisonError::into_inner).replace(reader);
        Ok(())
    }

    /// What was printed, once the program has ended.
    pub(crate) fn of_ended(&self) -> Printed {
        let deadline = Instant::now() + Self::PATIENCE;
        let is_read = || {
            let reader = self.reader.lock().unwrap_or_else(PoisonError::into_inner);
            reader.as_ref().is_none_or(JoinHandle::is_finished)
        };
        while !is_read() && Instant::now() < deadline {
            thread::sleep(Duration::from_millis(1));
        }
        self.printed.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// The processor time that a process has used, all its threads together.
fn processor_time(child: &Child) -> Option<Duration> {
    /// In ticks of the same length on all of Linux.
    const TICK: Duration = Duration::from_millis(10);
    let stat = std::fs::read_to_string(format!("/proc/{}/stat", child.id())).ok()?;
    // The name of the program may hold blanks and brackets.
    let numbers: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = |place: usize| numbers.get(place)?.parse::<u32>().ok();
    Some(TICK * (ticks(11)? + ticks(12)?))
}

impl Connection for Process {
    fn read_exact(&mut self, mut buffer: &mut [u8], deadline: Instant) -> io::Result<()> {
        self.silence = None;
        while !buffer.is_empty() {
            let Some(left) = time_left(deadline) else {
                self.reason = self.is_idle().then_some(Reason::Waiting);
                return Err(io::ErrorKind::TimedOut.into());
            };
            self.line.set_read_timeout(Some(left.min(PERIOD)))?;
            match self.line.read(buffer) {
                Ok(0) => {
                    self.has_closed = true;
                    return Err(io::ErrorKind::UnexpectedEof.into());
                }
                Ok(count) => buffer = &mut buffer[count..],
                Err(error) if is_silence(&error) && !(self.is_cancelled)() => {
                    let now = || Some((Instant::now(), processor_time(&self.child)?));
                    self.silence = self.silence.or_else(now);
                }
                Err(error) => {
                    self.has_closed = !is_silence(&error);
                    return Err(error);
                }
            }
        }
        Ok(())
    }

    fn write_all(&mut self, mut bytes: &[u8], deadline: Instant) -> io::Result<()> {
        while !bytes.is_empty() {
            let left = time_left(deadline).ok_or(io::ErrorKind::TimedOut)?;
            self.line.set_write_timeout(Some(left))?;
            match self.line.write(bytes) {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                Ok(count) => bytes = &bytes[count..],
                Err(error) => {
                    self.has_closed = !is_silence(&error);
                    return Err(error);
                }
            }
        }
        Ok(())
    }

    fn hang_up(&mut self) -> String {
        let Ok(status) = self.ending() else { return "unknown".to_string() };
        if self.has_closed {
            self.reason = reason_in(&self.prints.of_ended().text());
            if is_ended_from_outside(status) {
                self.trouble.replace(Some(io::Error::other(status.to_string())));
            }
        }
        status.to_string()
    }

    fn reason(&self) -> Option<Reason> {
        self.reason
    }
}

/// The reason for an end in the last words of the standard library.
fn reason_in(words: &str) -> Option<Reason> {
    if words.contains("memory allocation of ") {
        Some(Reason::Memory)
    } else if words.contains("has overflowed its stack") {
        Some(Reason::Stack)
    } else {
        None
    }
}

/// Whether it was ended by what no answer does to itself: a system that is short of memory, or a person.
#[cfg(unix)]
pub(crate) fn is_ended_from_outside(status: ExitStatus) -> bool {
    use signal_hook::consts::{
        SIGBUS, SIGHUP, SIGINT, SIGKILL, SIGQUIT, SIGTERM, SIGXCPU, SIGXFSZ,
    };
    use std::os::unix::process::ExitStatusExt;
    let signals = [SIGBUS, SIGHUP, SIGINT, SIGKILL, SIGQUIT, SIGTERM, SIGXCPU, SIGXFSZ];
    status.signal().is_some_and(|signal| signals.contains(&signal))
}

/// Elsewhere a status does not tell.
#[cfg(not(unix))]
pub(crate) fn is_ended_from_outside(_: ExitStatus) -> bool {
    false
}

/// Whether nothing came in time, in the words of one system or another.
fn is_silence(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut)
}

fn time_left(deadline: Instant) -> Option<Duration> {
    let left = deadline.saturating_duration_since(Instant::now());
    (!left.is_zero()).then_some(left)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_much_that_is_printed_the_first_and_the_last_lines_are_shown() {
        let mut printed = Printed::default();
        for line in 0..9_147 {
            printed.push(format!("line {line}\n").as_bytes());
        }
        let (first, between, last) = printed.lines(2, 1);
        assert_eq!(first, ["line 0", "line 1"]);
        assert_eq!(last, ["line 9146"]);
        assert_eq!(between, 9_144);
        let mut printed = Printed::default();
        printed.push(b"a\nb\nc");
        assert_eq!(printed.lines(2, 1).0, ["a", "b", "c"]);
        assert_eq!(printed.lines(1, 0), (vec!["a".to_string()], 2, Vec::new()));
    }
}

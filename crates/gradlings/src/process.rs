//! A running program with a student's answers, and the line to it.
//!
//! The program ends with this one: it holds the other side of its standard input. What it prints is thrown
//! away, but for the end of what it says on standard error, where the system's own words stand when it has
//! no memory or no stack left.

use std::cell::RefCell;
use std::io::{self, Read, Write};
use std::process::{Child, ChildStderr, Command, ExitStatus, Stdio};
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
/// How much of the end of standard error is kept, in bytes.
const LAST_WORDS: usize = 4 << 10;

/// What the machine did to programs: it could not start one, or ended one. Never an answer's doing.
pub(crate) type Trouble = Rc<RefCell<Option<io::Error>>>;

/// A running program and the line to it.
pub(crate) struct Process {
    child: Child,
    line: Socket,
    is_cancelled: IsCancelled,
    words: LastWords,
    trouble: Trouble,
    /// Since when it says nothing, and the processor time that it had used by then.
    silence: Option<(Instant, Duration)>,
    /// Whether it has closed its line.
    has_closed: bool,
    reason: Option<Reason>,
}

impl Process {
    /// Starts a program by `command`.
    pub(crate) fn start(
        mut command: Command,
        is_cancelled: IsCancelled,
        trouble: Trouble,
    ) -> io::Result<Self> {
        let listener = Listener::open()?;
        command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
        command.env(contract::LINE_VARIABLE, listener.name());
        // A panic in ndarray shall name the student's line.
        command.env(contract::TRACE_VARIABLE, "1");
        let mut child = command.spawn()?;
        let words = LastWords::of(child.stderr.take())?;
        let is_running = || matches!(child.try_wait(), Ok(None)) && !is_cancelled();
        let line = listener.accept(is_running, Instant::now() + UNTIL_CALL);
        let line = line.map_err(|error| {
            let _ = child.kill();
            let _ = child.wait();
            match words.of_ended() {
                words if words.is_empty() => error,
                words => io::Error::other(words),
            }
        })?;
        Ok(Self {
            child,
            line,
            is_cancelled,
            words,
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

/// The end of what a program says on standard error.
struct LastWords {
    words: Arc<Mutex<Vec<u8>>>,
    reader: JoinHandle<()>,
}

impl LastWords {
    /// How long it is waited for words of a program that has ended: what it started may hold the pipe.
    const PATIENCE: Duration = Duration::from_millis(200);

    fn of(errors: Option<ChildStderr>) -> io::Result<Self> {
        let words = Arc::new(Mutex::new(Vec::new()));
        let last_words = Arc::clone(&words);
        let read = move || {
            let mut buffer = [0; LAST_WORDS];
            let mut errors = errors;
            while let Some(Ok(count @ 1..)) = errors.as_mut().map(|errors| errors.read(&mut buffer))
            {
                let mut words = last_words.lock().unwrap_or_else(PoisonError::into_inner);
                words.extend_from_slice(&buffer[..count]);
                let superfluous = words.len().saturating_sub(LAST_WORDS);
                words.drain(..superfluous);
            }
        };
        Ok(Self { words, reader: thread::Builder::new().spawn(read)? })
    }

    /// What it said last, once it has ended.
    fn of_ended(&self) -> String {
        let deadline = Instant::now() + Self::PATIENCE;
        while !self.reader.is_finished() && Instant::now() < deadline {
            thread::sleep(Duration::from_millis(1));
        }
        let words = self.words.lock().unwrap_or_else(PoisonError::into_inner);
        String::from_utf8_lossy(&words).into_owned()
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
            self.reason = reason_in(&self.words.of_ended());
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

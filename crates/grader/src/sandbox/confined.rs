//! A program in a cell, as the grader sees it: started, talked to, ended.

use std::fs;
use std::io::{self, Read, Write};
use std::net::Shutdown;
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use nix::sys::signal::Signal;
use nix::unistd::{SysconfVar, sysconf};

use super::policy::Policy;
use crate::Error;

/// The first argument of the grader's program where it is to be part of a cell; not for people.
pub(super) const CELL: &str = "in-a-cell";

/// Added to the number of the signal that ended the program, to tell it by exit code.
pub(super) const SIGNALLED: i32 = 128;
/// The exit code of a program that said that it gets no memory; no signal has such a number.
pub(super) const NO_MEMORY: i32 = 254;
/// The exit code of a program that said that its stack is full.
pub(super) const NO_STACK: i32 = 255;
/// Why a cell could not be built that does not even say so.
const NOT_BEGUN: &str = "it ended before its program began";
/// How long an ended program may take to be gone.
const FAREWELL: Duration = Duration::from_secs(2);
/// How long it is watched whether a program waits.
const MOMENT: Duration = Duration::from_millis(100);
/// How long a transfer waits before it looks at the clock.
const PATIENCE: Duration = Duration::from_millis(50);

/// Which of the program's streams the caller is connected to; the others lead nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// Standard input, as a socket in both directions.
    Input,
    /// Standard output.
    Output,
    /// Standard error.
    Errors,
}

/// Builds cells. The one trait that an engine has to fill.
pub trait Launcher: Send + Sync {
    /// Starts the program of `policy` in a cell.
    ///
    /// # Errors
    /// If no process can be started. A cell that cannot be built is found out by
    /// [`Confined::failure`].
    fn launch(&self, policy: &Policy, stream: Stream) -> Result<Confined, Error>;
}

/// Builds cells with namespaces and filters, from the grader's own program.
#[derive(Clone, Debug)]
pub struct CellLauncher {
    /// The program that calls [`enter_if_asked`](super::enter_if_asked) first.
    pub program: PathBuf,
}

impl Launcher for CellLauncher {
    fn launch(&self, policy: &Policy, stream: Stream) -> Result<Confined, Error> {
        // What the cell wipes away when it has been built.
        fs::write(&policy.failure, NOT_BEGUN).map_err(Error::file(&policy.failure))?;
        let start = || {
            let (socket, theirs) = UnixStream::pair()?;
            socket.set_read_timeout(Some(PATIENCE))?;
            socket.set_write_timeout(Some(PATIENCE))?;
            let mut streams = [Stdio::null(), Stdio::null(), Stdio::null()];
            streams[stream as usize] = Stdio::from(OwnedFd::from(theirs));
            let [input, output, errors] = streams;
            let mut command = cell_command(&self.program, "outside", policy)?;
            command.arg(std::process::id().to_string());
            let child = command.stdin(input).stdout(output).stderr(errors).spawn()?;
            let failure = policy.failure.clone();
            let stopped_after = Duration::ZERO;
            let (has_ended, was_stopped) = (false, false);
            Ok(Confined { child, socket, has_ended, was_stopped, stopped_after, failure })
        };
        start().map_err(Error::program(&self.program))
    }
}

/// A program that runs in a cell, and the socket to it. It is ended when the value is dropped.
pub struct Confined {
    child: Child,
    socket: UnixStream,
    has_ended: bool,
    was_stopped: bool,
    /// The processor time of a program that was stopped; nobody waits for it, so that the system does not say.
    stopped_after: Duration,
    failure: PathBuf,
}

impl Confined {
    /// Reads some bytes, at most until `deadline`; 0 once the program has closed its end.
    pub fn read(&mut self, buffer: &mut [u8], deadline: Instant) -> io::Result<usize> {
        let count = self.until(deadline, |socket| socket.read(buffer))?;
        self.has_ended |= count == 0;
        Ok(count)
    }

    /// Writes some bytes, at most until `deadline`.
    pub fn write(&mut self, bytes: &[u8], deadline: Instant) -> io::Result<usize> {
        self.until(deadline, |socket| socket.write(bytes))
    }

    /// Tries until it is done or too late. The socket gives up by itself every [`PATIENCE`], so that
    /// nearly all transfers need no look at the clock and no other call of the system.
    fn until(
        &mut self,
        deadline: Instant,
        mut transfer: impl FnMut(&mut UnixStream) -> io::Result<usize>,
    ) -> io::Result<usize> {
        loop {
            match transfer(&mut self.socket) {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                    if Instant::now() >= deadline {
                        return Err(io::ErrorKind::TimedOut.into());
                    }
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                outcome => return outcome.inspect_err(|error| self.note(error)),
            }
        }
    }

    fn note(&mut self, error: &io::Error) {
        self.has_ended |= error.kind() != io::ErrorKind::TimedOut;
    }

    /// Whether the program waits for something: no thread of it runs or could run, now and a moment later, and none has
    /// taken processor time in between. Who waits for a busy machine could run.
    pub fn is_waiting(&self) -> bool {
        let Some(program) = self.program() else { return false };
        let before = threads(program);
        thread::sleep(MOMENT);
        before.is_some_and(|before| {
            before.iter().all(|(state, _)| *state == 'S') && threads(program) == Some(before)
        })
    }

    /// The program's process, two below the one that was started.
    fn program(&self) -> Option<i32> {
        i32::try_from(self.child.id()).ok().and_then(only_child).and_then(only_child)
    }

    /// The processor time that the program had taken when it was [stopped](Self::end); zero if it ended by itself.
    pub fn stopped_after(&self) -> Duration {
        self.stopped_after
    }

    /// Ends the cell and says how its program ended, `None` if it had to be ended. A program that
    /// closed the socket itself is given longer, so that the answer does not depend on chance.
    pub fn end(&mut self) -> Option<Ending> {
        let _ = self.socket.shutdown(Shutdown::Write);
        let deadline = Instant::now() + if self.has_ended { FAREWELL } else { PATIENCE };
        let status = loop {
            match self.child.try_wait() {
                Ok(Some(status)) => break Some(status),
                Ok(None) if Instant::now() < deadline => {
                    thread::sleep(Duration::from_millis(1));
                }
                _ => break None,
            }
        };
        if status.is_none() {
            self.was_stopped = true;
            self.stopped_after = self.program().and_then(processor_time).unwrap_or_default();
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
        status.map(ending)
    }

    /// Why the cell could not be built, if that is what happened; nothing if it was [stopped](Self::end) before.
    pub fn failure(&self) -> Option<String> {
        let words = fs::read_to_string(&self.failure).ok()?;
        let was_built = words.is_empty() || words == NOT_BEGUN && self.was_stopped;
        (!was_built).then_some(words)
    }
}

impl Drop for Confined {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// How a program ended by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// With an exit code.
    Exit(i32),
    /// With a signal.
    Signal(i32),
    /// Because it got no more memory.
    Memory,
    /// Because its stack was full.
    Stack,
}

impl std::fmt::Display for Ending {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Exit(code) => write!(f, "exit code {code}"),
            Self::Memory => f.write_str("it wanted more memory than it may have"),
            Self::Stack => f.write_str("its stack overflowed"),
            Self::Signal(libc::SIGSEGV) => f.write_str("signal SIGSEGV, as when a stack overflows"),
            Self::Signal(libc::SIGXCPU) => {
                f.write_str("it used more processor time than it may have")
            }
            Self::Signal(number) => match Signal::try_from(*number) {
                Ok(signal) => write!(f, "signal {signal}"),
                Err(_) => write!(f, "signal {number}"),
            },
        }
    }
}

/// The child of the process `parent`, if it has exactly one; `parent` has one thread.
fn only_child(parent: i32) -> Option<i32> {
    let children = fs::read_to_string(format!("/proc/{parent}/task/{parent}/children")).ok()?;
    let mut children = children.split_whitespace().map(str::parse);
    let first = children.next()?.ok();
    first.filter(|_| children.next().is_none())
}

/// The processor time that a process has taken.
fn processor_time(process: i32) -> Option<Duration> {
    let (_, ticks) = state(&fs::read_to_string(format!("/proc/{process}/stat")).ok()?)?;
    let each = sysconf(SysconfVar::CLK_TCK).ok()??;
    Some(Duration::from_millis(1000 * ticks / u64::try_from(each).ok()?))
}

/// The state of each thread of a process, and the processor time that it has taken, in ticks of the system.
fn threads(process: i32) -> Option<Vec<(char, u64)>> {
    let entries = fs::read_dir(format!("/proc/{process}/task")).ok()?;
    let thread = |entry: io::Result<fs::DirEntry>| {
        state(&fs::read_to_string(entry.ok()?.path().join("stat")).ok()?)
    };
    entries.map(thread).collect()
}

/// State and ticks in what the system says of a process or a thread: a name in brackets, which may hold anything, the
/// state, ten numbers, and two of time: its own and that of the kernel for it.
fn state(text: &str) -> Option<(char, u64)> {
    let fields: Vec<&str> = text.rsplit_once(") ")?.1.split(' ').collect();
    let ticks = |index: usize| fields.get(index)?.parse::<u64>().ok();
    Some((fields.first()?.chars().next()?, ticks(11)? + ticks(12)?))
}

fn ending(status: ExitStatus) -> Ending {
    match (status.code(), status.signal()) {
        (Some(NO_MEMORY), _) => Ending::Memory,
        (Some(NO_STACK), _) => Ending::Stack,
        (Some(code), _) if code > SIGNALLED => Ending::Signal(code - SIGNALLED),
        (Some(code), _) => Ending::Exit(code),
        (None, signal) => Ending::Signal(signal.unwrap_or_default()),
    }
}

/// The command that starts one part of a cell: this program once more.
pub(super) fn cell_command(program: &Path, part: &str, policy: &Policy) -> io::Result<Command> {
    let mut command = Command::new(program);
    command.args([CELL, part]).arg(serde_json::to_string(policy)?).env_clear();
    Ok(command)
}

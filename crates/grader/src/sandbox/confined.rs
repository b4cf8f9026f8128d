//! A program in a cell, as the grader sees it: started, talked to, ended.

use std::fs;
use std::io::{self, Read, Write};
use std::net::Shutdown;
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use nix::sys::signal::Signal;

use super::policy::Policy;
use crate::Error;

/// The first argument of the grader's program where it is to be part of a cell; not for people.
pub(super) const CELL: &str = "in-a-cell";

/// Added to the number of the signal that ended the program, to tell it by exit code.
pub(super) const SIGNALLED: i32 = 128;
/// Why a cell could not be built that does not even say so.
const NOT_BEGUN: &str = "it ended before its program began";
/// How long an ended program may take to be gone.
const FAREWELL: Duration = Duration::from_secs(2);
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
            Ok(Confined { child, socket, has_ended: false, was_stopped: false, failure })
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

    /// Ends the cell and says how its program ended, `None` if it had to be ended. A program that
    /// closed the socket itself is given longer, so that the answer does not depend on chance.
    pub fn end(&mut self) -> Option<Ending> {
        let _ = self.socket.shutdown(Shutdown::Write);
        let deadline = Instant::now() + if self.has_ended { FAREWELL } else { PATIENCE };
        let status = loop {
            match self.child.try_wait() {
                Ok(Some(status)) => break Some(status),
                Ok(None) if Instant::now() < deadline => {
                    std::thread::sleep(Duration::from_millis(1));
                }
                _ => break None,
            }
        };
        self.was_stopped = status.is_none();
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
}

impl std::fmt::Display for Ending {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Exit(code) => write!(f, "exit code {code}"),
            Self::Signal(number) => match Signal::try_from(*number) {
                Ok(signal) => write!(f, "signal {signal}"),
                Err(_) => write!(f, "signal {number}"),
            },
        }
    }
}

fn ending(status: ExitStatus) -> Ending {
    match (status.code(), status.signal()) {
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

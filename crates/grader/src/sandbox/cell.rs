//! The outside of a cell: starting one, talking to its program, ending it.

use std::env;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::net::Shutdown;
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::os::unix::process::ExitStatusExt;
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use nix::sched::{CloneFlags, unshare};
use nix::sys::prctl;
use nix::sys::signal::Signal;
use nix::unistd::{Uid, getegid, geteuid};

use super::policy::{Policy, Walls};
use super::{CELL, inside, probe};

/// Added to the number of the signal that ended the program, to tell it by exit code.
const SIGNALLED: i32 = 128;
/// The exit code of a cell that could not be built.
const NOT_BUILT: u8 = 125;
/// How long an ended program may take to be gone.
const FAREWELL: Duration = Duration::from_secs(2);
/// How long the line waits before it looks at the clock.
const PATIENCE: Duration = Duration::from_millis(50);

/// Which of the program's streams the caller is connected to; the others lead nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
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
    fn launch(&self, policy: &Policy, line: Line) -> io::Result<Cell>;
}

/// Builds cells with namespaces and filters, from the grader's own program.
#[derive(Clone, Debug)]
pub struct CellLauncher {
    /// The program that calls [`enter_if_asked`](super::enter_if_asked) first.
    pub program: PathBuf,
}

impl Launcher for CellLauncher {
    fn launch(&self, policy: &Policy, line: Line) -> io::Result<Cell> {
        let (ours, theirs) = UnixStream::pair()?;
        ours.set_read_timeout(Some(PATIENCE))?;
        ours.set_write_timeout(Some(PATIENCE))?;
        let mut streams = [Stdio::null(), Stdio::null(), Stdio::null()];
        streams[line as usize] = Stdio::from(OwnedFd::from(theirs));
        let [input, output, errors] = streams;
        let mut command = cell_command(&self.program, "outside", policy)?;
        let child = command.stdin(input).stdout(output).stderr(errors).spawn()?;
        Ok(Cell { child, line: ours, has_ended: false, failure: policy.failure.clone() })
    }
}

/// A running cell and the line to its program. Ends with the value.
pub struct Cell {
    child: Child,
    line: UnixStream,
    has_ended: bool,
    failure: PathBuf,
}

impl Cell {
    /// Reads some bytes, at most until `deadline`; 0 at the end of the line.
    pub fn read(&mut self, buffer: &mut [u8], deadline: Instant) -> io::Result<usize> {
        let count = self.until(deadline, |line| line.read(buffer))?;
        self.has_ended |= count == 0;
        Ok(count)
    }

    /// Writes some bytes, at most until `deadline`.
    pub fn write(&mut self, bytes: &[u8], deadline: Instant) -> io::Result<usize> {
        self.until(deadline, |line| line.write(bytes))
    }

    /// Tries until it is done or too late. The line gives up by itself every [`PATIENCE`], so that
    /// nearly all transfers need no look at the clock and no other call of the system.
    fn until(
        &mut self,
        deadline: Instant,
        mut transfer: impl FnMut(&mut UnixStream) -> io::Result<usize>,
    ) -> io::Result<usize> {
        loop {
            match transfer(&mut self.line) {
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
    /// closed the line itself is given longer, so that it is not by chance what is told.
    pub fn end(&mut self) -> Option<Ending> {
        let _ = self.line.shutdown(Shutdown::Write);
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
        let _ = self.child.kill();
        let _ = self.child.wait();
        status.map(ending)
    }

    /// Why the cell could not be built, if that is what happened.
    pub fn failure(&self) -> Option<String> {
        let words = fs::read_to_string(&self.failure).ok()?;
        (!words.is_empty()).then_some(words)
    }
}

impl Drop for Cell {
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

fn cell_command(program: &std::path::Path, part: &str, policy: &Policy) -> io::Result<Command> {
    let mut command = Command::new(program);
    command.args([CELL, part]).arg(serde_json::to_string(policy)?).env_clear();
    Ok(command)
}

pub(super) fn enter_if_asked() {
    let mut arguments = env::args().skip(1);
    if arguments.next().as_deref() != Some(CELL) {
        return;
    }
    let part = arguments.next().unwrap_or_default();
    let rest = arguments.next().unwrap_or_default();
    let code = match part.as_str() {
        "outside" => with_policy(&rest, outside),
        "inside" => with_policy(&rest, inside::run),
        "probe" => probe::run(&rest),
        _ => NOT_BUILT,
    };
    std::process::exit(code.into());
}

/// Runs one of the two parts; what goes wrong is written where only the grader reads.
fn with_policy(json: &str, part: fn(&Policy, &mut File) -> io::Result<ExitStatus>) -> u8 {
    let Ok(policy) = serde_json::from_str::<Policy>(json) else { return NOT_BUILT };
    let Ok(mut failure) = File::options().create(true).append(true).open(&policy.failure) else {
        return NOT_BUILT;
    };
    match part(&policy, &mut failure) {
        Ok(status) => match (status.code(), status.signal()) {
            (Some(code), _) => u8::try_from(code).unwrap_or(1),
            (None, signal) => u8::try_from(SIGNALLED + signal.unwrap_or(0)).unwrap_or(1),
        },
        Err(error) => {
            let _ = write!(failure, "{error}");
            NOT_BUILT
        }
    }
}

/// Leaves the namespaces and starts the inner part. It stays to pass on how that ended.
fn outside(policy: &Policy, _: &mut File) -> io::Result<ExitStatus> {
    prctl::set_pdeathsig(Signal::SIGKILL)?;
    close_fds::set_fds_cloexec(3, &[]);
    if policy.walls == Walls::Namespaces {
        leave_namespaces().map_err(|error| told("namespaces", &error))?;
    }
    // The kernel shall take the cell before it takes the grader.
    let _ = fs::write("/proc/self/oom_score_adj", "1000");
    cell_command(&env::current_exe()?, "inside", policy)?.status()
}

fn leave_namespaces() -> io::Result<()> {
    let all = CloneFlags::CLONE_NEWNS
        | CloneFlags::CLONE_NEWPID
        | CloneFlags::CLONE_NEWNET
        | CloneFlags::CLONE_NEWIPC
        | CloneFlags::CLONE_NEWUTS
        | CloneFlags::CLONE_NEWCGROUP;
    if geteuid() == Uid::from_raw(0) {
        return Ok(unshare(all)?);
    }
    let (user, group) = (geteuid(), getegid());
    unshare(all | CloneFlags::CLONE_NEWUSER)?;
    fs::write("/proc/self/setgroups", "deny")?;
    fs::write("/proc/self/uid_map", format!("0 {user} 1"))?;
    fs::write("/proc/self/gid_map", format!("0 {group} 1"))
}

/// The error with what was being done.
pub(super) fn told(what: &str, error: &dyn std::fmt::Display) -> io::Error {
    io::Error::other(format!("{what}: {error}"))
}

//! Where lessons are judged: in processes that may die.
//!
//! What comes back from a student's program is read and judged by code of ours, with the memory and the time
//! that it takes. So that no submission can take them from the others, no byte of it reaches the grader's own
//! process:
//!
//! 1. The grader starts its own program once more, as the **template**. It holds the rehearsals, which take
//!    seconds and a hundred megabytes, and does nothing but wait. It has one thread.
//! 2. For each lesson of each submission the grader passes two sockets, the number of the lesson and which of its
//!    exercises are asked to the template ([`Template::examine`]). These few bytes are all that the template ever
//!    reads, so nothing of a submission stays in it. What was not asked before is rehearsed now.
//! 3. The template forks a **keeper**, which inherits the rehearsals for nothing. A fork of a process with a
//!    single thread is a whole copy: no lock is held by a thread that is not there. The template counts its
//!    threads before.
//! 4. The keeper forks the [`examiner`], which judges under limits of memory and time that the
//!    kernel holds it to, and says what it found as it goes.
//! 5. The keeper waits, takes in what the examiner leaves behind, and tells on the other socket how the
//!    examiner ended and what all of it took.
//! 6. When the grader ends, the template reads the end of its line and ends, too; the kernel then ends keepers,
//!    examiners and cells, each with its parent.
//!
//! The grader reads finished reports, within bounds and only for exercises and properties that it knows.

use std::fs;
use std::io::{self, IoSlice, IoSliceMut, Read, Write};
use std::mem::MaybeUninit;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use course::asking::Rehearsals;
use course::report::Report;
use nix::errno::Errno;
use nix::sys::prctl;
use nix::sys::signal::{Signal, kill};
use nix::sys::wait::{WaitPidFlag, WaitStatus, waitpid};
use nix::unistd::{ForkResult, Pid, fork, getppid};
use rustix::net::{
    RecvAncillaryBuffer, RecvAncillaryMessage, RecvFlags, SendAncillaryBuffer,
    SendAncillaryMessage, SendFlags, recvmsg, sendmsg,
};

use super::examiner::{self, Task};
use super::message::{Config, Message, read_block, write_block};
use super::usage::children_time;
use crate::Error;

/// The first argument of the grader's program where it is to be the template; not for people.
const TEMPLATE: &str = "in-a-template";
/// The longest message of an examiner, in bytes.
const LONGEST_MESSAGE: usize = 1 << 20;
/// How often the grader looks at the clock while an examiner is silent.
const PATIENCE: Duration = Duration::from_millis(500);
/// How much longer the grader waits than the examiner may take: the first of a lesson waits for rehearsals.
const GRACE: Duration = Duration::from_secs(60);

/// How an examiner ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ended {
    /// With an exit code: 0 when it was done.
    Exit(i32),
    /// With a signal.
    Signal(i32),
    /// It did not end in time, or what it said was no message.
    Lost,
}

/// What an examiner found, as far as it came.
pub(super) struct Examined {
    /// The reports, with the index of the exercise.
    pub(super) reports: Vec<(usize, Report)>,
    /// The exercise that it had begun and not done when it ended.
    pub(super) at: Option<usize>,
    /// Why it could not go on, if it said so.
    pub(super) trouble: Option<String>,
    /// How it ended.
    pub(super) ended: Ended,
    /// The processor time of the examiner and of all that it started.
    pub(super) cpu: Duration,
}

/// The template, as the grader sees it.
pub(super) struct Template {
    program: PathBuf,
    config: String,
    process: Mutex<Option<Process>>,
}

impl Template {
    /// The template of examiners with `config`, made of `program`; it is started when it is first needed.
    pub(super) fn new(program: PathBuf, config: &Config) -> Self {
        let config =
            serde_json::to_string(config).expect("a configuration is plain text and numbers");
        Self { program, config, process: Mutex::new(None) }
    }

    /// Has an examiner of its own do `task`, whose lesson is the one of this `number`.
    ///
    /// # Errors
    /// If the template cannot be started.
    pub(super) fn examine(&self, number: u8, task: &Task) -> Result<Examined, Error> {
        let start = || -> io::Result<(UnixStream, UnixStream)> {
            let (data, their_data) = UnixStream::pair()?;
            let (status, their_status) = UnixStream::pair()?;
            for socket in [&data, &status] {
                socket.set_read_timeout(Some(PATIENCE))?;
                socket.set_write_timeout(Some(GRACE))?;
            }
            let asked =
                task.asked.iter().rev().fold(0, |bits, asked| bits << 1 | u64::from(*asked));
            let seconds = u32::try_from(task.cpu.as_secs()).unwrap_or(u32::MAX);
            let order = Order { lesson: number, asked, seconds };
            self.order(order, &[their_data.into(), their_status.into()])?;
            Ok((data, status))
        };
        let (mut data, mut status) = start().map_err(Error::program(&self.program))?;
        let deadline = Instant::now() + task.time + GRACE;
        let task = serde_json::to_vec(task).map_err(io::Error::from);
        let sent = task.and_then(|task| write_block(&mut data, &task));
        let mut examined = Examined {
            reports: Vec::new(),
            at: None,
            trouble: None,
            ended: Ended::Lost,
            cpu: Duration::ZERO,
        };
        if sent.and_then(|()| examined.hear(&mut data, deadline)).is_ok() {
            let mut bytes = [0; 13];
            let deadline = Instant::now() + GRACE;
            if read_until(&mut status, &mut bytes, deadline).is_ok() {
                (examined.ended, examined.cpu) = read_status(bytes);
            }
        }
        Ok(examined)
    }

    /// Passes an order to the template, which is started if it is not there, and once more if it has died.
    fn order(&self, order: Order, sockets: &[OwnedFd; 2]) -> io::Result<()> {
        let mut process = self.process.lock().unwrap_or_else(PoisonError::into_inner);
        let bytes = order.to_bytes();
        if let Some(running) = &*process
            && running.send(&bytes, sockets).is_ok()
        {
            return Ok(());
        }
        // The first order, or a template that has died.
        *process = None;
        process.insert(Process::start(&self.program, &self.config)?).send(&bytes, sockets)
    }
}

impl Examined {
    /// Takes in what an examiner says until it ends.
    fn hear(&mut self, data: &mut UnixStream, deadline: Instant) -> io::Result<()> {
        let bad = || io::Error::from(io::ErrorKind::InvalidData);
        loop {
            let mut length = [0; 4];
            match read_until(data, &mut length, deadline) {
                Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(()),
                outcome => outcome?,
            }
            let length = usize::try_from(u32::from_le_bytes(length)).map_err(io::Error::other)?;
            if length > LONGEST_MESSAGE || self.reports.len() > usize::from(u8::MAX) {
                return Err(bad());
            }
            let mut bytes = vec![0; length];
            match read_until(data, &mut bytes, deadline) {
                // It ended in the middle of a message.
                Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(()),
                outcome => outcome?,
            }
            match Message::read(&bytes).ok_or_else(bad)? {
                Message::Begun(index) => self.at = Some(index),
                Message::Done(index, report) => {
                    self.at = None;
                    self.reports.push((index, report));
                }
                Message::Trouble(words) => self.trouble = Some(words),
            }
        }
    }
}

/// A running template.
struct Process {
    child: Child,
    /// `None` once it shall end.
    control: Option<UnixStream>,
}

/// An order for an examiner.
#[derive(Clone, Copy)]
struct Order {
    /// The number of the lesson.
    lesson: u8,
    /// A bit for each exercise of the lesson, the first one lowest: whether it is asked.
    asked: u64,
    /// The processor time for all of it.
    seconds: u32,
}

impl Order {
    const BYTES: usize = 13;

    fn to_bytes(self) -> [u8; Self::BYTES] {
        let mut bytes = [self.lesson; Self::BYTES];
        bytes[1..9].copy_from_slice(&self.asked.to_le_bytes());
        bytes[9..].copy_from_slice(&self.seconds.to_le_bytes());
        bytes
    }

    fn from_bytes(bytes: [u8; Self::BYTES]) -> Self {
        let (mut asked, mut seconds) = ([0; 8], [0; 4]);
        asked.copy_from_slice(&bytes[1..9]);
        seconds.copy_from_slice(&bytes[9..]);
        let (asked, seconds) = (u64::from_le_bytes(asked), u32::from_le_bytes(seconds));
        Self { lesson: bytes[0], asked, seconds }
    }

    fn asks(self, exercise: &course::Exercise) -> bool {
        let (lesson, number) = exercise.number;
        lesson == usize::from(self.lesson) && self.asked >> (number - 1) & 1 == 1
    }
}

impl Process {
    fn start(program: &std::path::Path, config: &str) -> io::Result<Self> {
        let (mut control, theirs) = UnixStream::pair()?;
        let mut command = Command::new(program);
        command.arg(TEMPLATE).stdin(OwnedFd::from(theirs));
        let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        control.set_write_timeout(Some(GRACE))?;
        write_block(&mut control, config.as_bytes())?;
        Ok(Self { child, control: Some(control) })
    }

    fn send(&self, bytes: &[u8], sockets: &[OwnedFd; 2]) -> io::Result<()> {
        let Some(control) = &self.control else { return Err(io::ErrorKind::NotConnected.into()) };
        let sockets = sockets.each_ref().map(AsFd::as_fd);
        let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(2))];
        let mut ancillary = SendAncillaryBuffer::new(&mut space);
        ancillary.push(SendAncillaryMessage::ScmRights(&sockets));
        let sent = sendmsg(control, &[IoSlice::new(bytes)], &mut ancillary, SendFlags::NOSIGNAL)?;
        if sent == bytes.len() { Ok(()) } else { Err(io::ErrorKind::WriteZero.into()) }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.control = None;
        let deadline = Instant::now() + Duration::from_secs(2);
        while let Ok(None) = self.child.try_wait() {
            if Instant::now() >= deadline {
                let _ = self.child.kill();
            }
            std::thread::sleep(Duration::from_millis(2));
        }
    }
}

/// Becomes the template if the program was started as one; else returns at once.
pub(crate) fn if_asked() {
    if std::env::args().nth(1).as_deref() == Some(TEMPLATE) {
        std::process::exit(wait_for_orders().map_or(1, |()| 0));
    }
}

/// The life of a template: an examiner for each order.
fn wait_for_orders() -> io::Result<()> {
    let mut control = UnixStream::from(io::stdin().as_fd().try_clone_to_owned()?);
    let config = read_block(&mut control)?;
    let config: Config = serde_json::from_slice(&config)?;
    testkit::choose_seed(config.seed);
    let course = course::Course::whole();
    let rehearsals = if config.asks_ahead { Rehearsals::of(course) } else { Rehearsals::none() };
    while let Some((order, data, status)) = next_order(&control)? {
        rehearsals.rehearse(course.exercises().iter().filter(|exercise| order.asks(exercise)));
        while let Ok(WaitStatus::Exited(..) | WaitStatus::Signaled(..)) =
            waitpid(None, Some(WaitPidFlag::WNOHANG))
        {}
        if fs::read_dir("/proc/self/task")?.count() != 1 {
            return Err(io::Error::other("a template has one thread"));
        }
        let template = std::process::id();
        if fork_alone()?.is_none() {
            end_with(template);
            drop(control);
            std::process::exit(keep(data, status, order.seconds, &config, &rehearsals));
        }
    }
    // What the last keepers took counts.
    let deadline = Instant::now() + Duration::from_millis(200);
    while Instant::now() < deadline && waitpid(None, Some(WaitPidFlag::WNOHANG)).is_ok() {
        std::thread::sleep(Duration::from_millis(1));
    }
    Ok(())
}

/// The next order and its sockets; `None` at the end of the line.
fn next_order(control: &UnixStream) -> io::Result<Option<(Order, OwnedFd, OwnedFd)>> {
    let mut bytes = [0; Order::BYTES];
    let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(2))];
    let mut ancillary = RecvAncillaryBuffer::new(&mut space);
    let flags = RecvFlags::CMSG_CLOEXEC | RecvFlags::WAITALL;
    let received = loop {
        match recvmsg(control, &mut [IoSliceMut::new(&mut bytes)], &mut ancillary, flags) {
            Err(rustix::io::Errno::INTR) => {}
            outcome => break outcome?,
        }
    };
    if received.bytes == 0 {
        return Ok(None);
    }
    let mut sockets = ancillary.drain().flat_map(|message| match message {
        RecvAncillaryMessage::ScmRights(sockets) => sockets.collect::<Vec<_>>(),
        _ => Vec::new(),
    });
    match (received.bytes, sockets.next(), sockets.next()) {
        (Order::BYTES, Some(data), Some(status)) => {
            Ok(Some((Order::from_bytes(bytes), data, status)))
        }
        _ => Err(io::ErrorKind::InvalidData.into()),
    }
}

/// Forks this process, which has one thread; the child's number for the parent.
#[allow(unsafe_code)]
fn fork_alone() -> io::Result<Option<Pid>> {
    // SAFETY: there is no other thread, so the child is a whole copy and may do what any program may.
    match unsafe { fork() }? {
        ForkResult::Child => Ok(None),
        ForkResult::Parent { child } => Ok(Some(child)),
    }
}

/// The kernel shall end this process with its parent, whose number is `parent`.
fn end_with(parent: u32) {
    let _ = prctl::set_pdeathsig(Signal::SIGKILL);
    if u32::try_from(getppid().as_raw()) != Ok(parent) {
        std::process::exit(1);
    }
}

/// The life of a keeper: starts the examiner and tells how it ended.
fn keep(data: OwnedFd, status: OwnedFd, seconds: u32, config: &Config, all: &Rehearsals) -> i32 {
    // Cells that the examiner ends are left to its keeper.
    let _ = prctl::set_child_subreaper(true);
    let keeper = std::process::id();
    let Ok(forked) = fork_alone() else { return 1 };
    let Some(child) = forked else {
        end_with(keeper);
        drop(status);
        return examiner::run(UnixStream::from(data), config, all);
    };
    drop(data);
    let ended = loop {
        match waitpid(None, None) {
            Ok(WaitStatus::Exited(pid, code)) if pid == child => break Ended::Exit(code),
            Ok(WaitStatus::Signaled(pid, signal, _)) if pid == child => {
                break Ended::Signal(signal as i32);
            }
            Err(error) if error != Errno::EINTR => break Ended::Lost,
            _ if children_time() > Duration::from_secs(seconds.into()) => {
                let _ = kill(child, Signal::SIGXCPU);
            }
            _ => {}
        }
    };
    // Its last cells are dying: the kernel has sent the signal.
    let deadline = Instant::now() + Duration::from_millis(500);
    while Instant::now() < deadline && waitpid(None, Some(WaitPidFlag::WNOHANG)).is_ok() {
        std::thread::sleep(Duration::from_millis(1));
    }
    let status = UnixStream::from(status).write_all(&status_bytes(ended, children_time()));
    i32::from(status.is_err())
}

fn status_bytes(ended: Ended, cpu: Duration) -> [u8; 13] {
    let (kind, number) = match ended {
        Ended::Exit(code) => (0, code),
        Ended::Signal(signal) => (1, signal),
        Ended::Lost => (2, 0),
    };
    let mut bytes = [0; 13];
    bytes[0] = kind;
    bytes[1..5].copy_from_slice(&number.to_le_bytes());
    let micros = u64::try_from(cpu.as_micros()).unwrap_or(u64::MAX);
    bytes[5..].copy_from_slice(&micros.to_le_bytes());
    bytes
}

fn read_status(bytes: [u8; 13]) -> (Ended, Duration) {
    let [kind, a, b, c, d, micros @ ..] = bytes;
    let number = i32::from_le_bytes([a, b, c, d]);
    let ended = match kind {
        0 => Ended::Exit(number),
        1 => Ended::Signal(number),
        _ => Ended::Lost,
    };
    (ended, Duration::from_micros(u64::from_le_bytes(micros)))
}

/// Fills `buffer`, at most until `deadline`; the socket gives up by itself every [`PATIENCE`].
fn read_until(socket: &mut UnixStream, mut buffer: &mut [u8], deadline: Instant) -> io::Result<()> {
    while !buffer.is_empty() {
        match socket.read(buffer) {
            Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(count) => buffer = &mut buffer[count..],
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                if Instant::now() >= deadline {
                    return Err(io::ErrorKind::TimedOut.into());
                }
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) if error.kind() == io::ErrorKind::ConnectionReset => {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nothing_yet() -> Examined {
        let (ended, cpu) = (Ended::Lost, Duration::ZERO);
        Examined { reports: Vec::new(), at: None, trouble: None, ended, cpu }
    }

    /// What the grader takes from an examiner that says `bytes` and ends, and whether it believes it.
    fn heard(bytes: &[u8]) -> (Examined, bool) {
        let (mut ours, mut theirs) = UnixStream::pair().unwrap();
        theirs.write_all(bytes).unwrap();
        drop(theirs);
        let mut examined = nothing_yet();
        let outcome = examined.hear(&mut ours, Instant::now() + Duration::from_secs(5));
        (examined, outcome.is_ok())
    }

    #[test]
    fn what_an_examiner_said_until_it_died_counts_and_nonsense_does_not() {
        let relu = course::Course::whole().find("relu").unwrap()[0];
        let words = |_: &str| contract::Text::fixed("It is 0.", "0입니다.");
        let report = Report::unasked(relu, course::report::Standing::Fail, words);
        let mut bytes = Vec::new();
        Message::Done(2, report.clone()).write(&mut bytes).unwrap();
        Message::Begun(3).write(&mut bytes).unwrap();
        let whole = bytes.len();
        Message::Done(3, report.clone()).write(&mut bytes).unwrap();
        let (examined, is_believed) = heard(&bytes[..bytes.len() - 1]);
        assert!(is_believed && examined.at == Some(3) && examined.reports == [(2, report)]);
        bytes[whole..whole + 4].copy_from_slice(&u32::MAX.to_le_bytes());
        assert!(!heard(&bytes).1, "a message of four gigabytes");
        assert!(!heard(&[1, 0, 0, 0, 9]).1, "no value");
    }

    #[test]
    fn a_status_comes_back() {
        for ended in [Ended::Exit(0), Ended::Exit(101), Ended::Signal(6), Ended::Lost] {
            let cpu = Duration::from_micros(1_234_567);
            assert_eq!(read_status(status_bytes(ended, cpu)), (ended, cpu));
        }
    }
}

//! A student's program in a cell, which answers calls over a socket.

use std::cell::{Cell, RefCell};
use std::io;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, Instant};

use contract::{Connection, Limits, Reason, Remote};

use nix::sys::resource::UsageWho;
use nix::sys::signal::Signal;

use super::toolchain::Toolchain;
use super::usage::{children_time, processor_time};
use crate::Error;
use crate::sandbox::{Allowance, Confined, Ending, Launcher, Policy, Stream, Walls};

/// The kernel's signal to who accesses memory that is not there.
const SIGSEGV: i32 = Signal::SIGSEGV as i32;
/// The most bytes that are read at once.
const AHEAD: usize = 1 << 14;

/// How long a student's program may take.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// For one call.
    pub call: Duration,
    /// For all calls of one exercise.
    pub exercise: Duration,
}

/// What is shared between the judge and the connections that it opens.
#[derive(Debug)]
pub struct Clock {
    /// When the exercise at hand must be done.
    pub until: Cell<Instant>,
    /// The processor time that the lesson may still take. [`taken`](Self::taken) counts against it.
    pub cpu: Duration,
    /// The processor time of programs that were stopped.
    pub stopped: Cell<Duration>,
    /// Why a cell could not be built: nothing that the student's program can bring about.
    pub trouble: RefCell<Option<Error>>,
}

impl Clock {
    /// The processor time that this process and all that it started have taken.
    pub fn taken(&self) -> Duration {
        processor_time(UsageWho::RUSAGE_SELF) + children_time() + self.stopped.get()
    }
}

/// A program and how to start it.
pub struct Worker<'a> {
    /// What the program is linked with.
    pub toolchain: &'a Toolchain,
    /// Builds the cell; shared, because connections outlive the call.
    pub launcher: &'a Arc<dyn Launcher>,
    /// What is built around the program.
    pub walls: Walls,
    /// How long it may take.
    pub patience: Patience,
    /// Whether no file that it was made of says `unsafe`.
    pub is_safe: bool,
}

impl Worker<'_> {
    /// Makes the answers of `program`, which lies in `folder`, each time from a new process. The process is
    /// started when it is first asked.
    ///
    /// # Errors
    /// If the folder cannot be written.
    pub fn answers(
        &self,
        folder: &Path,
        program: PathBuf,
        clock: &Rc<Clock>,
    ) -> Result<impl Fn() -> Remote + use<>, Error> {
        let policy = Rc::new(self.policy(folder, program)?);
        let (launcher, clock) = (Arc::clone(self.launcher), Rc::clone(clock));
        let (toolchain, is_safe) = (Rc::new(self.toolchain.clone()), self.is_safe);
        let limits = Limits { time: self.patience.call, ..Limits::default() };
        Ok(move || {
            let (policy, launcher) = (Rc::clone(&policy), Arc::clone(&launcher));
            let (clock, toolchain) = (Rc::clone(&clock), Rc::clone(&toolchain));
            let connect = move || -> io::Result<Box<dyn Connection>> {
                let mut policy = (*policy).clone();
                let left = clock.cpu.saturating_sub(clock.taken());
                policy.allowance.cpu = policy.allowance.cpu.min(left.as_secs() + 1);
                match launcher.launch(&policy, Stream::Input) {
                    Ok(program) => {
                        let (clock, toolchain) = (Rc::clone(&clock), Rc::clone(&toolchain));
                        Ok(Box::new(Socket {
                            program,
                            clock,
                            toolchain,
                            is_safe,
                            is_late: false,
                            reason: None,
                            ahead: Vec::new(),
                            used: 0,
                        }))
                    }
                    Err(trouble) => {
                        clock.trouble.replace(Some(trouble));
                        Err(io::ErrorKind::NotConnected.into())
                    }
                }
            };
            Remote::new(Box::new(connect), limits)
        })
    }

    fn policy(&self, folder: &Path, program: PathBuf) -> Result<Policy, Error> {
        let mut readable = self.toolchain.for_running();
        readable.push(program.clone());
        let root = folder.join("root");
        std::fs::create_dir_all(&root).map_err(Error::file(&root))?;
        let variable = |name: &str, value: &str| (name.to_string(), value.to_string());
        Ok(Policy {
            program,
            arguments: Vec::new(),
            environment: vec![
                variable("LD_LIBRARY_PATH", &self.toolchain.search_path()),
                // The same results on every machine, within the limit of threads.
                variable("RAYON_NUM_THREADS", "2"),
                // Each arena takes 64 MB of the addresses, and there is one for each of many threads.
                variable("MALLOC_ARENA_MAX", "2"),
            ],
            folder: PathBuf::from("/"),
            readable,
            writable: None,
            root,
            failure: folder.join("failure"),
            allowance: Allowance::of_worker(self.patience.exercise),
            walls: self.walls,
        })
    }
}

/// The socket to a running program.
struct Socket {
    program: Confined,
    clock: Rc<Clock>,
    toolchain: Rc<Toolchain>,
    /// Whether no file of the lesson says `unsafe`; then only a stack that is full ends it with a bad access of memory.
    is_safe: bool,
    /// Whether it was waited for in vain.
    is_late: bool,
    reason: Option<Reason>,
    /// What was read, and how much of it was passed on. Most frames come in one piece.
    ahead: Vec<u8>,
    used: usize,
}

impl Socket {
    /// Reads more when everything was passed on.
    fn fill(&mut self, deadline: Instant) -> io::Result<()> {
        if self.used == self.ahead.len() {
            let deadline = deadline.min(self.clock.until.get());
            // Bytes may come one by one, each in time.
            if Instant::now() >= deadline {
                return Err(io::ErrorKind::TimedOut.into());
            }
            self.ahead.resize(AHEAD, 0);
            self.used = 0;
            let count = self.program.read(&mut self.ahead, deadline);
            self.is_late |=
                count.as_ref().is_err_and(|error| error.kind() == io::ErrorKind::TimedOut);
            self.ahead.truncate(*count.as_ref().unwrap_or(&0));
            if count? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
        Ok(())
    }
}

impl Connection for Socket {
    fn read_exact(&mut self, mut buffer: &mut [u8], deadline: Instant) -> io::Result<()> {
        while !buffer.is_empty() {
            self.fill(deadline)?;
            let count = buffer.len().min(self.ahead.len() - self.used);
            let (filled, rest) = buffer.split_at_mut(count);
            filled.copy_from_slice(&self.ahead[self.used..self.used + count]);
            self.used += count;
            buffer = rest;
        }
        Ok(())
    }

    fn write_all(&mut self, mut bytes: &[u8], deadline: Instant) -> io::Result<()> {
        if self.used < self.ahead.len() {
            // It answers what it was not asked.
            return Err(io::ErrorKind::InvalidData.into());
        }
        let deadline = deadline.min(self.clock.until.get());
        while !bytes.is_empty() {
            match self.program.write(bytes, deadline)? {
                0 => return Err(io::ErrorKind::WriteZero.into()),
                count => bytes = &bytes[count..],
            }
        }
        Ok(())
    }

    fn hang_up(&mut self) -> String {
        let is_waiting = self.is_late && self.program.is_waiting();
        let ending = self.program.end();
        self.clock.stopped.set(self.clock.stopped.get() + self.program.stopped_after());
        let whole = self.program.failure().map_or(Ok(()), |words| Err(Error::Cell(words)));
        // A program does not begin, or breaks down, where a library is gone.
        let trouble = whole.and_then(|()| match ending {
            None | Some(Ending::Exit(0)) => Ok(()),
            Some(_) => self.toolchain.check(),
        });
        if let Err(trouble) = trouble {
            self.clock.trouble.replace(Some(trouble));
        }
        self.reason = match ending {
            // The end of its line may have woken it.
            _ if is_waiting => Some(Reason::Waiting),
            Some(Ending::Memory) => Some(Reason::Memory),
            Some(Ending::Stack) => Some(Reason::Stack),
            Some(Ending::Signal(SIGSEGV)) if self.is_safe => Some(Reason::Stack),
            _ => None,
        };
        ending.map_or_else(|| "it had to be stopped".to_string(), |ending| ending.to_string())
    }

    fn reason(&self) -> Option<Reason> {
        self.reason
    }
}

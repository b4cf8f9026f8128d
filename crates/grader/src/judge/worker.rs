//! A student's program in a cell, at the other end of a line.

use std::cell::{Cell as Slot, RefCell};
use std::io;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, Instant};

use contract::{Connection, Limits, Remote};

use super::libraries::Libraries;
use crate::sandbox::{Allowance, Cell, Launcher, Line, Policy, Walls};

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

/// What is shared between the judge and the lines that it opens.
#[derive(Debug)]
pub struct Clock {
    /// When the exercise at hand must be done.
    pub until: Slot<Instant>,
    /// Why a cell could not be built: nothing that the student's program can bring about.
    pub trouble: RefCell<Option<String>>,
}

/// A program and how to start it.
pub struct Worker<'a> {
    /// What the program is linked with.
    pub libraries: &'a Libraries,
    /// Who builds the cell; shared, because lines outlive the call.
    pub launcher: &'a Arc<dyn Launcher>,
    /// What is built around the program.
    pub walls: Walls,
    /// How long it may take.
    pub patience: Patience,
}

impl Worker<'_> {
    /// What gives the answers of `program`, which lies at `desk`, each time from a new process. It
    /// is started when first asked.
    pub fn answers(
        &self,
        desk: &Path,
        program: PathBuf,
        clock: &Rc<Clock>,
    ) -> io::Result<impl Fn() -> Remote + use<>> {
        let policy = Rc::new(self.policy(desk, program)?);
        let (launcher, clock) = (Arc::clone(self.launcher), Rc::clone(clock));
        let limits = Limits { time: self.patience.call, ..Limits::default() };
        Ok(move || {
            let (policy, launcher) = (Rc::clone(&policy), Arc::clone(&launcher));
            let clock = Rc::clone(&clock);
            let connect = move || -> io::Result<Box<dyn Connection>> {
                let cell = launcher.launch(&policy, Line::Input).inspect_err(|error| {
                    clock.trouble.replace(Some(error.to_string()));
                })?;
                Ok(Box::new(Wire::new(cell, Rc::clone(&clock))))
            };
            Remote::new(Box::new(connect), limits)
        })
    }

    fn policy(&self, desk: &Path, program: PathBuf) -> io::Result<Policy> {
        let mut readable = self.libraries.for_running();
        readable.push(program.clone());
        let root = desk.join("root");
        std::fs::create_dir_all(&root)?;
        let variable = |name: &str, value: &str| (name.to_string(), value.to_string());
        Ok(Policy {
            program,
            arguments: Vec::new(),
            environment: vec![
                variable("LD_LIBRARY_PATH", &self.libraries.search_path()),
                // The same results on every machine, within the limit of threads.
                variable("RAYON_NUM_THREADS", "2"),
            ],
            folder: PathBuf::from("/"),
            readable,
            writable: None,
            root,
            failure: desk.join("failure"),
            allowance: Allowance::of_worker(self.patience.exercise),
            walls: self.walls,
        })
    }
}

/// The line to a running program.
struct Wire {
    cell: Cell,
    clock: Rc<Clock>,
    /// What was read, and how much of it was passed on. Most frames come in one piece.
    ahead: Vec<u8>,
    used: usize,
}

impl Wire {
    fn new(cell: Cell, clock: Rc<Clock>) -> Self {
        Self { cell, clock, ahead: Vec::new(), used: 0 }
    }

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
            let count = self.cell.read(&mut self.ahead, deadline);
            self.ahead.truncate(*count.as_ref().unwrap_or(&0));
            if count? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
        Ok(())
    }
}

impl Connection for Wire {
    fn read_exact(&mut self, mut buffer: &mut [u8], deadline: Instant) -> io::Result<()> {
        while !buffer.is_empty() {
            self.fill(deadline)?;
            let count = buffer.len().min(self.ahead.len() - self.used);
            let (now, later) = buffer.split_at_mut(count);
            now.copy_from_slice(&self.ahead[self.used..self.used + count]);
            self.used += count;
            buffer = later;
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
            match self.cell.write(bytes, deadline)? {
                0 => return Err(io::ErrorKind::WriteZero.into()),
                count => bytes = &bytes[count..],
            }
        }
        Ok(())
    }

    fn hang_up(&mut self) -> String {
        let ending = self.cell.end();
        if let Some(failure) = self.cell.failure() {
            self.clock.trouble.replace(Some(failure));
        }
        ending.map_or_else(|| "it had to be stopped".to_string(), |ending| ending.to_string())
    }
}

//! A student's program in a cell, at the other end of a line.

use std::cell::{Cell as Slot, RefCell};
use std::io;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, Instant};

use testkit::remote::{Connection, Limits, Remote};

use super::libraries::Libraries;
use crate::sandbox::{Allowance, Cell, Launcher, Line, Policy, Walls};

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
                Ok(Box::new(Wire { cell, clock: Rc::clone(&clock) }))
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
}

impl Connection for Wire {
    fn read_exact(&mut self, mut buffer: &mut [u8], deadline: Instant) -> io::Result<()> {
        let deadline = deadline.min(self.clock.until.get());
        while !buffer.is_empty() {
            match self.cell.read(buffer, deadline)? {
                0 => return Err(io::ErrorKind::UnexpectedEof.into()),
                count => buffer = &mut buffer[count..],
            }
        }
        Ok(())
    }

    fn write_all(&mut self, mut bytes: &[u8], deadline: Instant) -> io::Result<()> {
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

//! The asking side: puts calls to another process, within limits.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::io;
use std::time::{Duration, Instant};

use crate::contract::{Callee, Passed};
use crate::fault::Fault;
use crate::remote::frame::{Frame, HEAD};
use crate::value::Value;

/// A line to a process that answers. Reading and writing end with an error of kind `TimedOut` or
/// `WouldBlock` at the deadline.
pub trait Connection {
    /// Fills `buffer`.
    fn read_exact(&mut self, buffer: &mut [u8], deadline: Instant) -> io::Result<()>;
    /// Writes all of `bytes`.
    fn write_all(&mut self, bytes: &[u8], deadline: Instant) -> io::Result<()>;
    /// Ends the process and says how it ended, in a few words.
    fn hang_up(&mut self) -> String;
}

/// Starts a process that answers.
pub type Connector = Box<dyn Fn() -> io::Result<Box<dyn Connection>>>;

/// How much patience there is with an answer.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The longest that one call may take.
    pub time: Duration,
    /// How often a function may end its process or talk nonsense before it is not called again.
    /// A function that did not answer in time is never called again.
    pub faults: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { time: Duration::from_secs(10), faults: 3 }
    }
}

/// Answers that another process gives. The process is started when first asked, and started again
/// after a call that broke it.
pub struct Remote {
    connect: Connector,
    limits: Limits,
    connection: RefCell<Option<Box<dyn Connection>>>,
    /// What came of functions that broke their process, and how often.
    broken: RefCell<HashMap<String, (usize, Fault)>>,
    calls: Cell<u64>,
}

impl Remote {
    /// Answers of the processes that `connect` starts.
    pub fn new(connect: Connector, limits: Limits) -> Self {
        Self {
            connect,
            limits,
            connection: RefCell::default(),
            broken: RefCell::default(),
            calls: Cell::new(0),
        }
    }

    /// How many calls were put to the process.
    pub fn calls(&self) -> u64 {
        self.calls.get()
    }

    fn verdict_before(&self, function: &str) -> Option<Fault> {
        let broken = self.broken.borrow();
        let (times, fault) = broken.get(function)?;
        let is_over = *times >= self.limits.faults || matches!(fault, Fault::TimedOut { .. });
        is_over.then(|| fault.clone())
    }

    fn converse(
        &self,
        connection: &mut dyn Connection,
        function: &str,
        arguments: &[Passed<'_>],
    ) -> Result<Result<Value, Fault>, Break> {
        let deadline = Instant::now() + self.limits.time;
        send(connection, &Frame::call(function, arguments), deadline)?;
        loop {
            if Instant::now() >= deadline {
                return Err(Break::TooLate);
            }
            match receive(connection, deadline)? {
                Frame::Value(value) => return Ok(Ok(value)),
                Frame::Fault(fault) => return Ok(Err(fault)),
                Frame::CallBack { argument, value } => {
                    let Some(Passed::Function(call)) = arguments.get(argument) else {
                        return Err(Break::Nonsense);
                    };
                    send(connection, &Frame::Reply(call(value)), deadline)?;
                }
                Frame::Call { .. } | Frame::Reply(_) => return Err(Break::Nonsense),
            }
        }
    }
}

impl Callee for Remote {
    fn call(&self, function: &str, arguments: Vec<Passed<'_>>) -> Result<Value, Fault> {
        if let Some(fault) = self.verdict_before(function) {
            return Err(fault);
        }
        self.calls.set(self.calls.get() + 1);
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => (self.connect)().map_err(|error| Fault::Crashed {
                function: function.to_string(),
                how: error.to_string(),
            })?,
        };
        match self.converse(&mut *connection, function, &arguments) {
            Ok(outcome) => {
                self.connection.replace(Some(connection));
                outcome
            }
            Err(broken) => {
                let how = connection.hang_up();
                let fault = broken.fault(function, how, self.limits);
                let mut all = self.broken.borrow_mut();
                let entry = all.entry(function.to_string()).or_insert((0, fault.clone()));
                *entry = (entry.0 + 1, fault.clone());
                Err(fault)
            }
        }
    }
}

impl Drop for Remote {
    fn drop(&mut self) {
        if let Some(mut connection) = self.connection.take() {
            connection.hang_up();
        }
    }
}

/// How a conversation broke off.
enum Break {
    TooLate,
    Ended,
    Nonsense,
}

impl Break {
    fn fault(self, function: &str, how: String, limits: Limits) -> Fault {
        let function = function.to_string();
        match self {
            Self::TooLate => Fault::TimedOut { function, seconds: limits.time.as_secs() },
            Self::Ended => Fault::Crashed { function, how },
            Self::Nonsense => Fault::Nonsense { what: "it does not keep to the protocol".into() },
        }
    }
}

impl From<io::Error> for Break {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => Self::TooLate,
            _ => Self::Ended,
        }
    }
}

fn send(connection: &mut dyn Connection, frame: &Frame, deadline: Instant) -> Result<(), Break> {
    Ok(connection.write_all(&frame.to_bytes(), deadline)?)
}

fn receive(connection: &mut dyn Connection, deadline: Instant) -> Result<Frame, Break> {
    let mut head = [0; HEAD];
    connection.read_exact(&mut head, deadline)?;
    let (kind, length) = Frame::head(head).ok_or(Break::Nonsense)?;
    let mut body = vec![0; length];
    connection.read_exact(&mut body, deadline)?;
    Frame::from_bytes(kind, &body).ok_or(Break::Nonsense)
}

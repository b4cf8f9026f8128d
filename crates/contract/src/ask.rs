//! The asking side: puts calls to another process, within limits.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::io;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::ahead::{Ahead, Rehearsal};
use crate::argument::{Passed, called_back};
use crate::bounds::Bounds;
use crate::callee::Callee;
use crate::fault::{Fault, attempt};
use crate::frame::Frame;
use crate::line::{Break, Connection, Limits, Reason, receive};
use crate::value::Value;

/// The longest that many questions together may take. If they take longer, the property is run call by
/// call, and each call has all its time.
const TOGETHER: Duration = Duration::from_secs(2);

/// The most bytes that one call may call back with.
const MOST_CALLED_BACK: usize = 64 << 20;

/// Starts a process that answers.
pub type Connector = Box<dyn Fn() -> io::Result<Box<dyn Connection>>>;

/// Answers that another process gives. The process is started when first asked, and started again
/// after a call that broke it.
pub struct Remote {
    connect: Connector,
    pub(crate) limits: Limits,
    connection: RefCell<Option<Box<dyn Connection>>>,
    /// What came of functions that broke their process, and how often.
    broken: RefCell<HashMap<String, (usize, Fault)>>,
    calls: Cell<u64>,
    /// What the property at hand is expected to ask.
    ahead: RefCell<Option<Ahead>>,
    /// Whether what was put ahead has broken off.
    broke_off: Cell<bool>,
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
            ahead: RefCell::default(),
            broke_off: Cell::new(false),
        }
    }

    /// How many calls were put to the process.
    pub fn calls(&self) -> u64 {
        self.calls.get()
    }

    fn fault_before(&self, function: &str) -> Option<Fault> {
        let broken = self.broken.borrow();
        let (times, fault) = broken.get(function)?;
        // What takes long to fail would take it again.
        let is_slow = matches!(
            fault,
            Fault::TimedOut { .. } | Fault::Waiting { .. } | Fault::OutOfMemory { .. }
        );
        let is_over = is_slow || *times >= self.limits.faults;
        is_over.then(|| fault.clone())
    }

    /// A property begins, which asks what `rehearsal` says as long as the answers are right. The
    /// questions are put many at a time; true if all answers are the rehearsed ones, bit for bit, so that
    /// the property holds and need not be run.
    ///
    /// Also true once this has broken off: then nothing that is found from here on counts.
    pub fn holds_as_rehearsed(&self, rehearsal: &Arc<Rehearsal>) -> bool {
        self.begin();
        if self.has_broken_off() {
            return true;
        }
        if !self.broken.borrow().is_empty() {
            return false;
        }
        let mut ahead = Ahead::of(rehearsal);
        while !ahead.is_complete() {
            if self.put_ahead(&mut ahead).is_err() {
                self.give_up();
                return true;
            }
            if !ahead.is_as_rehearsed() {
                self.ahead.replace(Some(ahead));
                return false;
            }
        }
        true
    }

    /// A property begins, and nothing is put ahead of it.
    pub fn begin(&self) {
        if self.ahead.take().is_some_and(|ahead| !ahead.is_used_up()) {
            self.give_up();
        }
    }

    /// Whether the process was asked more than the properties asked, or broke off in a batch. Then nothing
    /// that was found counts: all of it has to be asked again of a new process, call by call.
    pub fn has_broken_off(&self) -> bool {
        self.broke_off.get()
    }

    /// The reply to `question` if it was put ahead; `None` if it has to be put now.
    fn reply_ahead(
        &self,
        question: &[u8],
        arguments: &[Passed<'_>],
    ) -> Option<Result<Value, Fault>> {
        if self.has_broken_off() {
            return Some(Err(self.give_up()));
        }
        let mut ahead = self.ahead.take()?;
        let is_used_up = ahead.is_used_up();
        if !ahead.expects(question) {
            // Up to here the process was asked what the property asked, and goes on being asked that.
            return if is_used_up { None } else { Some(Err(self.give_up())) };
        }
        if is_used_up && self.put_ahead(&mut ahead).is_err() {
            return Some(Err(self.give_up()));
        }
        let Some(reply) = ahead.reply(arguments) else { return Some(Err(self.give_up())) };
        self.ahead.replace(Some(ahead));
        Some(reply)
    }

    /// Ends the process: nothing that was found counts.
    fn give_up(&self) -> Fault {
        self.hang_up();
        self.broke_off.set(true);
        Fault::Nonsense { what: "this has to be asked again".into() }
    }

    /// Puts the next questions. If they break off, the process is ended.
    fn put_ahead(&self, ahead: &mut Ahead) -> Result<(), Break> {
        self.calls.set(self.calls.get() + ahead.next().len() as u64);
        let mut connection = self.connected()?;
        let deadline = Instant::now() + self.limits.time.min(TOGETHER);
        let outcome = ahead.put(&mut *connection, deadline);
        match outcome {
            Ok(()) => _ = self.connection.replace(Some(connection)),
            Err(_) => _ = connection.hang_up(),
        }
        outcome
    }

    fn connected(&self) -> io::Result<Box<dyn Connection>> {
        self.connection.take().map_or_else(|| (self.connect)(), Ok)
    }

    fn hang_up(&self) {
        if let Some(mut connection) = self.connection.take() {
            connection.hang_up();
        }
    }

    /// Puts one question, the bytes of a call with `arguments`.
    fn ask(
        &self,
        function: &str,
        question: &[u8],
        arguments: &[Passed<'_>],
        bounds: &Bounds,
    ) -> Result<Value, Fault> {
        let mut connection = self.connected().map_err(|error| Fault::Crashed {
            function: function.to_string(),
            how: error.to_string(),
        })?;
        match self.converse(&mut *connection, question, arguments, bounds) {
            Ok(outcome) => {
                self.connection.replace(Some(connection));
                outcome
            }
            Err(broken) => {
                let how = connection.hang_up();
                Err(self.note(function, broken, (how, connection.reason())))
            }
        }
    }

    fn converse(
        &self,
        connection: &mut dyn Connection,
        question: &[u8],
        arguments: &[Passed<'_>],
        bounds: &Bounds,
    ) -> Result<Result<Value, Fault>, Break> {
        let deadline = Instant::now() + self.limits.time;
        connection.write_all(question, deadline)?;
        let (mut broken, mut left) = (None, MOST_CALLED_BACK);
        loop {
            if Instant::now() >= deadline {
                return Err(Break::TooLate);
            }
            let bytes = receive(connection, bounds.bytes(), deadline)?;
            match Frame::parse(&bytes, bounds).ok_or(Break::Nonsense)? {
                Frame::Value(value) => return Ok(broken.map_or(Ok(value), Err)),
                Frame::Fault(fault) => return Ok(Err(broken.unwrap_or(fault))),
                Frame::CallBack { argument, value } => {
                    left = left.checked_sub(bytes.len()).ok_or(Break::Nonsense)?;
                    // What breaks here is told once the other side has come to its end: the line stays in step.
                    let reply = match &broken {
                        Some(_) => None,
                        None => attempt(|| called_back(arguments, argument, value))
                            .unwrap_or_else(|fault| {
                                broken = Some(fault);
                                Some(None)
                            })
                            .ok_or(Break::Nonsense)?,
                    };
                    connection.write_all(&Frame::Reply(reply).to_bytes(), deadline)?;
                }
                _ => return Err(Break::Nonsense),
            }
        }
    }

    /// Remembers that `function` broke its process.
    fn note(&self, function: &str, broken: Break, ending: (String, Option<Reason>)) -> Fault {
        let fault = broken.fault(function, ending, self.limits);
        let mut all = self.broken.borrow_mut();
        let entry = all.entry(function.to_string()).or_insert((0, fault.clone()));
        *entry = (entry.0 + 1, fault.clone());
        fault
    }
}

impl Callee for Remote {
    fn call(&self, function: &str, arguments: Vec<Passed<'_>>) -> Result<Value, Fault> {
        if let Some(fault) = self.fault_before(function) {
            return Err(fault);
        }
        let question = Frame::call(function, &arguments);
        self.reply_ahead(&question, &arguments).unwrap_or_else(|| {
            self.calls.set(self.calls.get() + 1);
            self.ask(function, &question, &arguments, &Bounds::of_reply(&arguments))
        })
    }

    fn judge(&self, exercise: &str) -> Result<Value, Fault> {
        // No function has a blank in its name, so what breaks here is held against none of them.
        let name = format!("exercise {exercise}");
        self.ask(&name, &Frame::Judge(exercise.to_string()).to_bytes(), &[], &Bounds::FRAME)
    }

    fn start_over(&self) {
        self.hang_up();
    }
}

impl Drop for Remote {
    fn drop(&mut self) {
        self.hang_up();
    }
}

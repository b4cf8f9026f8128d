//! The asking side: puts calls to another process, within limits.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::io;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::ahead::{Ahead, Rehearsal, Trail, Walked};
use crate::argument::{Passed, called_back};
use crate::callee::Callee;
use crate::fault::Fault;
use crate::frame::Frame;
use crate::line::{Break, Connection, Limits, receive};
use crate::value::Value;

/// The longest that many questions together may take. If they take longer, each is asked alone and
/// has all the time of a call.
const TOGETHER: Duration = Duration::from_secs(2);

/// Starts a process that answers.
pub type Connector = Box<dyn Fn() -> io::Result<Box<dyn Connection>>>;

/// Answers that another process gives. The process is started when first asked, and started again
/// after a call that broke it.
pub struct Remote {
    connect: Connector,
    limits: Limits,
    connection: RefCell<Option<Box<dyn Connection>>>,
    /// What came of functions that broke their process, and how often.
    broken: RefCell<HashMap<String, (usize, Fault)>>,
    calls: Cell<u64>,
    /// What the property at hand is expected to ask.
    ahead: RefCell<Option<Ahead>>,
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

    /// A property begins, which asks what `rehearsal` says as long as the answers are right. The
    /// questions are put many at a time; true if all answers are the rehearsed ones, or others that
    /// `passed`, bit for bit, so that the property holds and need not be run.
    pub fn holds_as_rehearsed(&self, rehearsal: &Arc<Rehearsal>, passed: &Arc<Walked>) -> bool {
        self.ahead.replace(None);
        if !self.broken.borrow().is_empty() {
            return false;
        }
        let mut ahead = Ahead::of(rehearsal, passed);
        while !ahead.is_complete() {
            if self.put_ahead(&mut ahead).is_none() {
                return false;
            }
            if !ahead.is_as_rehearsed() && !ahead.is_trodden() {
                self.ahead.replace(Some(ahead));
                return false;
            }
        }
        true
    }

    /// The trail of all answers to the last property that was run, if it asked what was expected and
    /// nothing else. Once it has passed, this is what to [`learn`](Walked::learn).
    pub fn take_trail(&self) -> Option<Trail> {
        self.ahead.take()?.into_trail()
    }

    /// The reply to `question` if it was expected; `None` if it has to be asked now.
    fn reply_ahead(
        &self,
        question: &[u8],
        arguments: &[Passed<'_>],
    ) -> Option<Result<Value, Fault>> {
        let mut ahead = self.ahead.take().filter(|ahead| ahead.expects(question))?;
        if ahead.is_used_up() {
            self.put_ahead(&mut ahead)?;
        }
        let Some(reply) = ahead.reply(arguments) else {
            // Nonsense: the process is not believed anything else.
            self.hang_up();
            return None;
        };
        self.ahead.replace(Some(ahead));
        Some(reply)
    }

    /// Puts the next questions; `None` if that led to nothing. If it breaks off, they are asked one
    /// by one, to find the question that it was; if there is none, the first without a reply was it.
    fn put_ahead(&self, ahead: &mut Ahead) -> Option<()> {
        let end = ahead.next().end;
        self.calls.set(self.calls.get() + (end - ahead.known()) as u64);
        let mut connection = self.connected().ok()?;
        let deadline = Instant::now() + self.limits.time.min(TOGETHER);
        let Err(broken) = ahead.put(&mut *connection, deadline) else {
            self.connection.replace(Some(connection));
            return Some(());
        };
        let how = connection.hang_up();
        if matches!(broken, Break::TooMuch) || ahead.calls_back() {
            return None;
        }
        let (first, suspect) = (ahead.known(), ahead.open_question()?.0);
        while ahead.known() < end {
            let (function, question) = ahead.open_question()?;
            match self.ask(&function, question, &[]) {
                Ok(value) => ahead.keep(&Frame::value(&value)).ok()?,
                Err(fault) => {
                    ahead.fail(ahead.known(), fault);
                    return Some(());
                }
            }
        }
        if !matches!(broken, Break::TooLate) {
            ahead.fail(first, self.note(&suspect, broken, how));
        }
        Some(())
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
    ) -> Result<Value, Fault> {
        let mut connection = self.connected().map_err(|error| Fault::Crashed {
            function: function.to_string(),
            how: error.to_string(),
        })?;
        match self.converse(&mut *connection, question, arguments) {
            Ok(outcome) => {
                self.connection.replace(Some(connection));
                outcome
            }
            Err(broken) => Err(self.note(function, broken, connection.hang_up())),
        }
    }

    fn converse(
        &self,
        connection: &mut dyn Connection,
        question: &[u8],
        arguments: &[Passed<'_>],
    ) -> Result<Result<Value, Fault>, Break> {
        let deadline = Instant::now() + self.limits.time;
        connection.write_all(question, deadline)?;
        loop {
            if Instant::now() >= deadline {
                return Err(Break::TooLate);
            }
            match Frame::parse(&receive(connection, deadline)?).ok_or(Break::Nonsense)? {
                Frame::Value(value) => return Ok(Ok(value)),
                Frame::Fault(fault) => return Ok(Err(fault)),
                Frame::CallBack { argument, value } => {
                    let reply = called_back(arguments, argument, value).ok_or(Break::Nonsense)?;
                    connection.write_all(&Frame::Reply(reply).to_bytes(), deadline)?;
                }
                Frame::Call { .. } | Frame::Reply(_) => return Err(Break::Nonsense),
            }
        }
    }

    /// Remembers that `function` broke its process.
    fn note(&self, function: &str, broken: Break, how: String) -> Fault {
        let fault = broken.fault(function, how, self.limits);
        let mut all = self.broken.borrow_mut();
        let entry = all.entry(function.to_string()).or_insert((0, fault.clone()));
        *entry = (entry.0 + 1, fault.clone());
        fault
    }
}

impl Callee for Remote {
    fn call(&self, function: &str, arguments: Vec<Passed<'_>>) -> Result<Value, Fault> {
        if let Some(fault) = self.verdict_before(function) {
            return Err(fault);
        }
        let question = Frame::call(function, &arguments);
        self.reply_ahead(&question, &arguments).unwrap_or_else(|| {
            self.calls.set(self.calls.get() + 1);
            self.ask(function, &question, &arguments)
        })
    }
}

impl Drop for Remote {
    fn drop(&mut self) {
        self.hang_up();
    }
}

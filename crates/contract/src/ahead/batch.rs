//! Questions that are put before the property asks them, many at a time.

use std::ops::Range;
use std::sync::Arc;
use std::time::Instant;

use crate::ahead::rehearsal::{Frames, MOST_KEPT, Rehearsal};
use crate::ahead::walked::{Trail, Walked};
use crate::argument::{Passed, called_back};
use crate::fault::Fault;
use crate::frame::{Frame, frames};
use crate::line::{Break, Connection, receive};
use crate::value::Value;

/// The most bytes that are put at once: a line holds as many without anybody reading, so that both
/// sides never wait for each other.
const AT_ONCE: usize = 1 << 16;

/// What was asked ahead of a property, and what came back.
pub(crate) struct Ahead {
    rehearsal: Arc<Rehearsal>,
    passed: Arc<Walked>,
    replies: Frames,
    /// The replies in short, as far as they are known.
    trail: Trail,
    /// How many of the replies are known to be those of the rehearsal.
    same: usize,
    /// How many the property has asked for.
    used: usize,
    /// What came of the question after the last reply, if that was no answer.
    fault: Option<Fault>,
}

impl Ahead {
    pub(crate) fn of(rehearsal: &Arc<Rehearsal>, passed: &Arc<Walked>) -> Self {
        Self {
            rehearsal: Arc::clone(rehearsal),
            passed: Arc::clone(passed),
            replies: Frames::default(),
            trail: passed.trail(),
            same: 0,
            used: 0,
            fault: None,
        }
    }

    /// How many replies there are.
    pub(crate) fn known(&self) -> usize {
        self.replies.len()
    }

    /// Whether the property asks nothing beyond what was replied to.
    pub(crate) fn is_complete(&self) -> bool {
        self.known() == self.rehearsal.len()
    }

    /// Whether all that came back is what right answers say, bit for bit.
    pub(crate) fn is_as_rehearsed(&mut self) -> bool {
        let new = self.same..self.known();
        let is_same = self.replies.slice(new.clone()) == self.rehearsal.answers.slice(new);
        if is_same {
            self.same = self.known();
        }
        is_same && self.fault.is_none()
    }

    /// Whether what came back last has been walked before, by answers that passed.
    pub(crate) fn is_trodden(&self) -> bool {
        self.fault.is_none() && self.passed.holds(&self.trail)
    }

    /// What there is to learn if the property passes, which has asked nothing else: the trail of all
    /// replies.
    pub(crate) fn into_trail(self) -> Option<Trail> {
        (self.is_complete() && self.fault.is_none()).then_some(self.trail)
    }

    /// The questions that are put next: few at first, for the property may end early.
    pub(crate) fn next(&self) -> Range<usize> {
        let start = self.known();
        let most = (4 * start + 1).min(self.rehearsal.len());
        let fits = |end: &usize| {
            let both = [&self.rehearsal.questions, &self.rehearsal.answers];
            both.into_iter().all(|frames| frames.slice(start..*end).len() <= AT_ONCE)
        };
        start..(start + 1..=most).take_while(fits).last().unwrap_or(most.min(start + 1))
    }

    /// Puts the next questions and waits for all replies.
    pub(crate) fn put(
        &mut self,
        connection: &mut dyn Connection,
        deadline: Instant,
    ) -> Result<(), Break> {
        let range = self.next();
        connection.write_all(self.rehearsal.questions.slice(range.clone()), deadline)?;
        for question in range {
            let reply = self.hear(question, connection, deadline)?;
            self.keep(&reply)?;
        }
        self.trail.go_on(&self.replies);
        Ok(())
    }

    /// All that is said to a question: what it calls back, and in the end its answer.
    fn hear(
        &self,
        question: usize,
        connection: &mut dyn Connection,
        deadline: Instant,
    ) -> Result<Vec<u8>, Break> {
        let mut reply = receive(connection, deadline)?;
        let mut last = 0;
        while Frame::is_call_back(&reply[last..]) {
            if !self.rehearsal.tells(question, &reply[last..]) {
                // It waits for a reply that only the property has.
                return Err(Break::Nonsense);
            }
            if reply.len() > MOST_KEPT {
                return Err(Break::TooMuch);
            }
            last = reply.len();
            reply.extend(receive(connection, deadline)?);
        }
        Ok(reply)
    }

    /// Whether there are questions that have to be put in the course of the property if anything
    /// about them is not as expected.
    pub(crate) fn calls_back(&self) -> bool {
        self.rehearsal.calls_back()
    }

    /// Keeps what came of the next question.
    pub(crate) fn keep(&mut self, reply: &[u8]) -> Result<(), Break> {
        if self.replies.bytes() + reply.len() > MOST_KEPT {
            return Err(Break::TooMuch);
        }
        self.replies.push(reply);
        Ok(())
    }

    /// The question after the last reply, and its function.
    pub(crate) fn open_question(&self) -> Option<(String, &[u8])> {
        let bytes = self.rehearsal.call(self.known())?;
        match Frame::parse(bytes)? {
            Frame::Call { function, .. } => Some((function, bytes)),
            _ => None,
        }
    }

    /// The reply to question `number` is `fault`, and what came after it does not count.
    pub(crate) fn fail(&mut self, number: usize, fault: Fault) {
        self.replies.truncate(number);
        self.fault = Some(fault);
    }

    /// Whether the property asks what was expected, now that it asks `question`.
    pub(crate) fn expects(&self, question: &[u8]) -> bool {
        self.rehearsal.call(self.used) == Some(question)
    }

    /// Whether the next question has to be put first.
    pub(crate) fn is_used_up(&self) -> bool {
        self.used == self.known() && self.fault.is_none()
    }

    /// The reply to the next question, which has passed `arguments`; `None` if that is nonsense. The
    /// functions among them are called as the other side did.
    pub(crate) fn reply(&mut self, arguments: &[Passed<'_>]) -> Option<Result<Value, Fault>> {
        let Some(bytes) = self.replies.get(self.used) else {
            return self.fault.clone().map(Err);
        };
        self.used += 1;
        for frame in frames(bytes) {
            match Frame::parse(frame)? {
                Frame::Value(value) => return Some(Ok(value)),
                Frame::Fault(fault) => return Some(Err(fault)),
                Frame::CallBack { argument, value } => _ = called_back(arguments, argument, value)?,
                Frame::Call { .. } | Frame::Reply(_) => return None,
            }
        }
        None
    }
}

//! The replies to questions that were put ahead of a property.

use std::ops::Range;
use std::sync::Arc;
use std::time::Instant;

use crate::ahead::rehearsal::{Frames, MOST_KEPT, Rehearsal};
use crate::argument::{Passed, called_back};
use crate::bounds::Bounds;
use crate::fault::Fault;
use crate::frame::{Frame, frames};
use crate::line::{Break, Connection, receive};
use crate::value::Value;

/// The most bytes that are put at once: a line holds as many without anybody reading, so that both
/// sides never wait for each other.
const AT_ONCE: usize = 1 << 16;

/// What was asked ahead of a property, and what came back, all of it from one process.
pub(crate) struct Ahead {
    rehearsal: Arc<Rehearsal>,
    replies: Frames,
    /// How many of the replies are known to be those of the rehearsal.
    same: usize,
    /// How many the property has asked for.
    used: usize,
}

impl Ahead {
    pub(crate) fn of(rehearsal: &Arc<Rehearsal>) -> Self {
        Self { rehearsal: Arc::clone(rehearsal), replies: Frames::default(), same: 0, used: 0 }
    }

    /// Whether the property asks nothing beyond what was replied to.
    pub(crate) fn is_complete(&self) -> bool {
        self.replies.len() == self.rehearsal.len()
    }

    /// Whether all that came back is what right answers say, bit for bit.
    pub(crate) fn is_as_rehearsed(&mut self) -> bool {
        let new = self.same..self.replies.len();
        let is_same = self.replies.slice(new.clone()) == self.rehearsal.answers.slice(new);
        if is_same {
            self.same = self.replies.len();
        }
        is_same
    }

    /// The questions that are put next: few at first, for the property may end early, and none beyond a
    /// barrier.
    pub(crate) fn next(&self) -> Range<usize> {
        let start = self.replies.len();
        let most = (4 * start + 1).min(self.rehearsal.len());
        let fits = |end: &usize| {
            let both = [&self.rehearsal.questions, &self.rehearsal.answers];
            let is_small =
                both.into_iter().all(|frames| frames.slice(start..*end).len() <= AT_ONCE);
            is_small && !self.rehearsal.is_behind_a_barrier(*end - 1)
        };
        start..(start + 2..=most).take_while(fits).last().unwrap_or(most.min(start + 1))
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
            if self.replies.bytes() + reply.len() > MOST_KEPT {
                return Err(Break::Nonsense);
            }
            self.replies.push(&reply);
        }
        Ok(())
    }

    /// All that is replied to a question: what it calls back, and in the end its answer.
    fn hear(
        &self,
        question: usize,
        connection: &mut dyn Connection,
        deadline: Instant,
    ) -> Result<Vec<u8>, Break> {
        let most = self.rehearsal.bounds(question).bytes();
        let mut reply = receive(connection, most, deadline)?;
        let mut last = 0;
        while Frame::is_call_back(&reply[last..]) {
            // A call-back that was not told waits for a reply that only the property has.
            if !self.rehearsal.tells(question, &reply[last..]) || reply.len() > MOST_KEPT {
                return Err(Break::Nonsense);
            }
            last = reply.len();
            reply.extend(receive(connection, most, deadline)?);
        }
        Ok(reply)
    }

    /// Whether the property asks what was expected, now that it asks `question`.
    pub(crate) fn expects(&self, question: &[u8]) -> bool {
        self.rehearsal.call(self.used) == Some(question)
    }

    /// Whether the process was asked nothing that the property did not ask.
    pub(crate) fn is_used_up(&self) -> bool {
        self.used == self.replies.len()
    }

    /// The reply to the next question, which has passed `arguments`; `None` if that is nonsense. The
    /// functions among them are called as the other side did.
    pub(crate) fn reply(&mut self, arguments: &[Passed<'_>]) -> Option<Result<Value, Fault>> {
        let bounds: Bounds = self.rehearsal.bounds(self.used);
        let bytes = self.replies.get(self.used)?;
        self.used += 1;
        for frame in frames(bytes) {
            match Frame::parse(frame, &bounds)? {
                Frame::Value(value) => return Some(Ok(value)),
                Frame::Fault(fault) => return Some(Err(fault)),
                Frame::CallBack { argument, value } => _ = called_back(arguments, argument, value)?,
                _ => return None,
            }
        }
        None
    }
}

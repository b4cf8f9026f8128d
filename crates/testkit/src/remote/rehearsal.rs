//! What a property asks of right answers, so that another process can be asked many questions at
//! once.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use crate::contract::{Callee, Passed};
use crate::fault::Fault;
use crate::remote::frame::Frame;
use crate::value::Value;

/// The most bytes of questions or answers that are kept of one property.
pub(super) const MOST_KEPT: usize = 16 << 20;

/// The questions that a property puts to right answers, in order, and what they answer.
///
/// What a property asks follows from the seed and from the answers that it gets. So as long as
/// somebody else's answers are right, they are asked the same; and if all of them are the same bit
/// for bit, the property holds of them, too.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Rehearsal {
    pub(super) questions: Frames,
    pub(super) answers: Frames,
}

impl Rehearsal {
    /// Lets `ask` put its questions to `right`; `None` if it does not come out true, if it passes a
    /// function on, which has to be asked on the way, or if it asks too much to be kept.
    pub fn of(
        right: impl Callee + 'static,
        ask: impl FnOnce(Rc<dyn Callee>) -> bool,
    ) -> Option<Self> {
        let recorder = Rc::new(Recorder { right, tape: RefCell::new(Some(Self::default())) });
        let is_right = ask(Rc::clone(&recorder) as Rc<dyn Callee>);
        recorder.tape.take().filter(|_| is_right)
    }

    /// How many questions there are.
    pub fn len(&self) -> usize {
        self.questions.len()
    }

    /// Whether nothing is asked at all.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many bytes it keeps.
    pub fn bytes(&self) -> usize {
        self.questions.bytes() + self.answers.bytes()
    }

    fn push(mut self, question: &[u8], answer: &[u8]) -> Option<Self> {
        self.questions.push(question);
        self.answers.push(answer);
        let most = self.questions.bytes().max(self.answers.bytes());
        (most <= MOST_KEPT).then_some(self)
    }
}

struct Recorder<C> {
    right: C,
    tape: RefCell<Option<Rehearsal>>,
}

impl<C: Callee> Callee for Recorder<C> {
    fn call(&self, function: &str, arguments: Vec<Passed<'_>>) -> Result<Value, Fault> {
        let is_plain = arguments.iter().all(|it| matches!(it, Passed::Value(_)));
        let question = is_plain.then(|| Frame::call(function, &arguments));
        let tape = self.tape.take();
        let answer = self.right.call(function, arguments)?;
        let both = tape.zip(question);
        self.tape
            .replace(both.and_then(|(it, question)| it.push(&question, &Frame::value(&answer))));
        Ok(answer)
    }
}

/// Frames, one after the other.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Frames {
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

impl Frames {
    pub(super) fn push(&mut self, frame: &[u8]) {
        self.bytes.extend_from_slice(frame);
        self.ends.push(self.bytes.len());
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The bytes of the frames in `range`.
    pub(super) fn slice(&self, range: Range<usize>) -> &[u8] {
        &self.bytes[self.start(range.start)..self.start(range.end)]
    }

    /// The bytes of frame `index`.
    pub(super) fn get(&self, index: usize) -> Option<&[u8]> {
        (index < self.len()).then(|| self.slice(index..index + 1))
    }

    /// What comes after the first `bytes` bytes.
    pub(super) fn since(&self, bytes: usize) -> &[u8] {
        &self.bytes[bytes..]
    }

    /// How many bytes all of them are.
    pub(super) fn bytes(&self) -> usize {
        self.bytes.len()
    }

    /// Forgets all frames from `length` on.
    pub(super) fn truncate(&mut self, length: usize) {
        self.bytes.truncate(self.start(length));
        self.ends.truncate(length);
    }

    fn start(&self, index: usize) -> usize {
        if index == 0 { 0 } else { self.ends[index - 1] }
    }
}

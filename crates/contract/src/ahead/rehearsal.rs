//! What a property asks of right answers, so that another process can be asked many questions at
//! once.

use std::cell::RefCell;
use std::collections::HashSet;
use std::ops::Range;
use std::rc::Rc;

use crate::argument::Passed;
use crate::callee::Callee;
use crate::fault::Fault;
use crate::frame::{Frame, frames};
use crate::value::Value;

/// The most bytes of questions or answers that are kept of one property.
pub(crate) const MOST_KEPT: usize = 16 << 20;

/// The questions that a property puts to right answers, in order, and what they answer.
///
/// What a property asks follows from the seed and from the answers that it gets. So as long as
/// somebody else's answers are right, they are asked the same; and if all of them are the same bit
/// for bit, the property holds of them, too.
///
/// Right answers may call back a function that a question passes on. Before such a question the
/// other side is told what came of it: call-backs, each with its reply. It may call back in another
/// order; what it calls back is part of its answer.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Rehearsal {
    pub(crate) questions: Frames,
    /// How many bytes of each question are told before the call.
    told: Vec<usize>,
    pub(crate) answers: Frames,
}

impl Rehearsal {
    /// Lets `ask` put its questions to `right`; `None` if it does not come out true, or if it asks too
    /// much to be kept.
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

    /// The call of question `index`, without what is told before it.
    pub(crate) fn call(&self, index: usize) -> Option<&[u8]> {
        Some(&self.questions.get(index)?[self.told[index]..])
    }

    /// Whether the other side is told the reply to `call_back` before question `index`.
    pub(crate) fn tells(&self, index: usize, call_back: &[u8]) -> bool {
        let told = self.questions.get(index).map_or(&[][..], |it| &it[..self.told[index]]);
        // Every second frame is a reply.
        frames(told).step_by(2).any(|frame| frame == call_back)
    }

    /// Whether the other side may have to call back.
    pub(crate) fn calls_back(&self) -> bool {
        self.told.iter().any(|bytes| *bytes > 0)
    }

    fn push(mut self, told: &[u8], call: &[u8], answer: &[u8]) -> Option<Self> {
        self.questions.push(&[told, call].concat());
        self.told.push(told.len());
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
        let call = Frame::call(function, &arguments);
        let tape = self.tape.take();
        let talk = Rc::new(RefCell::new(Talk::default()));
        let overheard = arguments.into_iter().enumerate().map(|(i, it)| overhear(&talk, i, it));
        let value = self.right.call(function, overheard.collect())?;
        let Talk { told, mut answer, .. } = talk.take();
        answer.extend(Frame::value(&value));
        self.tape.replace(tape.and_then(|tape| tape.push(&told, &call, &answer)));
        Ok(value)
    }
}

/// What is called back in the course of one call.
#[derive(Default)]
struct Talk {
    /// Each call-back, once, and its reply.
    told: Vec<u8>,
    met: HashSet<Vec<u8>>,
    /// All call-backs, in order.
    answer: Vec<u8>,
}

/// The argument at `index`; what is said to it and by it is noted, if it is a function.
fn overhear<'a>(talk: &Rc<RefCell<Talk>>, index: usize, argument: Passed<'a>) -> Passed<'a> {
    let Passed::Function(function) = argument else { return argument };
    let talk = Rc::clone(talk);
    Passed::Function(Rc::new(move |value| {
        let call_back = Frame::CallBack { argument: index, value: value.clone() }.to_bytes();
        let reply = function(value);
        let mut talk = talk.borrow_mut();
        talk.answer.extend_from_slice(&call_back);
        if talk.met.insert(call_back.clone()) {
            talk.told.extend(call_back);
            Frame::Reply(reply.clone()).append_to(&mut talk.told);
        }
        reply
    }))
}

/// Frames, one after the other.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Frames {
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

impl Frames {
    pub(crate) fn push(&mut self, frame: &[u8]) {
        self.bytes.extend_from_slice(frame);
        self.ends.push(self.bytes.len());
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The bytes of the frames in `range`.
    pub(crate) fn slice(&self, range: Range<usize>) -> &[u8] {
        &self.bytes[self.start(range.start)..self.start(range.end)]
    }

    /// The bytes of frame `index`.
    pub(crate) fn get(&self, index: usize) -> Option<&[u8]> {
        (index < self.len()).then(|| self.slice(index..index + 1))
    }

    /// What comes after the first `bytes` bytes.
    pub(crate) fn since(&self, bytes: usize) -> &[u8] {
        &self.bytes[bytes..]
    }

    /// How many bytes all of them are.
    pub(crate) fn bytes(&self) -> usize {
        self.bytes.len()
    }

    /// Forgets all frames from `length` on.
    pub(crate) fn truncate(&mut self, length: usize) {
        self.bytes.truncate(self.start(length));
        self.ends.truncate(length);
    }

    fn start(&self, index: usize) -> usize {
        if index == 0 { 0 } else { self.ends[index - 1] }
    }
}

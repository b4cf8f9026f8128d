//! What a property asks of right answers, so that another process can be asked many questions at
//! once.

use std::cell::RefCell;
use std::collections::HashSet;
use std::ops::Range;
use std::rc::Rc;

use crate::ahead::barrier::{Traces, nudged};
use crate::argument::Passed;
use crate::bounds::Bounds;
use crate::callee::Callee;
use crate::fault::Fault;
use crate::frame::{Frame, frames};
use crate::value::Value;

/// The most bytes of questions or answers that are kept of one property.
pub(super) const MOST_KEPT: usize = 16 << 20;

/// The questions that a property puts to right answers, in order, and what they answer.
///
/// What a property asks follows from the seed and from the answers that it gets. So as long as
/// somebody else's answers are right, they are asked the same; and if all of them are the same bit
/// for bit, the property holds of them, too.
///
/// Right answers may call back a function that a question passes on. Before such a question the
/// other side is told what they heard: call-backs, each with its reply. It may call back in another
/// order; what it calls back is part of its answer.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Rehearsal {
    pub(crate) questions: Frames,
    /// How many bytes of each question are told before the call.
    told: Vec<usize>,
    /// Whether an earlier answer went into each question.
    barriers: Vec<bool>,
    /// How much a reply to each question may hold.
    bounds: Vec<Bounds>,
    pub(crate) answers: Frames,
}

impl Rehearsal {
    /// Lets `ask` put its questions to `right`; `None` if it does not come out true, or if it asks too
    /// much to be kept.
    ///
    /// It asks twice. The second time every number of every answer is moved to its neighbour, and a question
    /// that comes out different then is one into which an answer went. Where a property notices the move and
    /// stops, the rest is told by what the questions hold.
    pub fn of(right: &Rc<dyn Callee>, ask: impl Fn(Rc<dyn Callee>) -> bool) -> Option<Self> {
        let mut tape =
            Tape::record(right, |answer| answer, &ask).filter(|(_, is_right)| *is_right)?.0;
        if let Some((nudged, _)) = Tape::record(right, nudged, &ask) {
            for index in 0..tape.len().min(nudged.len()) {
                tape.barriers[index] |= tape.call(index) != nudged.call(index);
            }
        }
        Some(tape)
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
        let told = self.questions.get(index).map_or(&[][..], |bytes| &bytes[..self.told[index]]);
        // Every second frame is a reply.
        frames(told).step_by(2).any(|frame| frame == call_back)
    }

    /// Whether question `index` holds a piece of an earlier answer, and so has to wait for it.
    pub(crate) fn is_behind_a_barrier(&self, index: usize) -> bool {
        self.barriers[index]
    }

    /// How much a reply to question `index` may hold.
    pub(crate) fn bounds(&self, index: usize) -> Bounds {
        self.bounds.get(index).copied().unwrap_or(Bounds::FRAME)
    }
}

/// A rehearsal that is being recorded.
struct Tape {
    /// Nothing once it would be too much to keep.
    rehearsal: Option<Rehearsal>,
    traces: Traces,
}

impl Tape {
    /// What `ask` puts to `right`, whose answers are changed by `change`, and whether it came out true.
    fn record(
        right: &Rc<dyn Callee>,
        change: fn(Value) -> Value,
        ask: &impl Fn(Rc<dyn Callee>) -> bool,
    ) -> Option<(Rehearsal, bool)> {
        let tape = Self { rehearsal: Some(Rehearsal::default()), traces: Traces::default() };
        let (right, tape) = (Rc::clone(right), RefCell::new(tape));
        let recorder = Rc::new(Recorder { right, change, tape });
        let is_true = ask(Rc::clone(&recorder) as Rc<dyn Callee>);
        let rehearsal = recorder.tape.borrow_mut().rehearsal.take()?;
        Some((rehearsal, is_true))
    }

    fn push(
        &mut self,
        told: &[u8],
        call: &[u8],
        (bounds, is_barrier): (Bounds, bool),
        answer: &[u8],
    ) {
        let Some(rehearsal) = &mut self.rehearsal else { return };
        rehearsal.questions.push(&[told, call].concat());
        rehearsal.told.push(told.len());
        rehearsal.bounds.push(bounds);
        rehearsal.barriers.push(is_barrier);
        rehearsal.answers.push(answer);
        let most = rehearsal.questions.bytes().max(rehearsal.answers.bytes());
        if most > MOST_KEPT {
            self.rehearsal = None;
        }
    }
}

struct Recorder {
    right: Rc<dyn Callee>,
    change: fn(Value) -> Value,
    tape: RefCell<Tape>,
}

impl Callee for Recorder {
    fn call(&self, function: &str, arguments: Vec<Passed<'_>>) -> Result<Value, Fault> {
        let call = Frame::call(function, &arguments);
        let bounds = Bounds::of_reply(&arguments);
        let values = arguments.iter().filter_map(|argument| match argument {
            Passed::Value(value) => Some(value),
            Passed::Function(_) => None,
        });
        let is_barrier = self.tape.borrow_mut().traces.holds_an_answer(values);
        let talk = Rc::new(RefCell::new(Talk::default()));
        let overheard =
            arguments.into_iter().enumerate().map(|(i, argument)| overhear(&talk, i, argument));
        let value = (self.change)(self.right.call(function, overheard.collect())?);
        let Talk { told, mut answer, .. } = talk.take();
        answer.extend(Frame::value(&value));
        let mut tape = self.tape.borrow_mut();
        tape.traces.note_answer(&value);
        tape.push(&told, &call, (bounds, is_barrier), &answer);
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

    /// How many bytes all of them are.
    pub(crate) fn bytes(&self) -> usize {
        self.bytes.len()
    }

    fn start(&self, index: usize) -> usize {
        if index == 0 { 0 } else { self.ends[index - 1] }
    }
}

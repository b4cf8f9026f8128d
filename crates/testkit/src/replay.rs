//! One input of a property, asked again.
//!
//! A property is a plain function, and what it draws is known to [`for_all`](fn@crate::for_all) alone. So whoever
//! wants to know whether it also fails on a smaller input lets it run once more: `for_all` then puts that one
//! input to it and no other.

use std::cell::RefCell;

use contract::{Fault, Value, attempt, raise};

use crate::complaint::{Complaint, Verdict};

/// The input on which a property failed.
pub(crate) struct Failure {
    /// How many draws the property had made before.
    draw: usize,
    /// The input, all parts of it.
    pub(crate) input: Value,
}

/// What a draw has to do.
pub(crate) enum Task {
    /// Draw and check as usual.
    Check,
    /// Nothing: another one is meant.
    Rest,
    /// Draw so many inputs and check none.
    Draw(usize),
    /// Check this input.
    Ask(Value),
}

#[derive(Default)]
struct Stage {
    /// How many draws the property has made.
    draws: usize,
    failure: Option<Failure>,
    /// The draw that is meant, and its task.
    wanted: Option<(usize, Wanted)>,
    drawn: Vec<Value>,
}

#[derive(Clone)]
enum Wanted {
    Inputs(usize),
    Answer(Value),
}

thread_local! {
    static STAGE: RefCell<Stage> = RefCell::default();
}

/// What the draw that begins has to do.
pub(crate) fn task() -> Task {
    STAGE.with_borrow_mut(|stage| {
        let draw = stage.draws;
        stage.draws += 1;
        match &stage.wanted {
            None => Task::Check,
            Some((wanted, _)) if *wanted != draw => Task::Rest,
            Some((_, Wanted::Inputs(count))) => Task::Draw(*count),
            Some((_, Wanted::Answer(input))) => Task::Ask(input.clone()),
        }
    })
}

/// Whether one input is asked again, so that all others may be left out.
pub(crate) fn is_running() -> bool {
    STAGE.with_borrow(|stage| stage.wanted.is_some())
}

/// The draw that began last has failed on `input`.
pub(crate) fn note_failure(input: Value) {
    STAGE.with_borrow_mut(|stage| {
        let draw = stage.draws.saturating_sub(1);
        stage.failure = Some(Failure { draw, input });
    });
}

/// What was drawn. Ends the property.
pub(crate) fn finish(drawn: Vec<Value>) -> ! {
    STAGE.with_borrow_mut(|stage| stage.drawn = drawn);
    raise(Fault::Nonsense { what: "that is all".into() })
}

/// What `check` says, and the input on which a draw of it failed.
pub(crate) fn observed(check: impl FnOnce() -> Verdict) -> (Verdict, Option<Failure>) {
    STAGE.take();
    let verdict = attempt(check).unwrap_or_else(|fault| Err(Complaint::of_fault(fault)));
    let failure = STAGE.take().failure;
    (verdict, failure)
}

/// Up to `count` inputs that the draw draws which failed.
pub(crate) fn inputs(
    failure: &Failure,
    count: usize,
    check: impl FnOnce() -> Verdict,
) -> Vec<Value> {
    STAGE.set(Stage { wanted: Some((failure.draw, Wanted::Inputs(count))), ..Stage::default() });
    let _ = attempt(check);
    STAGE.take().drawn
}

/// What `check` says of `input` in place of the one that failed.
pub(crate) fn again(failure: &Failure, input: Value, check: impl FnOnce() -> Verdict) -> Verdict {
    STAGE.set(Stage { wanted: Some((failure.draw, Wanted::Answer(input))), ..Stage::default() });
    let outcome = attempt(check);
    STAGE.take();
    match outcome {
        Ok(verdict) => verdict,
        // What ends a property after an input that is right.
        Err(Fault::Nonsense { .. }) => Ok(()),
        Err(fault) => Err(Complaint::of_fault(fault)),
    }
}

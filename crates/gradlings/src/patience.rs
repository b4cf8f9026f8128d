//! Answers that are slow: told while they are waited for, and not searched for longer than it is worth.
//!
//! A property makes hundreds of calls, and the search for the smallest input and the comparison with known mistakes
//! thousands. At 50 ms a call that took nine minutes. So an answer that is found to be slow is judged by all cases as
//! ever, but the search ends early and no mistake is named: the verdict is the same.

use std::cell::Cell;
use std::rc::Rc;
use std::time::{Duration, Instant};

use contract::{Callee, Fault, Passed, Text, Value, say};
use testkit::hurry;

use crate::workplace::Tell;

/// From this mean time of a call on an answer is slow; those of the solutions take microseconds.
const SLOW: Duration = Duration::from_millis(5);
/// So many calls are made before an answer is called slow.
const ENOUGH: u32 = 20;
/// How often it is told.
const PERIOD: Duration = Duration::from_millis(500);

/// How long the calls of an answer take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Slowness {
    /// How many there were.
    pub(crate) calls: u32,
    /// What one took, on average.
    pub(crate) mean: Duration,
}

impl Slowness {
    /// That the answer is slow.
    pub(crate) fn words(self) -> Text {
        let millis = self.mean.as_millis();
        say!(
            "Slow: {millis} ms a call, where a thousandth of that is usual. Is something computed again and again, \
             or does it sleep or print much?",
            "느림: 호출 한 번에 {millis} ms로, 보통의 천 배가 넘습니다. 같은 것을 여러 번 계산하거나, 잠들거나, \
             출력이 너무 많지 않은가요?"
        )
    }

    /// How far the check of a slow answer is.
    pub(crate) fn progress(self) -> Text {
        let (calls, millis) = (self.calls, self.mean.as_millis());
        say!(
            "checking ... slow: {millis} ms a call, {calls} calls so far",
            "검사 중 ... 느림: 호출 한 번에 {millis} ms, 지금까지 {calls}번"
        )
    }
}

/// A callee that measures its calls.
struct Patient {
    callee: Rc<dyn Callee>,
    exercise: &'static str,
    waited: Rc<Waited>,
    tell: Tell,
}

/// What was waited for so far.
pub(crate) struct Waited {
    calls: Cell<u32>,
    time: Cell<Duration>,
    told: Cell<Instant>,
}

impl Waited {
    fn slowness(&self) -> Option<Slowness> {
        let calls = self.calls.get();
        let mean = self.time.get() / calls.max(1);
        (calls >= ENOUGH && mean >= SLOW).then_some(Slowness { calls, mean })
    }

    /// Takes the time that is left again; whether the answer was slow.
    pub(crate) fn end(&self) -> Option<Slowness> {
        hurry(false);
        self.slowness()
    }
}

/// The answers of `callee` to `exercise`, whose slowness is told.
pub(crate) fn with_patience(
    callee: Rc<dyn Callee>,
    exercise: &'static str,
    tell: Tell,
) -> (Rc<dyn Callee>, Rc<Waited>) {
    let waited = Rc::new(Waited {
        calls: Cell::new(0),
        time: Cell::new(Duration::ZERO),
        told: Cell::new(Instant::now()),
    });
    (Rc::new(Patient { callee, exercise, waited: Rc::clone(&waited), tell }), waited)
}

impl Callee for Patient {
    fn call(&self, function: &str, arguments: Vec<Passed<'_>>) -> Result<Value, Fault> {
        let start = Instant::now();
        let outcome = self.callee.call(function, arguments);
        let waited = &self.waited;
        // A call that is given up says nothing of the others.
        if outcome.is_ok() {
            waited.calls.set(waited.calls.get() + 1);
            waited.time.set(waited.time.get() + start.elapsed());
        }
        if let Some(slowness) = waited.slowness() {
            hurry(true);
            if waited.told.get().elapsed() >= PERIOD {
                waited.told.set(Instant::now());
                (self.tell)(self.exercise, slowness);
            }
        }
        outcome
    }

    fn start_over(&self) {
        self.callee.start_over();
    }
}

//! Diagnosis by behaviour: which known mistake an answer shares.
//!
//! The properties of the function run once more, on a callee that gives them the right values, so
//! that they go through all their cases. On the way every call is also put to the answer and to
//! the mistakes, and a mistake that ever differs from the answer is out.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::compare::difference;
use crate::contract::{Callee, Contract, Passed};
use crate::fault::{Fault, attempt};
use crate::lesson::{Exercise, Mistake};
use crate::value::Value;

/// How near the values of the answer and of a mistake must be.
const TOLERANCE: f64 = 1e-9;
/// The most calls that are compared: enough to tell any two mistakes apart.
const MOST_CALLS: usize = 1_000;

/// The first mistake of `function` that behaves like `answers` on every call.
pub(super) fn mistake_of<A: Contract>(
    exercise: &'static Exercise<A>,
    function: &str,
    answers: &Rc<A>,
    reference: fn() -> A,
) -> Option<&'static Mistake<A>> {
    let suspects = exercise.mistakes.iter().filter(|mistake| mistake.function == function);
    let line_up = Rc::new(LineUp {
        function: function.to_string(),
        answers: Rc::clone(answers),
        reference: reference(),
        suspects: RefCell::new(suspects.map(|mistake| Suspect::new(mistake, reference)).collect()),
        calls: Cell::new(0),
    });
    let compared = A::over(Rc::clone(&line_up) as Rc<dyn Callee>);
    for property in exercise.properties.iter().filter(|property| property.function == function) {
        // The values are right, so only the comparison on the way is of interest.
        let _ = attempt(|| (property.check)(&compared));
    }
    let suspects = line_up.suspects.borrow();
    suspects.iter().find(|suspect| suspect.was_wrong).map(|suspect| suspect.mistake)
}

struct Suspect<A: 'static> {
    mistake: &'static Mistake<A>,
    answers: A,
    /// Whether it differed from the right value at least once; else it explains nothing.
    was_wrong: bool,
}

impl<A> Suspect<A> {
    fn new(mistake: &'static Mistake<A>, reference: fn() -> A) -> Self {
        let mut answers = reference();
        (mistake.plant)(&mut answers);
        Self { mistake, answers, was_wrong: false }
    }
}

struct LineUp<A: 'static> {
    function: String,
    answers: Rc<A>,
    reference: A,
    suspects: RefCell<Vec<Suspect<A>>>,
    calls: Cell<usize>,
}

impl<A: Contract> Callee for LineUp<A> {
    fn call(&self, function: &str, arguments: Vec<Passed<'_>>) -> Result<Value, Fault> {
        let right = self.reference.call(function, arguments.clone());
        let mut suspects = self.suspects.borrow_mut();
        if function != self.function || suspects.is_empty() || self.calls.get() >= MOST_CALLS {
            return right;
        }
        self.calls.set(self.calls.get() + 1);
        let given = self.answers.call(function, arguments.clone());
        suspects.retain_mut(|suspect| {
            let suspected = suspect.answers.call(function, arguments.clone());
            suspect.was_wrong |= !alike(&suspected, &right);
            alike(&given, &suspected)
        });
        right
    }
}

fn alike(one: &Result<Value, Fault>, other: &Result<Value, Fault>) -> bool {
    match (one, other) {
        (Ok(one), Ok(other)) => same(one, other),
        (Err(Fault::Panicked { .. }), Err(Fault::Panicked { .. })) => true,
        _ => false,
    }
}

/// Like agreement, but a NaN is like a NaN.
fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(a), Value::Number(b)) if a.is_nan() && b.is_nan() => true,
        (Value::Matrix(a), Value::Matrix(b)) => {
            a.dim() == b.dim()
                && a.iter().zip(b).all(|(a, b)| same(&Value::Number(*a), &Value::Number(*b)))
        }
        (Value::Record(a), Value::Record(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|((_, a), (_, b))| same(a, b))
        }
        (Value::Sequence(a), Value::Sequence(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        _ => difference("", one, other, TOLERANCE).is_none(),
    }
}

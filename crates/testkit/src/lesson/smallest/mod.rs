//! The smallest input on which a property fails, and the call that shows it.
//!
//! The generators shrink one number after the other, and stop where the next step in any of them is too far: sizes
//! that have to stay equal, a number that is needed only as long as another is not plain. So what they end with is
//! looked at once more as a whole. What an input of the property may be is learned from others that it draws: which
//! sizes are always equal, how small they get, and which numbers stand where. Whatever is tried must be right for the
//! reference and wrong for the student.

mod brute_force;
mod search;

use std::cell::RefCell;
use std::rc::Rc;

use contract::{Callee, Contract, Fault, Passed, Value};

pub(super) use brute_force::overlooked;
use search::shrunk;

use super::{Property, may_be_a_mistake};
use crate::complaint::{Complaint, Verdict};
use crate::for_all::is_in_a_hurry;
use crate::replay::{self, Failure};

/// How many inputs are drawn to learn from.
const DRAWN: usize = 96;

/// What `property` says of `answers`: where it fails, on the smallest input, told with the arguments of the call.
pub(super) fn checked<A: Contract>(
    property: &Property<A>,
    answers: &Rc<A>,
    reference: fn() -> A,
) -> Verdict {
    let (verdict, failure) = replay::observed(|| (property.check)(answers));
    let (Err(complaint), Some(failure)) = (&verdict, failure) else { return verdict };
    let is_final = complaint.fault().is_some_and(Fault::is_final);
    if !may_be_a_mistake(complaint) || is_final || is_in_a_hurry() {
        return verdict;
    }
    let right = reference();
    let trial = Trial { property, answers, right: &right, failure: &failure, complaint };
    let (input, smaller) =
        shrunk(&failure.input, &|| trial.draw(), &|input: &Value| trial.failing_on(input));
    let complaint = smaller.unwrap_or_else(|| complaint.clone());
    Err(with_call(complaint, property, &failure, input, answers))
}

/// A property that failed, and is asked about other inputs.
struct Trial<'a, A: 'static> {
    property: &'a Property<A>,
    answers: &'a A,
    right: &'a A,
    failure: &'a Failure,
    complaint: &'a Complaint,
}

impl<A> Trial<'_, A> {
    /// What is said of the student on `input`, where that is as wrong as the first was and the reference is right.
    fn failing_on(&self, input: &Value) -> Option<Complaint> {
        let verdict = |answers: &A| {
            replay::again(self.failure, input.clone(), || (self.property.check)(answers))
        };
        let is_like = |other: &Complaint| {
            may_be_a_mistake(other) && other.fault().is_some() == self.complaint.fault().is_some()
        };
        verdict(self.answers).err().filter(is_like).filter(|_| verdict(self.right).is_ok())
    }

    fn draw(&self) -> Vec<Value> {
        replay::inputs(self.failure, DRAWN, || (self.property.check)(self.right))
    }
}

/// `complaint` on the arguments of the call, where the property makes one call and they tell everything.
fn with_call<A: Contract>(
    complaint: Complaint,
    property: &Property<A>,
    failure: &Failure,
    input: Value,
    answers: &Rc<A>,
) -> Complaint {
    let listener = Rc::new(Listener {
        answers: Rc::clone(answers),
        function: property.function,
        calls: RefCell::default(),
    });
    let asked = A::over(Rc::clone(&listener) as Rc<dyn Callee>);
    if replay::again(failure, input, || (property.check)(&asked)).is_ok() {
        return complaint;
    }
    match &mut listener.calls.take()[..] {
        [Some(arguments)] => {
            let arguments = std::mem::take(arguments);
            let arguments = if let [_] = arguments[..] {
                arguments.into_iter().next().expect("there is one")
            } else {
                Value::Sequence(arguments)
            };
            complaint.on_input(A::arguments(property.function), arguments)
        }
        _ => complaint,
    }
}

/// Hears what is asked of answers.
struct Listener<A> {
    answers: Rc<A>,
    function: &'static str,
    /// The arguments of each call; `None` where they do not tell everything.
    calls: RefCell<Vec<Option<Vec<Value>>>>,
}

impl<A: Contract> Callee for Listener<A> {
    fn call(&self, function: &str, arguments: Vec<Passed<'_>>) -> Result<Value, Fault> {
        if function == self.function {
            let plain = |argument: &Passed<'_>| match argument {
                Passed::Value(value) if tells_everything(value) => Some(value.clone()),
                _ => None,
            };
            self.calls.borrow_mut().push(arguments.iter().map(plain).collect());
        }
        self.answers.call(function, arguments)
    }
}

/// Whether a message shows all of `value`: not the state of a generator, nor how a matrix lies in memory.
fn tells_everything(value: &Value) -> bool {
    match value {
        Value::Seed(_) => false,
        Value::Matrix(matrix) => matrix.is_standard_layout(),
        Value::Sequence(parts) => parts.iter().all(tells_everything),
        Value::Record(fields) => fields.iter().all(|(_, part)| tells_everything(part)),
        _ => true,
    }
}

//! Agreement with the reference wherever a law of the function asks.
//!
//! A law compares answers with each other: equal units must receive equal gradients. So it does not notice
//! an answer that is wrong in the very regime that the law visits and keeps the law there: no gradients at
//! all, whenever all units are equal. And the property that compares with the right answer does not visit
//! that regime by itself.
//!
//! So the first property of a function, which says whether it is right at all, also looks where the others
//! do: it lets each of them ask its first questions, answers with the right values so that they go on, and
//! holds the answer under test against them. What it finds is told on the smallest of these inputs.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use contract::{Callee, Contract, Fault, Passed, Value, attempt, encode, raise};

use crate::compare::difference;
use crate::complaint::{Complaint, Verdict};
use crate::lesson::{Exercise, Property};

/// How many questions of each law are compared.
const MOST_CALLS: usize = 40;
/// How far two right answers may lie apart, relative to 1 or to their size: far beyond rounding.
const TOLERANCE: f64 = 1e-6;
/// Longer runs amplify rounding, and take long.
const LONGEST_RUN: u64 = 100;

/// Whether `property` is the first of its function.
pub(super) fn is_first<A>(exercise: &Exercise<A>, property: &Property<A>) -> bool {
    let mut of_function =
        exercise.properties.iter().filter(|other| other.function == property.function);
    of_function.next().is_some_and(|first| first.name == property.name)
}

/// Holds when `answers` are right wherever the laws of `function` ask.
pub(super) fn agrees_wherever_laws_ask<A: Contract>(
    exercise: &Exercise<A>,
    function: &'static str,
    answers: &Rc<A>,
    reference: fn() -> A,
) -> Verdict {
    let laws = exercise.properties.iter().filter(|property| property.function == function);
    for law in laws.skip(1) {
        let visitor = Rc::new(Visitor {
            function,
            answers: Rc::clone(answers),
            reference: reference(),
            calls: Cell::new(0),
            smallest: RefCell::default(),
        });
        let asked = A::over(Rc::clone(&visitor) as Rc<dyn Callee>);
        // The values are right, so only the comparison on the way is of interest.
        let _ = attempt(|| (law.check)(&asked));
        if let Some((_, complaint)) = visitor.smallest.take() {
            return Err(complaint);
        }
    }
    Ok(())
}

struct Visitor<A> {
    function: &'static str,
    answers: Rc<A>,
    reference: A,
    calls: Cell<usize>,
    /// The complaint on the smallest input so far, and how many bytes that has.
    smallest: RefCell<Option<(usize, Complaint)>>,
}

impl<A: Contract> Callee for Visitor<A> {
    fn call(&self, function: &str, arguments: Vec<Passed<'_>>) -> Result<Value, Fault> {
        let right = self.reference.call(function, arguments.clone());
        let (Ok(want), Some(input)) = (&right, plain(&arguments)) else { return right };
        if function != self.function {
            return right;
        }
        if self.calls.replace(self.calls.get() + 1) >= MOST_CALLS {
            raise(Fault::Nonsense { what: "enough was asked".into() });
        }
        let complaint = match self.answers.call(function, arguments) {
            Ok(got) => difference(function, &got, want, TOLERANCE).map(Complaint::new),
            // A fault is told by the law itself.
            Err(_) => None,
        };
        if let Some(complaint) = complaint {
            let mut bytes = Vec::new();
            encode(&input, &mut bytes);
            let mut smallest = self.smallest.borrow_mut();
            if smallest.as_ref().is_none_or(|(size, _)| bytes.len() < *size) {
                let complaint = complaint.on_input(A::arguments(function), input);
                *smallest = Some((bytes.len(), complaint));
            }
        }
        right
    }
}

/// The arguments as one value; `None` where not all of them are data that fix the answer: a generator may
/// be used in many right ways, a function may count its calls, a long run amplifies rounding.
fn plain(arguments: &[Passed<'_>]) -> Option<Value> {
    let value = |argument: &Passed<'_>| match argument {
        Passed::Value(Value::Seed(_)) | Passed::Function(_) => None,
        Passed::Value(Value::Count(count)) if *count > LONGEST_RUN => None,
        Passed::Value(value) => Some(value.clone()),
    };
    let values: Option<Vec<Value>> = arguments.iter().map(value).collect();
    let mut values = values?;
    // A single input is no tuple.
    Some(if values.len() == 1 { values.remove(0) } else { Value::Sequence(values) })
}

//! Diagnosis by behaviour: which known mistake an answer shares.
//!
//! The properties of the function run once more, on a callee that gives them the right values, so
//! that they go through all their cases. On the way every call is also put to the answer and to
//! the mistakes, and a mistake that ever differs from the answer is out.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::contract::{Callee, Contract, Passed};
use crate::fault::{Fault, attempt};
use crate::lesson::{Exercise, Mistake};
use crate::value::Value;

/// How near the values of the answer and of a mistake must be.
const TOLERANCE: f64 = 1e-9;
/// Two ways to compute the same value differ by less.
const ROUNDING: f64 = 4e-15;
/// The most calls of each property that are compared: enough to tell any two mistakes apart.
const MOST_CALLS: usize = 300;

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
        line_up.calls.set(0);
        // The values are right, so only the comparison on the way is of interest.
        let _ = attempt(|| (property.check)(&compared));
    }
    let suspects = line_up.suspects.borrow();
    suspects.iter().find(|suspect| suspect.explains()).map(|suspect| suspect.mistake)
}

struct Suspect<A: 'static> {
    mistake: &'static Mistake<A>,
    answers: A,
    /// Whether it differed from the right value at least once; else it explains nothing.
    was_wrong: bool,
    /// Whether it was wrong by more than rounding.
    was_far_off: bool,
    /// Whether the answer loses the same digits of small numbers.
    loses_the_same_digits: bool,
}

impl<A> Suspect<A> {
    fn new(mistake: &'static Mistake<A>, reference: fn() -> A) -> Self {
        let mut answers = reference();
        (mistake.plant)(&mut answers);
        let (was_wrong, was_far_off, loses_the_same_digits) = (false, false, true);
        Self { mistake, answers, was_wrong, was_far_off, loses_the_same_digits }
    }

    /// Nearly everything is as near as rounding to a mistake that only loses digits, so the answer
    /// must lose the same ones.
    fn explains(&self) -> bool {
        self.was_wrong && (self.was_far_off || self.loses_the_same_digits)
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
            let error = distance(&suspected, &right);
            suspect.was_wrong |= error > 0.0;
            suspect.was_far_off |= error > ROUNDING;
            suspect.loses_the_same_digits &= loses_the_same_digits(&given, &suspected, &right);
            // As far as the mistake is from the right value, the answer must share its error.
            let allowed = if error > ROUNDING { TOLERANCE.min(0.01 * error) } else { TOLERANCE };
            distance(&given, &suspected) <= allowed.max(ROUNDING)
        });
        right
    }
}

/// How far two outcomes lie apart: the largest difference of two numbers, relative to 1 or to
/// their size. What differs in kind or shape is infinitely far apart.
fn distance(one: &Result<Value, Fault>, other: &Result<Value, Fault>) -> f64 {
    match (one, other) {
        (Ok(one), Ok(other)) => distance_of_values(one, other),
        (Err(Fault::Panicked { .. }), Err(Fault::Panicked { .. })) => 0.0,
        _ => f64::INFINITY,
    }
}

/// Whether `given` shares the error of `suspected`, however small, where it is much of the number.
fn loses_the_same_digits(
    given: &Result<Value, Fault>,
    suspected: &Result<Value, Fault>,
    right: &Result<Value, Fault>,
) -> bool {
    let (Ok(Value::Number(given)), Ok(Value::Number(suspected)), Ok(Value::Number(right))) =
        (given, suspected, right)
    else {
        return true;
    };
    let error = (suspected - right).abs();
    error <= 1e-6 * right.abs() || (given - suspected).abs() <= 0.01 * error
}

fn distance_of_values(one: &Value, other: &Value) -> f64 {
    match (one, other) {
        (Value::Number(a), Value::Number(b)) => distance_of_numbers(*a, *b),
        (Value::Vector(a), Value::Vector(b)) if a.len() == b.len() => {
            largest(a.iter().zip(b).map(|(a, b)| distance_of_numbers(*a, *b)))
        }
        (Value::Matrix(a), Value::Matrix(b)) if a.dim() == b.dim() => {
            largest(a.iter().zip(b).map(|(a, b)| distance_of_numbers(*a, *b)))
        }
        (Value::Record(a), Value::Record(b)) if a.len() == b.len() => {
            largest(a.iter().zip(b).map(|((_, a), (_, b))| distance_of_values(a, b)))
        }
        (Value::Sequence(a), Value::Sequence(b)) if a.len() == b.len() => {
            largest(a.iter().zip(b).map(|(a, b)| distance_of_values(a, b)))
        }
        (one, other) if one == other => 0.0,
        _ => f64::INFINITY,
    }
}

fn distance_of_numbers(a: f64, b: f64) -> f64 {
    if a == b || (a.is_nan() && b.is_nan()) {
        return 0.0;
    }
    let distance = (a - b).abs() / b.abs().max(1.0);
    if distance.is_nan() { f64::INFINITY } else { distance }
}

fn largest(distances: impl Iterator<Item = f64>) -> f64 {
    distances.fold(0.0, f64::max)
}

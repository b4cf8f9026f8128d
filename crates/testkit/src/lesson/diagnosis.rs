//! Diagnosis by behaviour: which known mistake an answer shares.
//!
//! The properties of the function run once more, on a callee that gives them the right values, so
//! that they go through all their cases. On the way every call is also put to the answer and to
//! the mistakes, and a mistake that ever differs from the answer is out.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::lesson::{Exercise, Judgeable, Mistake};
use contract::Value;
use contract::{Callee, Contract, Passed};
use contract::{Fault, attempt};

/// How near the values of the answer and of a mistake must be.
const TOLERANCE: f64 = 1e-9;
/// Two ways to compute the same value differ by less.
const ROUNDING: f64 = 4e-15;
/// The most calls of each property that are compared: enough to tell any two mistakes apart.
const MOST_CALLS: usize = 300;
/// After so many calls on which an answer never differed from one mistake alone, it makes that one.
const ENOUGH_CALLS: usize = 500;

/// For each of `accused`, the first mistake of `function` that behaves like it on every call.
pub(super) fn mistakes_of<A: Contract>(
    exercise: &'static Exercise<A>,
    function: &str,
    accused: &[Judgeable<A>],
    reference: fn() -> A,
) -> Vec<Option<&'static Mistake<A>>> {
    if accused.is_empty() {
        return Vec::new();
    }
    let line_up = Rc::new(LineUp::new(exercise, function, accused, reference));
    let compared = A::over(Rc::clone(&line_up) as Rc<dyn Callee>);
    for property in exercise.properties.iter().filter(|property| property.function == function) {
        if line_up.is_over() {
            break;
        }
        line_up.calls.set(0);
        // The values are right, so only the comparison on the way is of interest.
        let _ = attempt(|| (property.check)(&compared));
    }
    let accused = line_up.accused.borrow();
    accused.iter().map(|accused| Some(line_up.suspects[accused.explained_by()?].mistake)).collect()
}

/// A mistake of the catalogue.
struct Suspect<A: 'static> {
    mistake: &'static Mistake<A>,
    answers: A,
}

impl<A> Suspect<A> {
    fn new(mistake: &'static Mistake<A>, mut answers: A) -> Self {
        (mistake.plant)(&mut answers);
        Self { mistake, answers }
    }
}

/// An answer that failed, and the mistakes that it may be.
struct Accused<A> {
    answers: Rc<A>,
    /// The mistake that was planted in it, as a position among the suspects.
    planted: Option<usize>,
    likenesses: Vec<Likeness>,
    /// How many calls were compared.
    compared: usize,
}

impl<A> Accused<A> {
    /// Whether further calls would not change the name: nothing is left, or what comes first was
    /// seen to be wrong, and is the very mistake that was planted or alone explains enough.
    fn is_settled(&self) -> bool {
        self.likenesses.first().is_none_or(|first| {
            let is_planted = Some(first.suspect) == self.planted;
            let is_alone = self.likenesses.len() == 1 && self.compared >= ENOUGH_CALLS;
            (is_planted || is_alone) && first.explains() && first.was_far_off
        })
    }

    fn explained_by(&self) -> Option<usize> {
        self.likenesses.iter().find(|likeness| likeness.explains()).map(|likeness| likeness.suspect)
    }
}

/// What has been seen of an answer and a mistake that never differed.
struct Likeness {
    /// The position of the mistake among the suspects.
    suspect: usize,
    /// Whether it differed from the right value at least once; else it explains nothing.
    was_wrong: bool,
    /// Whether it was wrong by more than rounding.
    was_far_off: bool,
    /// Whether the answer loses the same digits of small numbers.
    loses_the_same_digits: bool,
}

impl Likeness {
    fn to(suspect: usize) -> Self {
        Self { suspect, was_wrong: false, was_far_off: false, loses_the_same_digits: true }
    }

    /// Nearly everything is as near as rounding to a mistake that only loses digits, so the answer
    /// must lose the same ones.
    fn explains(&self) -> bool {
        self.was_wrong && (self.was_far_off || self.loses_the_same_digits)
    }

    /// Whether the answer is still like the mistake after one more call.
    fn survives(&mut self, given: &Reply, suspected: &Reply, right: &Reply) -> bool {
        let error = distance(suspected, right);
        self.was_wrong |= error > 0.0;
        self.was_far_off |= error > ROUNDING;
        self.loses_the_same_digits &= loses_the_same_digits(given, suspected, right);
        // As far as the mistake is from the right value, the answer must share its error.
        let allowed = if error > ROUNDING { TOLERANCE.min(0.01 * error) } else { TOLERANCE };
        distance(given, suspected) <= allowed.max(ROUNDING)
    }
}

/// The value of a call, or why there is none.
type Reply = Result<Value, Fault>;

struct LineUp<A: 'static> {
    function: String,
    reference: A,
    suspects: Vec<Suspect<A>>,
    accused: RefCell<Vec<Accused<A>>>,
    calls: Cell<usize>,
}

impl<A: Contract> LineUp<A> {
    fn new(
        exercise: &'static Exercise<A>,
        function: &str,
        accused: &[Judgeable<A>],
        reference: fn() -> A,
    ) -> Self {
        let of_function = exercise.mistakes.iter().filter(|mistake| mistake.function == function);
        let suspects: Vec<Suspect<A>> =
            of_function.map(|mistake| Suspect::new(mistake, reference())).collect();
        let position = |planted: &Mistake<A>| {
            suspects.iter().position(|suspect| suspect.mistake.id == planted.id)
        };
        let accused = accused.iter().map(|judgeable| Accused {
            answers: Rc::clone(&judgeable.answers),
            planted: judgeable.planted.and_then(position),
            likenesses: (0..suspects.len()).map(Likeness::to).collect(),
            compared: 0,
        });
        Self {
            function: function.to_string(),
            reference: reference(),
            accused: RefCell::new(accused.collect()),
            suspects,
            calls: Cell::new(0),
        }
    }

    fn is_over(&self) -> bool {
        self.accused.borrow().iter().all(Accused::is_settled)
    }
}

impl<A: Contract> Callee for LineUp<A> {
    fn call(&self, function: &str, arguments: Vec<Passed<'_>>) -> Reply {
        let right = self.reference.call(function, arguments.clone());
        if function != self.function || self.calls.get() >= MOST_CALLS {
            return right;
        }
        self.calls.set(self.calls.get() + 1);
        let mut suspected: Vec<Option<Reply>> = self.suspects.iter().map(|_| None).collect();
        for accused in self.accused.borrow_mut().iter_mut().filter(|accused| !accused.is_settled())
        {
            accused.compared += 1;
            let given = accused.answers.call(function, arguments.clone());
            accused.likenesses.retain_mut(|likeness| {
                let Suspect { answers, .. } = &self.suspects[likeness.suspect];
                let suspected = suspected[likeness.suspect]
                    .get_or_insert_with(|| answers.call(function, arguments.clone()));
                likeness.survives(&given, suspected, &right)
            });
        }
        right
    }
}

/// How far two replies lie apart: the largest difference of two numbers, relative to 1 or to
/// their size. What differs in kind or shape is infinitely far apart.
fn distance(a: &Reply, b: &Reply) -> f64 {
    match (a, b) {
        (Ok(a), Ok(b)) => distance_of_values(a, b),
        (Err(Fault::Panicked { .. }), Err(Fault::Panicked { .. })) => 0.0,
        _ => f64::INFINITY,
    }
}

/// Whether `given` shares the error of `suspected`, however small, where it is much of the number.
fn loses_the_same_digits(given: &Reply, suspected: &Reply, right: &Reply) -> bool {
    let (Ok(Value::Number(given)), Ok(Value::Number(suspected)), Ok(Value::Number(right))) =
        (given, suspected, right)
    else {
        return true;
    };
    let error = (suspected - right).abs();
    error <= 1e-6 * right.abs() || (given - suspected).abs() <= 0.01 * error
}

fn distance_of_values(a: &Value, b: &Value) -> f64 {
    match (a, b) {
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
        (a, b) if a == b => 0.0,
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

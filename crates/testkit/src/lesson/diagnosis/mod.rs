//! Diagnosis by behaviour: which known mistake an answer shares.
//!
//! The properties of the function run once more, on a callee that gives them the right values, so
//! that they go through all their cases. On the way every call is also put to the answer and to
//! the mistakes, and a mistake that ever differs from the answer is out.
//!
//! An answer that makes none of them is asked some calls more, and what is found of these is told: that the
//! result is the right one times a constant, that it is right unless `m = 1` ([`explain`]). Never a guess:
//! what is said agrees with every call.

mod behaviour;
mod explain;
mod guard;
mod law;
mod probe;
mod theory;
mod trace;

use std::cell::{Cell, LazyCell, RefCell};
use std::rc::Rc;

use crate::lesson::{Exercise, Judgeable, Mistake, Notation, Property, is_law, takes_a_function};
use contract::Value;
use contract::{Callee, Contract, Passed};
use contract::{Fault, attempt, raise};

pub(super) use behaviour::behaviour_of;
pub(super) use explain::Finding;
use probe::{Interview, Recorder, distinct};
pub(super) use probe::{Leaf, put_together, take_apart};
use trace::{Tracer, explain_traces};

/// How near the values of the answer and of a mistake must be.
const TOLERANCE: f64 = 1e-9;
/// Two ways to compute the same value differ by less.
const ROUNDING: f64 = 4e-15;
/// The most calls of each property that are compared: enough to tell any two mistakes apart.
const MOST_CALLS: usize = 300;
/// After so many calls on which an answer never differed from one mistake alone, it makes that one.
const ENOUGH_CALLS: usize = 500;

/// How many calls of each property an answer is asked that makes no catalogued mistake.
const PROBES: usize = 20;
/// As many, where an argument is no more than a number or two.
const PROBES_OF_NUMBERS: usize = 170;

/// With fewer wrong calls, more are made,
const FEW: usize = 8;
/// but no more than this.
const MOST_PROBES: usize = 250;

/// What is known of a lesson beside the exercise at hand.
pub(super) struct Known<A: 'static> {
    pub(super) reference: fn() -> A,
    pub(super) notation: &'static Notation,
}

/// For each of `accused`, the first mistake of `function` that behaves like it on every call, or else what is
/// found of it.
pub(super) fn findings_of<A: Contract>(
    exercise: &'static Exercise<A>,
    function: &str,
    accused: &[Judgeable<A>],
    known: &Known<A>,
) -> Vec<Option<Finding>> {
    let named = mistakes_of(exercise, function, accused, known.reference);
    let calls = LazyCell::new(|| calls_of(exercise, function, known.reference));
    let finding = |(accused, mistake): (&Judgeable<A>, Option<&'static Mistake<A>>)| match mistake {
        Some(mistake) => Some(Finding { id: mistake.id.into(), hint: mistake.hint.clone() }),
        // What came back may have any shape. Where this breaks on it, nothing is said.
        // And what a law says is true or false: it fits too many explanations.
        None if is_law::<A>(function) => None,
        None => attempt(|| {
            if takes_a_function::<A>(function) {
                explained_by_traces(exercise, function, &accused.answers, known)
            } else {
                explained(function, &accused.answers, &calls, known)
            }
        })
        .ok()
        .flatten(),
    };
    accused.iter().zip(named).map(finding).collect()
}

/// What is found of answers that make no catalogued mistake.
fn explained<A: Contract>(
    function: &str,
    answers: &Rc<A>,
    calls: &[Vec<Vec<Value>>],
    Known { reference, notation }: &Known<A>,
) -> Option<Finding> {
    let reference = reference();
    let interview = Interview {
        function,
        names: A::arguments(function),
        notation,
        reference: &reference,
        student: &**answers,
    };
    let (mut asked, mut spare) = (Vec::new(), Vec::new());
    for (at, calls) in calls.iter().enumerate() {
        let has_arrays = calls.first().is_some_and(|call| probe::has_arrays(call));
        let most = if at == 0 && !has_arrays { PROBES_OF_NUMBERS } else { PROBES };
        asked.extend(calls.iter().take(most).cloned());
        spare.extend(calls.iter().skip(most).cloned());
    }
    let asked = distinct(asked);
    if asked.iter().flatten().any(|value| matches!(value, Value::Seed(_))) {
        return law::explain_draws(&interview, &asked);
    }
    let probes: Result<Vec<_>, Fault> =
        asked.into_iter().map(|arguments| interview.probe(arguments)).collect();
    let mut probes: Vec<_> = probes.ok()?.into_iter().flatten().collect();
    // Where few are wrong, some more may be.
    let is_wrong = |probe: &probe::Probe| (0..probe.want.len()).any(|part| probe.is_wrong(part));
    let mut wrong = probes.iter().filter(|probe| is_wrong(probe)).count();
    while wrong < FEW && probes.len() < MOST_PROBES && !spare.is_empty() {
        let probe = interview.probe(spare.remove(0)).ok()?;
        wrong += usize::from(probe.as_ref().is_some_and(is_wrong));
        probes.extend(probe);
    }
    explain::explain(&interview, &probes, &spare)
}

/// What is found of answers to a function that takes a function, and makes no catalogued mistake.
fn explained_by_traces<A: Contract>(
    exercise: &'static Exercise<A>,
    function: &str,
    answers: &Rc<A>,
    Known { reference, notation }: &Known<A>,
) -> Option<Finding> {
    let right = Rc::new(reference());
    let of_property = |property: &Property<A>| {
        let tracer = Rc::new(Tracer {
            function: function.to_string(),
            reference: Rc::clone(&right),
            student: Rc::clone(answers),
            most: PROBES,
            traces: RefCell::default(),
        });
        let asked = A::over(Rc::clone(&tracer) as Rc<dyn Callee>);
        let _ = attempt(|| (property.check)(&asked));
        tracer.traces.take()
    };
    let of_function = exercise.properties.iter().filter(|property| property.function == function);
    let traces = of_function.flat_map(of_property).collect();
    let interview = Interview {
        function,
        names: A::arguments(function),
        notation,
        reference: &*right,
        student: &**answers,
    };
    explain_traces(&interview, traces)
}

/// What the properties of `function` ask of it, a list for each.
fn calls_of<A: Contract>(
    exercise: &'static Exercise<A>,
    function: &str,
    reference: fn() -> A,
) -> Vec<Vec<Vec<Value>>> {
    let of_property = |property: &Property<A>| {
        let recorder = Rc::new(Recorder {
            function: function.to_string(),
            reference: Rc::new(reference()),
            asked: RefCell::default(),
            most: (PROBES_OF_NUMBERS, 2 * PROBES),
            is_run: A::arguments(function).contains(&"steps"),
        });
        let asked = A::over(Rc::clone(&recorder) as Rc<dyn Callee>);
        let _ = attempt(|| (property.check)(&asked));
        recorder.asked.take()
    };
    let of_function = exercise.properties.iter().filter(|property| property.function == function);
    of_function.map(of_property).collect()
}

/// For each of `accused`, the first mistake of `function` that behaves like it on every call.
fn mistakes_of<A: Contract>(
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
            planted: judgeable.planted.and_then(position).filter(|_| !judgeable.is_unseen),
            likenesses: (0..suspects.len())
                .filter(|suspect| {
                    let is_itself = judgeable.planted.and_then(position) == Some(*suspect);
                    !(judgeable.is_unseen && is_itself)
                })
                .map(Likeness::to)
                .collect(),
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
        if self.is_over() {
            raise(Fault::Nonsense { what: "enough was compared".into() });
        }
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

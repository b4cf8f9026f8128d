//! One call to try: the one on which a property fails, or a small one that shows what a function does.
//!
//! A property says nothing of the calls that it makes. So they are recorded on their way to the answers, and a
//! [`Complaint`](crate::Complaint) takes with it the calls before it: of the smallest input, because
//! [`for_all`](fn@crate::for_all) keeps the complaint on that. One that gives another value than the reference
//! is the call to try.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use std::sync::Arc;

use super::{Exercise, Lesson, is_law, run};
use crate::compare::agree;
use crate::laws::{AnyLaw, Example};
use crate::show;
use contract::{Callee, Contract, Fault, Passed, Plain, Value};

/// How many calls a complaint takes with it: more than a property makes on one input and compares.
const MOST_CALLS: usize = 8;
/// How exactly a value must agree with the right one: the coarsest first that most properties have.
const TOLERANCES: [f64; 2] = [1e-9, 1e-15];

/// A call of a function of a lesson.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// The function.
    pub function: &'static str,
    /// Its arguments, in order.
    pub arguments: Vec<Argument>,
    /// The type of its result, by its full name.
    pub result: &'static str,
    /// The answer that a law is asked about; `None` where the function is no law.
    pub example: Option<Example>,
}

/// An argument of a call.
#[derive(Clone, Debug, PartialEq)]
pub struct Argument {
    /// Its name in the contract.
    pub name: &'static str,
    /// Its type, by its full name.
    pub type_name: &'static str,
    /// What is passed; `None` is a function, in whose place the sum of the cubes of all numbers is passed, or that of an
    /// example where the function is a law.
    pub value: Option<Value>,
}

impl Call {
    /// Its arguments, to be passed on.
    pub fn passed(&self) -> Vec<Passed<'static>> {
        let passed = |argument: &Argument| match &argument.value {
            Some(value) => Passed::Value(value.clone()),
            None => Passed::Function(Rc::new(|value| Some(sum_of_cubes(&value).to_value()))),
        };
        self.arguments.iter().map(passed).collect()
    }

    /// Its arguments, `None` for a function.
    fn values_or_none(&self) -> Vec<Option<Value>> {
        self.arguments.iter().map(|argument| argument.value.clone()).collect()
    }

    /// The arguments that are plain data.
    pub fn values(&self) -> Vec<Value> {
        self.arguments.iter().filter_map(|argument| argument.value.clone()).collect()
    }

    /// Whether it draws at random, so that more than one value is right.
    pub fn is_random(&self) -> bool {
        self.arguments.iter().any(|argument| matches!(argument.value, Some(Value::Seed(_))))
    }
}

fn sum_of_cubes(value: &Value) -> f64 {
    match value {
        Value::Number(z) => z.powi(3),
        Value::Vector(vector) => vector.mapv(|z| z.powi(3)).sum(),
        Value::Matrix(matrix) => matrix.mapv(|z| z.powi(3)).sum(),
        Value::Sequence(parts) => parts.iter().map(sum_of_cubes).sum(),
        Value::Record(fields) => fields.iter().map(|(_, part)| sum_of_cubes(part)).sum(),
        _ => 0.0,
    }
}

/// A call that was made: its arguments, `None` for a function, and what came of it.
#[derive(Debug)]
pub(crate) struct Recorded {
    function: String,
    arguments: Vec<Option<Value>>,
    outcome: Result<Value, Fault>,
}

thread_local! {
    /// Whether calls are recorded on this thread.
    static IS_RECORDING: Cell<bool> = const { Cell::new(false) };
    /// The last of them.
    static LAST: RefCell<VecDeque<Arc<Recorded>>> = const { RefCell::new(VecDeque::new()) };
}

/// The last calls that were recorded on this thread.
pub(crate) fn last_calls() -> Vec<Arc<Recorded>> {
    if !IS_RECORDING.get() {
        return Vec::new();
    }
    LAST.with_borrow(|last| last.iter().cloned().collect())
}

/// A callee whose calls are heard.
struct Recording {
    callee: Rc<dyn Callee>,
    hear: Box<dyn Fn(Recorded)>,
}

impl Callee for Recording {
    fn call(&self, function: &str, arguments: Vec<Passed<'_>>) -> Result<Value, Fault> {
        let value = |argument: &Passed<'_>| match argument {
            Passed::Value(value) => Some(value.clone()),
            Passed::Function(_) => None,
        };
        let values = arguments.iter().map(value).collect();
        let outcome = self.callee.call(function, arguments);
        let recorded = Recorded {
            function: function.to_string(),
            arguments: values,
            outcome: outcome.clone(),
        };
        (self.hear)(recorded);
        outcome
    }
}

impl<A: Contract> Lesson<A> {
    pub(super) fn failing_call(
        &self,
        exercise: &str,
        property: &str,
        callee: &Rc<dyn Callee>,
    ) -> Option<Call> {
        let exercise = self.exercise(exercise);
        let property = exercise.property(property);
        let hear = Box::new(|recorded| {
            LAST.with_borrow_mut(|last| {
                last.push_back(Arc::new(recorded));
                if last.len() > MOST_CALLS {
                    last.pop_front();
                }
            });
        });
        IS_RECORDING.set(true);
        let verdict = self.run_recorded(exercise, property.name, Rc::clone(callee), hear);
        IS_RECORDING.set(false);
        LAST.take();
        let complaint = verdict.err()?;
        let calls =
            || complaint.calls().iter().rev().filter(|call| call.function == property.function);
        // Before the calls of the failing input lie those of others.
        let wrong = TOLERANCES
            .iter()
            .find_map(|tolerance| calls().find(|recorded| self.is_wrong(recorded, *tolerance)));
        let mut call =
            wrong.or_else(|| calls().next()).and_then(|recorded| call_of::<A>(recorded))?;
        if let Some(law) = self.law(exercise.name, call.function) {
            // The one of which the law says what is not so.
            let mut examples = law.examples(property.name);
            let is_told = |example: &Example| {
                let says = law.put(example, Rc::clone(callee), call.values_or_none());
                says != Ok(Value::Flag(example.is_right))
            };
            let at = examples.iter().position(is_told).unwrap_or(0);
            call.example = (at < examples.len()).then(|| examples.swap_remove(at));
        }
        Some(call)
    }

    /// The law that `function` of `exercise` is, if it is one.
    fn law(&self, exercise: &str, function: &str) -> Option<&'static dyn AnyLaw<A>> {
        let of_exercise = self.laws.iter().find(|(known, _)| *known == exercise);
        of_exercise.filter(|_| is_law::<A>(function)).map(|(_, law)| *law)
    }

    pub(super) fn put(
        &self,
        exercise: &str,
        call: &Call,
        callee: Rc<dyn Callee>,
    ) -> Result<Value, Fault> {
        match (self.law(exercise, call.function), &call.example) {
            (Some(law), Some(example)) => law.put(example, callee, call.values_or_none()),
            _ => callee.call(call.function, call.passed()),
        }
    }

    fn run_recorded(
        &self,
        exercise: &'static Exercise<A>,
        property: &str,
        callee: Rc<dyn Callee>,
        hear: Box<dyn Fn(Recorded)>,
    ) -> crate::Verdict {
        let answers = Rc::new(A::over(Rc::new(Recording { callee, hear })));
        run(exercise, exercise.property(property), &answers, self.reference)
    }

    fn is_wrong(&self, recorded: &Recorded, tolerance: f64) -> bool {
        let Ok(value) = &recorded.outcome else { return true };
        let call = call_of::<A>(recorded).filter(|call| !call.is_random());
        let right =
            call.and_then(|call| (self.reference)().call(call.function, call.passed()).ok());
        right.is_some_and(|right| !agree(value, &right, tolerance))
    }

    pub(super) fn telling_call(&self, exercise: &str, function: &str) -> Option<Call> {
        let exercise = self.exercise(exercise);
        let best: Rc<RefCell<Option<(Rank, Recorded)>>> = Rc::default();
        let of_function = exercise.properties.iter().filter(|known| known.function == function);
        for property in of_function {
            let (heard, function) = (Rc::clone(&best), function.to_string());
            let hear = Box::new(move |recorded: Recorded| {
                let rank = rank(&recorded);
                let mut best = heard.borrow_mut();
                let is_better = best.as_ref().is_none_or(|(known, _)| rank < *known);
                if recorded.function == function && is_better {
                    best.replace((rank, recorded));
                }
            });
            let reference = Rc::new((self.reference)());
            // The reference is right, so nothing is said.
            let _ = self.run_recorded(exercise, property.name, reference, hear);
            if best.borrow().as_ref().is_some_and(|(rank, _)| rank.is_telling()) {
                break;
            }
        }
        let mut call = best.take().and_then(|(_, recorded)| call_of::<A>(&recorded))?;
        if let Some(law) = self.law(exercise.name, call.function) {
            call.example = law.examples("").into_iter().next();
        }
        Some(call)
    }
}

fn call_of<A: Contract>(recorded: &Recorded) -> Option<Call> {
    let known = A::FUNCTIONS.iter().find(|function| **function == recorded.function)?;
    let (types, result) = A::types(known)?;
    let names = A::arguments(known).iter().zip(types);
    let argument = |((name, type_name), value): ((&&'static str, _), &Option<Value>)| Argument {
        name,
        type_name,
        value: value.clone(),
    };
    let arguments = names.zip(&recorded.arguments).map(argument).collect();
    Some(Call { function: known, arguments, result, example: None })
}

/// How little a call tells a reader; the least tells the most.
#[derive(PartialEq, PartialOrd)]
struct Rank {
    /// It has numbers that are not finite or large.
    is_odd: bool,
    /// Its result is nothing but zeros and ones.
    is_dull: bool,
    /// How many of its arguments are too small for things to differ in them: matrices of one number, lists of one.
    thin: usize,
    /// How much there is to read, in letters.
    length: usize,
}

impl Rank {
    fn is_telling(&self) -> bool {
        !self.is_odd && !self.is_dull && self.thin == 0
    }
}

fn rank(recorded: &Recorded) -> Rank {
    let result = recorded.outcome.as_ref().map_or(&[][..], std::slice::from_ref);
    let arguments = || recorded.arguments.iter().flatten();
    let all = || arguments().chain(result);
    let mut numbers = Vec::new();
    for value in all() {
        collect_numbers(value, &mut numbers);
    }
    let mut results = Vec::new();
    for value in result {
        collect_numbers(value, &mut results);
    }
    Rank {
        is_odd: numbers.iter().any(|z| z.is_nan() || z.abs() > 10.0),
        is_dull: !results.is_empty() && results.iter().all(|z| *z == 0.0 || z.abs() == 1.0),
        thin: arguments().map(thin).sum(),
        length: numbers.iter().map(|z| show::number(*z).len() + 2).sum(),
    }
}

fn thin(value: &Value) -> usize {
    match value {
        Value::Matrix(matrix) => usize::from(matrix.len() < 2),
        Value::Count(count) => usize::from(*count < 2),
        Value::Sequence(parts) => {
            usize::from(parts.len() < 2) + parts.iter().map(thin).sum::<usize>()
        }
        Value::Record(fields) => fields.iter().map(|(_, part)| thin(part)).sum(),
        _ => 0,
    }
}

fn collect_numbers(value: &Value, numbers: &mut Vec<f64>) {
    match value {
        Value::Count(count) => numbers.push(*count as f64),
        Value::Number(z) => numbers.push(*z),
        Value::Vector(vector) => numbers.extend(vector),
        Value::Matrix(matrix) => numbers.extend(matrix),
        Value::Sequence(parts) => {
            for part in parts {
                collect_numbers(part, numbers);
            }
        }
        Value::Record(fields) => {
            for (_, part) in fields {
                collect_numbers(part, numbers);
            }
        }
        Value::Flag(_) | Value::Word(_) | Value::Seed(_) => {}
    }
}

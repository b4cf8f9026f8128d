//! A function that is given a function: where it asks it.

use std::cell::RefCell;
use std::rc::Rc;

use contract::{Callee, Fault, Passed, Value, raise, say};

use super::Reply;
use super::explain::{Finding, explain};
use super::probe::{Interview, Leaf, Probe};
use super::theory::{nice, shown};

/// Answers right, puts each question to the student, too, and notes where the student asks the function that was
/// passed.
pub(super) struct Tracer<A> {
    pub(super) function: String,
    pub(super) reference: Rc<A>,
    pub(super) student: Rc<A>,
    pub(super) most: usize,
    pub(super) traces: RefCell<Vec<Trace>>,
}

/// A call that passes a function.
pub(super) struct Trace {
    /// The arguments, with a word in place of the function.
    arguments: Vec<Value>,
    want: Reply,
    got: Reply,
    /// Where the student asked the function.
    points: Vec<Value>,
}

impl<A: Callee> Callee for Tracer<A> {
    fn call(&self, function: &str, arguments: Vec<Passed<'_>>) -> Reply {
        let right = self.reference.call(function, arguments.clone());
        if function != self.function {
            return right;
        }
        if self.traces.borrow().len() >= self.most {
            raise(Fault::Nonsense { what: "enough was asked".into() });
        }
        let points: Rc<RefCell<Vec<Value>>> = Rc::default();
        let plain = |argument: &Passed<'_>| match argument {
            Passed::Value(value) => value.clone(),
            Passed::Function(_) => Value::Word("a function".into()),
        };
        let plain = arguments.iter().map(plain).collect();
        let noting = arguments.into_iter().map(|argument| match argument {
            Passed::Function(function) => {
                let points = Rc::clone(&points);
                Passed::Function(Rc::new(move |value: Value| {
                    points.borrow_mut().push(value.clone());
                    function(value)
                }))
            }
            Passed::Value(value) => Passed::Value(value),
        });
        let got = self.student.call(function, noting.collect());
        let points = points.take();
        let trace = Trace { arguments: plain, want: right.clone(), got, points };
        self.traces.borrow_mut().push(trace);
        right
    }
}

/// What is found of the calls in `traces`: how the student moves the arguments, and what comes of it.
pub(super) fn explain_traces(interview: &Interview<'_>, traces: Vec<Trace>) -> Option<Finding> {
    let moves: Vec<Vec<Move>> = traces.iter().filter_map(|trace| moves(interview, trace)).collect();
    let by_moves = of_moves(&moves);
    let probe = |trace: Trace| {
        let want = interview.parts(&trace.want.ok()?);
        let got = trace.got.ok().map(|got| interview.parts(&got));
        Some(interview.taken_apart(trace.arguments, want, got))
    };
    let probes: Vec<Probe> = traces.into_iter().filter_map(probe).collect();
    by_moves.or_else(|| explain(interview, &probes, &[]))
}

/// How a point differs from the arguments: in which array, by how much, where it is a single entry.
struct Move {
    leaf: String,
    by: f64,
    step: f64,
}

/// The moves of one call; `None` where a point is something else than the arguments with one entry moved.
fn moves(interview: &Interview<'_>, trace: &Trace) -> Option<Vec<Move>> {
    let inputs = interview.inputs(&trace.arguments);
    let step = inputs.iter().find(|leaf| leaf.name == "step")?.numbers[0];
    let move_to = |point: &Value| {
        let point = interview.parts(point);
        let mut moved = None;
        for leaf in &point {
            let base: &Leaf = inputs.iter().find(|base| base.name == leaf.name)?;
            let pairs = base.numbers.iter().zip(&leaf.numbers).filter(|(base, leaf)| base != leaf);
            for (base, number) in pairs {
                if moved.is_some() {
                    return None;
                }
                moved = Some(Move { leaf: leaf.name.clone(), by: (number - base).abs(), step });
            }
        }
        moved
    };
    trace.points.iter().map(move_to).collect()
}

fn of_moves(traces: &[Vec<Move>]) -> Option<Finding> {
    const ENOUGH: usize = 5;
    let all: Vec<&Move> = traces.iter().flatten().collect();
    let first = all.first()?;
    if traces.len() < ENOUGH {
        return None;
    }
    let near = |a: f64, b: f64| (a - b).abs() <= 1e-6 * b.abs() + 1e-14;
    let size = nice(format!("{:.5e}", first.by).parse().unwrap_or(first.by));
    let steps_differ = all.iter().any(|other| !near(other.step, first.step));
    if steps_differ && all.iter().all(|other| near(other.by, size)) {
        let size = shown(size);
        return Some(Finding {
            id: "family:step".into(),
            hint: say!(
                "You move an entry by {size}, whatever `step` is: move it by `step`.",
                "`step` 값이 무엇이든 원소를 {size}만큼 움직입니다. `step`만큼 움직이세요."
            ),
        });
    }
    let factor = nice(format!("{:.5e}", first.by / first.step).parse().unwrap_or(1.0));
    if factor != 1.0 && all.iter().all(|other| near(other.by, factor * other.step)) {
        let factor = shown(factor);
        return Some(Finding {
            id: "family:step".into(),
            hint: say!(
                "You move an entry by {factor} times `step`: move it by `step`.",
                "원소를 `step`의 {factor}배만큼 움직입니다. `step`만큼 움직이세요."
            ),
        });
    }
    let still = ["w1", "b1", "w2", "b2"].into_iter().find(|name| {
        all.iter().all(|other| other.leaf != *name) && all.iter().any(|other| other.leaf != *name)
    })?;
    Some(Finding {
        id: "fact:still".into(),
        hint: say!(
            "No entry of `{still}` is ever moved, so its slopes cannot be measured.",
            "`{still}`의 원소를 한 번도 움직이지 않아서 그 기울기를 잴 수 없습니다."
        ),
    })
}

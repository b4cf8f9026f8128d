//! Agreement with the reference in every regime: wherever a law of the function asks, and however a matrix
//! lies in memory.
//!
//! A law compares answers with each other: equal units must receive equal gradients. So it does not notice
//! an answer that is wrong in the very regime that the law visits and keeps the law there: no gradients at
//! all, whenever all units are equal. And the property that compares with the right answer does not visit
//! that regime by itself.
//!
//! So the first property of a function, which says whether it is right at all, also looks where the others
//! do: it lets each of them ask its first questions, answers with the right values so that they go on, and
//! holds the answer under test against them. What it finds is told on the smallest of these inputs.
//!
//! And it is run once more with every matrix argument in another memory layout (column after column, as after
//! `reversed_axes`; from the end; with gaps), because an answer that reads a matrix through its memory is
//! right only for those that lie row after row.
//!
//! Only an answer that keeps every law is judged by what is found here. Where a law fails, it says what is
//! wrong in words of its own.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use contract::{Callee, Contract, Fault, Layout, Passed, Value, attempt, encode, raise, say};

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

/// Holds when `answers`, of which the first `property` of its function holds, are right in every regime, or
/// a law says itself what is wrong: then it is told there, and costs that law alone.
pub(super) fn holds_in_every_regime<A: Contract>(
    exercise: &Exercise<A>,
    property: &Property<A>,
    answers: &Rc<A>,
    reference: fn() -> A,
) -> Verdict {
    let function = property.function;
    let finding = agrees_wherever_laws_ask(exercise, function, answers, reference)
        .and_then(|()| holds_in_every_layout(property, answers));
    let holds = |law: &Property<A>| matches!(attempt(|| (law.check)(answers)), Ok(Ok(())));
    let mut laws = exercise.properties.iter().filter(|law| law.function == function).skip(1);
    finding.or_else(|complaint| if laws.all(holds) { Err(complaint) } else { Ok(()) })
}

/// Holds when `answers` are right wherever the laws of `function` ask.
fn agrees_wherever_laws_ask<A: Contract>(
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

/// Holds when `property` holds of `answers` in whatever layout they are given their matrices.
fn holds_in_every_layout<A: Contract>(property: &Property<A>, answers: &Rc<A>) -> Verdict {
    let relaid =
        Relaid { answers: Rc::clone(answers), calls: Cell::new(0), seen: Cell::new(false) };
    let asked = A::over(Rc::new(relaid) as Rc<dyn Callee>);
    let verdict = attempt(|| (property.check)(&asked))
        .unwrap_or_else(|fault| Err(Complaint::of_fault(fault)));
    verdict.or_else(|complaint| {
        if complaint.fault() == Some(&no_matrix()) {
            return Ok(());
        }
        Err(complaint.preceded_by(&say!(
            "The result depends on how a matrix lies in memory: it is right row after row, but not \
             column after column (as after `reversed_axes`) or with gaps.",
            "결과가 행렬이 메모리에 놓인 방식에 따라 달라집니다. 행 순서로 놓이면 맞지만, 열 순서로 \
             놓이거나(`reversed_axes` 뒤처럼) 사이에 빈 곳이 있으면 틀립니다."
        )))
    })
}

/// What ends a property whose function takes no matrix.
fn no_matrix() -> Fault {
    Fault::Nonsense { what: "no matrix is passed".into() }
}

/// Answers that are given their matrices in other layouts, in turn.
struct Relaid<A> {
    answers: Rc<A>,
    calls: Cell<usize>,
    /// Whether a matrix was passed.
    seen: Cell<bool>,
}

/// After so many calls without a matrix there will be none.
const CALLS_WITHOUT: usize = 3;

impl<A: Contract> Callee for Relaid<A> {
    fn call(&self, function: &str, arguments: Vec<Passed<'_>>) -> Result<Value, Fault> {
        let call = self.calls.replace(self.calls.get() + 1);
        let mut turn = call;
        let relaid = arguments.into_iter().map(|argument| match argument {
            Passed::Value(value) => Passed::Value(self.relaid(value, &mut turn)),
            function @ Passed::Function(_) => function,
        });
        let relaid = relaid.collect();
        if call >= CALLS_WITHOUT && !self.seen.get() {
            raise(no_matrix());
        }
        self.answers.call(function, relaid)
    }
}

impl<A> Relaid<A> {
    /// `value` with each of its matrices in the next layout.
    fn relaid(&self, value: Value, turn: &mut usize) -> Value {
        match value {
            Value::Matrix(matrix) => {
                self.seen.set(true);
                // The first is the layout that the matrix has by itself.
                let layout = Layout::ALL[1 + *turn % (Layout::ALL.len() - 1)];
                *turn += 1;
                Value::Matrix(layout.of(&matrix))
            }
            Value::Sequence(parts) => {
                Value::Sequence(parts.into_iter().map(|part| self.relaid(part, turn)).collect())
            }
            Value::Record(fields) => {
                let relaid = |(name, part)| (name, self.relaid(part, turn));
                Value::Record(fields.into_iter().map(relaid).collect())
            }
            other => other,
        }
    }
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
            Ok(got) => difference(function, &got, want, TOLERANCE),
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

#[cfg(test)]
#[allow(unreachable_pub, dead_code)]
mod tests {
    use contract::{Language, contract};
    use ndarray::Array2;

    use crate::generators::{build, eighths};
    use crate::{Exercise, Lesson, Notation, Property, Verdict, ensure, for_all};

    contract! {
        /// A function of a number, and one of a matrix.
        pub struct Answers {
            /// `ln(1 + e^z)`.
            fn softplus(z: f64) -> f64;
            /// The first row of `x`, added up.
            fn first_row(x: &Array2<f64>) -> f64;
        }
    }

    fn right() -> Answers {
        Answers { softplus: Box::new(|z| z.exp().ln_1p()), first_row: Box::new(|x| x.row(0).sum()) }
    }

    fn agrees(answers: &Answers) -> Verdict {
        for_all(["z"], eighths(-80..=80), |z| {
            crate::agrees("softplus", &answers.softplus(*z), &right().softplus(*z), 1e-9)
        })
    }

    fn grows_by_one_far_out(answers: &Answers) -> Verdict {
        for_all(["z"], eighths(160..=320), |z| {
            let step = answers.softplus(*z) - answers.softplus(z - 1.0);
            ensure!((step - 1.0).abs() < 1e-6, "It must grow by one.", "1씩 커져야 합니다.");
            Ok(())
        })
    }

    fn adds_up(answers: &Answers) -> Verdict {
        let inputs = build([1..=3, 1..=3], |[rows, columns], pool| pool.matrix(rows, columns));
        for_all(["x"], inputs, |x| {
            crate::agrees("first_row", &answers.first_row(x), &right().first_row(x), 1e-9)
        })
    }

    const fn property(name: &'static str, check: fn(&Answers) -> Verdict) -> Property<Answers> {
        Property { function: "softplus", name, check }
    }

    static LESSON: Lesson<Answers> = Lesson {
        name: "small",
        exercises: &[
            Exercise {
                name: "softplus",
                functions: &["softplus"],
                properties: &[
                    property("agrees", agrees),
                    property("grows_by_one_far_out", grows_by_one_far_out),
                ],
                mistakes: &[],
                variants: &[],
                hints: &[],
            },
            Exercise {
                name: "first_row",
                functions: &["first_row"],
                properties: &[Property { function: "first_row", name: "adds_up", check: adds_up }],
                mistakes: &[],
                variants: &[],
                hints: &[],
            },
        ],
        reference: right,
        notation: Notation::NONE,
        laws: &[],
    };

    fn words(verdict: Verdict) -> String {
        verdict.unwrap_err().speak(Language::English)
    }

    #[test]
    fn an_answer_that_is_wrong_where_only_a_law_asks_is_not_right() {
        let shifted = || Answers {
            softplus: Box::new(|z| if z > 15.0 { z + 5.0 } else { z.exp().ln_1p() }),
            ..right()
        };
        assert!(LESSON.check("softplus", "grows_by_one_far_out", shifted()).is_ok());
        let words = words(LESSON.check("softplus", "agrees", shifted()));
        assert!(words.starts_with("softplus came out as ") && words.contains("z = "), "{words}");
        assert!(LESSON.check("softplus", "agrees", right()).is_ok());
    }

    #[test]
    fn an_answer_that_reads_a_matrix_through_its_memory_is_not_right() {
        let first_in_memory = Answers {
            first_row: Box::new(|x| {
                x.as_slice_memory_order().unwrap_or_default()[..x.ncols()].iter().sum()
            }),
            ..right()
        };
        let words = words(LESSON.check("first_row", "adds_up", first_in_memory));
        assert!(words.contains("how a matrix lies in memory"), "{words}");
        assert!(LESSON.check("first_row", "adds_up", right()).is_ok());
    }
}

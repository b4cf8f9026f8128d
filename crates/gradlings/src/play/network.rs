//! A network whose functions come from several hands: the student's program, the course, a planted mistake.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use backprop::{Cache, Gradients, fill};
use backprop_suite::reference;
use contract::{Callee, Contract, Fault, Passed, Value, attempt};
use course::Course;
use init::Parameters;
use ndarray::Array2;
use testkit::AnyLesson;

use super::functions::{Functions, Why};
use super::trouble::{Misshapen, Trouble};
use crate::workplace::IsCancelled;

/// The course's own answers, by lesson.
pub(super) type OfCourse = BTreeMap<&'static str, Rc<dyn Callee>>;

/// The course's own answers to all lessons.
fn of_course() -> OfCourse {
    let answers = |lesson: &&'static dyn AnyLesson| (lesson.name(), lesson.right_answers());
    let mut of_course: OfCourse = Course::whole().lessons().iter().map(answers).collect();
    // A picture asks for thousands of points at once, and a network may be wide.
    let mut of_backprop = reference::answers();
    of_backprop.forward = fill::forward(reference::forward_by_products);
    of_backprop.backward = fill::backward(reference::backward_by_products);
    of_course.insert("backprop", Rc::new(of_backprop));
    of_course
}

/// The student's answers, by lesson, as far as something compiles.
pub(super) type Yours = BTreeMap<&'static str, Rc<dyn Callee>>;

/// What a network is made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Make {
    /// Whether every function is the course's.
    pub(super) is_of_course: bool,
    /// Whether the hidden units are linear instead of tanh.
    pub(super) is_linear: bool,
    /// A mistake in place of one function: its exercise and its id.
    pub(super) mistake: Option<(&'static str, &'static str)>,
}

/// The hands that answer calls, as far as they are the same for all networks.
pub(super) struct Hands {
    /// Whose each function is.
    pub(super) functions: Functions,
    pub(super) yours: RefCell<Yours>,
    /// The same once more, for a function that is called back while another waits for it.
    pub(super) aside: RefCell<Yours>,
    pub(super) of_course: OfCourse,
    /// Whether the functions are about to be others, so that what comes of calls does not count.
    pub(super) is_cancelled: IsCancelled,
    /// Whether a function has become another's since this was asked.
    pub(super) has_changed: Cell<bool>,
    /// The call that was made last.
    last: RefCell<Option<LastCall>>,
}

/// A call by where it went.
#[derive(Clone, Debug)]
struct LastCall {
    /// The lesson of the function.
    lesson: &'static str,
    /// The function.
    function: String,
    /// Whether it went to the student's.
    is_yours: bool,
}

impl Hands {
    /// The hands of the course, before a student's are known.
    pub(super) fn new(is_cancelled: IsCancelled) -> Self {
        Self {
            functions: Functions::new(),
            yours: RefCell::default(),
            aside: RefCell::default(),
            of_course: of_course(),
            is_cancelled,
            has_changed: Cell::default(),
            last: RefCell::default(),
        }
    }
}

/// Answers of one lesson: each call goes to the hand that its function is in.
struct Router {
    lesson: &'static str,
    hands: Rc<Hands>,
    is_aside: bool,
    is_of_course: bool,
    mistake: Option<(&'static str, Rc<dyn Callee>)>,
}

impl Callee for Router {
    fn call(&self, function: &str, arguments: Vec<Passed<'_>>) -> Result<Value, Fault> {
        let yours = if self.is_aside { &self.hands.aside } else { &self.hands.yours };
        let yours = yours.borrow().get(self.lesson).cloned();
        let yours = yours
            .filter(|_| !self.is_of_course && self.hands.functions.is_yours(self.lesson, function));
        let mistake = self.mistake.as_ref().filter(|(planted, _)| *planted == function);
        let is_yours = mistake.is_none() && yours.is_some();
        let callee = match mistake {
            Some((_, callee)) => Rc::clone(callee),
            None => yours.unwrap_or_else(|| Rc::clone(&self.hands.of_course[self.lesson])),
        };
        let value = callee.call(function, arguments);
        self.hands.last.replace(Some(LastCall {
            lesson: self.lesson,
            function: function.to_string(),
            is_yours,
        }));
        value
    }
}

/// The functions that a network learns with.
pub(super) struct Network {
    hands: Rc<Hands>,
    pub(super) activations: activations::Answers,
    pub(super) init: init::Answers,
    pub(super) backprop: backprop::Answers,
    pub(super) symmetry: symmetry::Answers,
}

impl Network {
    /// A network of that make. One that is `aside` answers while another waits.
    pub(super) fn new(hands: &Rc<Hands>, make: &Make, is_aside: bool) -> Self {
        let router = |lesson: &'static str| -> Rc<dyn Callee> {
            let mistake = make.mistake.and_then(|(exercise, id)| {
                let exercises = Course::whole().of_lesson(lesson);
                let exercise = exercises.iter().find(|known| known.name() == exercise)?;
                exercise.lesson.with_mistake(exercise.name(), id)
            });
            let (hands, is_of_course) = (Rc::clone(hands), make.is_of_course);
            Rc::new(Router { lesson, hands, is_aside, is_of_course, mistake })
        };
        Self {
            hands: Rc::clone(hands),
            activations: Contract::over(router("activations")),
            init: Contract::over(router("init")),
            backprop: backprop_over(&router("backprop"), make),
            symmetry: Contract::over(router("symmetry")),
        }
    }

    /// What `call` gives. A function that turns out not to be written is the course's from then on, and the call is
    /// made again; one that stops, too, but that is told.
    pub(super) fn attempt<T>(&self, call: impl Fn(&Self) -> T) -> Result<T, Trouble> {
        self.attempt_shaped(call, |_| None)
    }

    /// As [`attempt`](Self::attempt), where what comes back must have a shape.
    pub(super) fn attempt_shaped<T>(
        &self,
        call: impl Fn(&Self) -> T,
        misshapen: impl Fn(&T) -> Option<Misshapen>,
    ) -> Result<T, Trouble> {
        loop {
            let outcome = attempt(|| call(self));
            let last = self.hands.last.take();
            let name = last.as_ref().map_or("?", |last| last.function.as_str());
            let (trouble, why) = match outcome {
                Err(fault) => (Trouble::of_fault(&fault, name), Why::of(&fault)),
                Ok(value) => match misshapen(&value) {
                    None => return Ok(value),
                    Some(wrong) => (Trouble::of_shape(name, wrong), Why::Stopped),
                },
            };
            let is_known = |last: &&LastCall| last.is_yours && !(self.hands.is_cancelled)();
            let Some(last) = last.as_ref().filter(is_known) else { return Err(trouble) };
            let text = Some(&trouble.text).filter(|_| why != Why::NotStarted);
            self.hands.functions.mark(last.lesson, name, why, text);
            self.hands.has_changed.set(true);
            if why != Why::NotStarted {
                return Err(trouble.with_remedy(name));
            }
        }
    }
}

/// The functions of lesson 3. A mistake in a part of `forward` or `backward` is put where that part is used: there the
/// whole is composed of its parts. No exercise is a network without tanh, so what is linear is the course's own.
fn backprop_over(callee: &Rc<dyn Callee>, make: &Make) -> backprop::Answers {
    let over = || backprop::Answers::over(Rc::clone(callee));
    let mut answers = over();
    let exercise = make.mistake.map(|(exercise, _)| exercise);
    let is_linear = make.is_linear;
    if is_linear || exercise == Some("linear_forward") {
        let parts = over();
        answers.forward = fill::forward(move |Parameters { w1, b1, w2, b2 }, x| {
            let z1 = parts.linear_forward(w1, b1, x);
            let a1 = if is_linear { z1.clone() } else { z1.mapv(f64::tanh) };
            let z2 = parts.linear_forward(w2, b2, &a1);
            let a2 = z2.mapv(|z| 1.0 / (1.0 + (-z).exp()));
            Cache { z1, a1, z2, a2 }
        });
    }
    if is_linear || matches!(exercise, Some("output_gradients" | "hidden_gradients")) {
        let parts = over();
        answers.backward = fill::backward(move |parameters, cache, x, y| {
            let (dz2, dw2, db2) = parts.output_gradients(cache, y);
            let (dw1, db1) = if is_linear {
                // Where nothing is bent the slope of tanh is that at 0, which `a1` tells it.
                let flat = Cache { a1: Array2::zeros(cache.a1.dim()), ..cache.clone() };
                parts.hidden_gradients(parameters, &flat, x, &dz2)
            } else {
                parts.hidden_gradients(parameters, cache, x, &dz2)
            };
            Gradients { dw1, db1, dw2, db2 }
        });
    }
    answers
}

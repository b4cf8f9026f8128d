//! Judging in the process of the answers, where a call costs no round trip.
//!
//! A property puts thousands of questions, and each that crosses to another process costs more than
//! most answers do. So a student's program first judges an exercise by itself. Only where it does
//! not get that far, in an endless loop or because it ends, is each function asked from outside,
//! which finds out where it was.
//!
//! This believes what the program says of itself. Students do not cheat at their own desks; the
//! grader never asks for it, and its programs do not know the properties.

use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::{Exercise, Judged, Lesson, Outline, as_from_afar, run};
use crate::complaint::{Complaint, Verdict};
use contract::Fault;
use contract::{Callee, Contract, Passed, misfit};
use contract::{Plain, Value};

/// How long it may take. What is not known by then is asked from outside, with all the time of a
/// call: there may be an endless loop.
const PATIENCE: Duration = Duration::from_secs(2);

/// Answers that also judge themselves. Written by [`Lesson::in_process`].
pub struct InProcess<A: 'static> {
    lesson: &'static Lesson<A>,
    write: fn() -> A,
    answers: A,
}

impl<A: Contract> Lesson<A> {
    /// The answers that `write` gives, which also judge themselves.
    pub fn in_process(&'static self, write: fn() -> A) -> InProcess<A> {
        InProcess { lesson: self, write, answers: write() }
    }
}

/// What `answers` that are [`InProcess`] say of the properties of `exercise`, as far as they get.
pub fn judged_in_process(answers: &dyn Callee, exercise: &Outline) -> Vec<Judged> {
    let value = answers.judge(exercise.name).ok();
    let complaints =
        value.and_then(Vec::<(String, Option<Complaint>)>::from_value).unwrap_or_default();
    let judged = |(name, complaint): (String, Option<Complaint>)| {
        let of_name = exercise.properties.iter().find(|(_, property)| *property == name);
        let &(function, name) = of_name?;
        Some(Judged { function, name, verdict: complaint.map_or(Ok(()), Err) })
    };
    complaints.into_iter().filter_map(judged).collect()
}

impl<A: Contract> Callee for InProcess<A> {
    fn call(&self, function: &str, arguments: Vec<Passed<'_>>) -> Result<Value, Fault> {
        self.answers.call(function, arguments)
    }

    fn judge(&self, name: &str) -> Result<Value, Fault> {
        let exercise = self.lesson.exercises.iter().find(|exercise| exercise.name == name);
        let judged = self.judged(exercise.ok_or_else(|| misfit(name))?);
        let complaint = |judged: Judged| (judged.name.to_string(), judged.verdict.err());
        Ok(judged.into_iter().map(complaint).collect::<Vec<_>>().to_value())
    }
}

impl<A: Contract> InProcess<A> {
    /// The verdicts on `exercise` that are reached in time. Mistakes are named only if all are.
    fn judged(&self, exercise: &'static Exercise<A>) -> Vec<Judged> {
        let (properties, write) = (exercise.properties, self.write);
        let reference = self.lesson.reference;
        let judge: Arc<dyn Fn() -> Judge + Send + Sync> = Arc::new(move || {
            let answers = Rc::new(as_from_afar(exercise, write()));
            Box::new(move |number| run(exercise, &properties[number], &answers, reference))
        });
        let verdicts = verdicts(properties.len(), &judge);
        let is_complete = verdicts.iter().all(Option::is_some);
        let judged = properties.iter().zip(verdicts).filter_map(|(property, verdict)| {
            Some(Judged { function: property.function, name: property.name, verdict: verdict? })
        });
        let (judged, answers) =
            (judged.collect::<Vec<_>>(), [Rc::new(as_from_afar(exercise, write())).into()]);
        let named_of = |function: &&str| {
            let of_function = judged.iter().filter(|judged| judged.function == *function).cloned();
            let mut all = [of_function.collect()];
            if is_complete {
                self.lesson.name_mistakes(exercise, function, &answers, &mut all);
            }
            let [named] = all;
            named
        };
        exercise.functions.iter().flat_map(named_of).collect()
    }
}

/// Judges properties by their numbers, on the thread that it was made on.
type Judge = Box<dyn Fn(usize) -> Verdict>;

/// What `count` properties say in time, judged on all processors, on each by what `judge` makes. Not
/// generic, so that it is compiled once and not for every lesson.
fn verdicts(count: usize, judge: &Arc<dyn Fn() -> Judge + Send + Sync>) -> Vec<Option<Verdict>> {
    let (sender, receiver) = channel();
    let next = Arc::new(AtomicUsize::new(0));
    for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
        let (sender, next, judge) = (sender.clone(), Arc::clone(&next), Arc::clone(judge));
        // A thread without a name would be taken for one that an answer has started.
        let builder = thread::Builder::new().name("properties".into());
        // Where no thread is to be had, the others are quicker or the verdict comes from outside.
        let _ = builder.spawn(move || judge_next(count, &judge(), &next, &sender));
    }
    // Else the channel would never be seen to close.
    drop(sender);
    let mut verdicts = vec![None; count];
    let deadline = Instant::now() + PATIENCE;
    let time_left = || deadline.saturating_duration_since(Instant::now());
    while let Ok((number, verdict)) = receiver.recv_timeout(time_left()) {
        verdicts[number] = Some(verdict);
    }
    verdicts
}

fn judge_next(count: usize, judge: &Judge, next: &AtomicUsize, sender: &Sender<(usize, Verdict)>) {
    loop {
        let number = next.fetch_add(1, Ordering::Relaxed);
        // Sending fails once the deadline has passed.
        if number >= count || sender.send((number, judge(number))).is_err() {
            return;
        }
    }
}

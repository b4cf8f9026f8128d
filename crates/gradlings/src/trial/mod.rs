//! `cargo run -- try`: one call of the student's function, with what it prints and each quantity beside the
//! right one.
//!
//! 1. The report says which property fails. It is run again, call by call over a line to the student's program,
//!    and the call on which it fails is the one to try ([`testkit::Call`]). Where nothing fails, or nothing can be
//!    asked, a small call that shows what the function does takes its place.
//! 2. A program of its own makes that call and no other, so that all it prints belongs to it.
//! 3. `page` lays it out; `code` writes it as a `#[test]`.

mod code;
mod page;

use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use contract::{Fault, Limits, Value};
use testkit::{Call, Named, agree};

pub use self::code::test;
pub(crate) use self::page::page;

use crate::error::Error;
use crate::patience::with_patience;
use crate::process::{Printed, Prints};
use crate::workplace::Workplace;
use course::Exercise;
use course::report::{Report, Standing, State};

/// How long the function may take at each call of the search: a loop that never ends is met there first.
const SEARCH: Duration = Duration::from_secs(2);
/// How long it may take at the call that is shown.
const SHOWN: Duration = Duration::from_secs(5);
/// How exactly numbers must agree, the coarsest first.
const TOLERANCES: [f64; 3] = [1e-9, 1e-12, 1e-15];

/// A call that was tried, and what came of it.
pub struct Trial {
    pub(crate) exercise: &'static Exercise,
    pub(crate) report: Report,
    /// The property that fails on this call; `None` if the call is only an example.
    pub property: Option<String>,
    /// What was called.
    pub call: Call,
    /// What the student's function gave; `None` if it could not be asked.
    pub outcome: Option<Result<Value, Fault>>,
    /// What is right; `None` if the reference refuses the call, too.
    pub right: Option<Value>,
    /// What the notes name on the way to it.
    pub(crate) on_the_way: Named,
    /// The names of the parts of the result.
    pub(crate) parts: &'static [&'static str],
    /// What the function printed.
    pub printed: Printed,
}

impl Trial {
    /// The tolerance within which the student's value is not the right one; `None` if it is right, or if nothing
    /// can be said.
    fn parted_by(&self) -> Option<f64> {
        let (Some(Ok(value)), Some(right)) = (&self.outcome, &self.right) else { return None };
        let mut tolerances = TOLERANCES.into_iter().filter(|_| !self.call.is_random());
        tolerances.find(|tolerance| !agree(value, right, *tolerance))
    }
}

/// Tries `exercise`: the function called `name` if it has one, else the one that the report tells of first.
pub fn try_out(
    workplace: &Workplace,
    exercise: &'static Exercise,
    name: &str,
) -> Result<Trial, Error> {
    let Some(report) = workplace.report(exercise)? else { return Err(Error::Cancelled) };
    let functions = exercise.outline.functions;
    let asked = functions.iter().find(|function| **function == name).copied();
    let told = asked
        .map_or_else(|| report.headline(), |function| report.headline_of(function))
        .filter(|_| !report.nothing_was_asked());
    let function = told.map(|property| property.function.clone());
    let function = function.or(asked.map(str::to_string)).unwrap_or_else(|| functions[0].into());
    let is_written = |standing| standing != Standing::NotStarted;
    let failing = told.filter(|told| is_written(told.standing)).map(|told| told.name.clone());

    let answers = if report.state() == State::DoesNotCompile {
        None
    } else {
        Some(workplace.answers(exercise.lesson)?)
    };
    let answers = answers.filter(|answers| !answers.refused.contains_key(exercise.name()));
    let limits = |time| Limits { time: workplace.limits.time.min(time), ..workplace.limits };
    let found = answers.as_ref().zip(failing.as_ref()).and_then(|(answers, property)| {
        let callee = Rc::new(answers.starter.remote(limits(SEARCH), None));
        let (callee, waited) = with_patience(callee, exercise.name(), Arc::clone(&workplace.tell));
        let call = exercise.lesson.failing_call(exercise.name(), property, callee);
        waited.end();
        call
    });
    let property = failing.filter(|_| found.is_some());
    let example = || exercise.lesson.telling_call(exercise.name(), &function);
    let Some(call) = found.or_else(example) else { return Err(Error::NoCall { function }) };

    let prints = Prints::default();
    let outcome = answers.as_ref().map(|answers| {
        let callee = Rc::new(answers.starter.remote(limits(SHOWN), Some(prints.clone())));
        exercise.lesson.put(exercise.name(), &call, callee)
    });
    if let Some(source) = answers.and_then(|answers| answers.starter.trouble.take()) {
        return Err(Error::Program { exercise: exercise.name(), source });
    }
    Ok(Trial {
        exercise,
        property,
        outcome,
        right: exercise.lesson.right_value(&call).ok(),
        on_the_way: exercise.lesson.on_the_way(&call),
        parts: exercise.lesson.names_of_parts(call.function),
        printed: prints.of_ended(),
        report,
        call,
    })
}

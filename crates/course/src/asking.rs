//! Judging answers that sit in another process: what a property is known to ask is put ahead of it.
//!
//! [`contract::ahead`] tells how, and why that decides nothing. This is used where the answers may not know the
//! properties: by the grader, and at a student's desk where the suites are in the installed program alone.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::{Arc, OnceLock};

use contract::ahead::Rehearsal;
use contract::{Callee, Remote};
use testkit::{Examinee, Judged};

use crate::{Course, Exercise};

/// A rehearsal of each property, made when it is first needed; nothing where it cannot be known beforehand
/// what the property asks.
pub struct Rehearsals(HashMap<(&'static str, &'static str), OnceLock<Option<Arc<Rehearsal>>>>);

impl Rehearsals {
    /// Room for a rehearsal of each property of `course`.
    pub fn of(course: &Course) -> Self {
        let keys = course.exercises().iter().flat_map(|exercise| {
            let properties = exercise.outline.properties.iter();
            properties.map(|(_, property)| (exercise.name(), *property))
        });
        Self(keys.map(|key| (key, OnceLock::new())).collect())
    }

    /// No rehearsals: every question is put when the property asks it.
    pub fn none() -> Self {
        Self(HashMap::new())
    }

    /// Rehearses the properties of `exercises` that were not rehearsed yet.
    pub fn rehearse<'e>(&self, exercises: impl Iterator<Item = &'e Exercise>) {
        for exercise in exercises {
            for (_, property) in &exercise.outline.properties {
                let _ = self.find(exercise, property);
            }
        }
    }

    /// What `property` of `exercise` asks; `None` if that cannot be known beforehand.
    pub fn find(&self, exercise: &Exercise, property: &'static str) -> Option<&Arc<Rehearsal>> {
        let rehearse = || exercise.lesson.rehearse(exercise.name(), property).map(Arc::new);
        self.0.get(&(exercise.name(), property))?.get_or_init(rehearse).as_ref()
    }
}

/// Judges the properties of an exercise that are `asked`, of one new process; of the others it says that they hold.
/// Each property is put ahead as far as it is known what it asks; if that breaks off, all are judged again, call by
/// call. `answers` starts a process.
pub fn ask(
    exercise: &Exercise,
    answers: &dyn Fn() -> Rc<Remote>,
    rehearsals: &Rehearsals,
    asked: &dyn Fn(&str) -> bool,
) -> Vec<Judged> {
    let remote = answers();
    let examinee = AskedAhead { exercise, remote: &remote, rehearsals, asked };
    let callee = Rc::clone(&remote) as Rc<dyn Callee>;
    let judged = exercise.lesson.judge_as(exercise.name(), callee, &examinee);
    if !remote.has_broken_off() {
        return judged;
    }
    let is_left_out = |property: &'static str| !asked(property);
    exercise.lesson.judge_as(exercise.name(), answers() as Rc<dyn Callee>, &is_left_out)
}

/// A student's program whose properties are put ahead.
struct AskedAhead<'a> {
    exercise: &'a Exercise,
    remote: &'a Remote,
    rehearsals: &'a Rehearsals,
    asked: &'a dyn Fn(&str) -> bool,
}

impl Examinee for AskedAhead<'_> {
    fn holds(&self, property: &'static str) -> bool {
        if !(self.asked)(property) {
            return true;
        }
        if let Some(rehearsal) = self.rehearsals.find(self.exercise, property) {
            return self.remote.holds_as_rehearsed(rehearsal);
        }
        self.remote.begin();
        self.remote.has_broken_off()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_property_asks_the_same_of_right_answers_each_time() {
        for exercise in Course::whole().exercises() {
            let (_, property) = exercise.outline.properties[0];
            let rehearse = || exercise.lesson.rehearse(exercise.name(), property);
            let once = rehearse();
            // A law calls back in a way of its own, so it is asked call by call.
            let is_known = once.is_some() != exercise.name().starts_with("law_of_");
            assert!(is_known && once == rehearse(), "{} {property}", exercise.name());
        }
    }
}
